/** What the desk may do at most, and the keys under which that is configured. */
@NullMarked
package sluice.risk.limits;

import org.jspecify.annotations.NullMarked;
