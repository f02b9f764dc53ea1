/** What stands against an order when it is judged: state, market, positions, open orders, funds and pace. */
@NullMarked
package sluice.risk.exposure;

import org.jspecify.annotations.NullMarked;
