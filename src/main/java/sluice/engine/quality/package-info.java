/** How the desk comes by the figures of its executions, beside its own thread. */
@NullMarked
package sluice.engine.quality;

import org.jspecify.annotations.NullMarked;
