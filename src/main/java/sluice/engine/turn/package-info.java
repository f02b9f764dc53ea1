/** What comes into the desk, what it lets out, and what one turn of it records in between. */
@NullMarked
package sluice.engine.turn;

import org.jspecify.annotations.NullMarked;
