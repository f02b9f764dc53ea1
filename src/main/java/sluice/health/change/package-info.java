/** Whether a measure has become worse than it usually is. Pure. */
@NullMarked
package sluice.health.change;

import org.jspecify.annotations.NullMarked;
