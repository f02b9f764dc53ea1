/** Orders, fills, positions and balances as text and JSON. */
@NullMarked
package sluice.report.orders;

import org.jspecify.annotations.NullMarked;
