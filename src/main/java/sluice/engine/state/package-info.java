/** The desk's state: the fold of its events, and what venues said that need not be journaled. */
@NullMarked
package sluice.engine.state;

import org.jspecify.annotations.NullMarked;
