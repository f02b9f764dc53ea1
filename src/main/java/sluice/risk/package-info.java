/** Whether an order may be sent: pure checks of an intent against exposure and limits, one door for everything. */
@NullMarked
package sluice.risk;

import org.jspecify.annotations.NullMarked;
