/** Orders at a venue as every adapter tells of them: executions counted, ends kept back until then, outcomes. Pure. */
@NullMarked
package sluice.net.orders;

import org.jspecify.annotations.NullMarked;
