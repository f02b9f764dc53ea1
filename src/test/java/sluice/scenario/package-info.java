/** The failures that must never come back, each a test named for the behaviour. */
@NullMarked
package sluice.scenario;

import org.jspecify.annotations.NullMarked;
