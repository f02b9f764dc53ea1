/** What a command found, as aligned text for people and as JSON for programs. */
@NullMarked
package sluice.report;

import org.jspecify.annotations.NullMarked;
