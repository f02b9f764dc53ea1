/** What a simulated Bybit pushes: books, trades and tickers to anybody, orders, executions and money to accounts. */
@NullMarked
package sluice.sim.bybit.stream;

import org.jspecify.annotations.NullMarked;
