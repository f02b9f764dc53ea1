/** The seeded market model: what things are worth, how the crowd quotes them, and who trades against the quotes. */
@NullMarked
package sluice.sim.flow;

import org.jspecify.annotations.NullMarked;
