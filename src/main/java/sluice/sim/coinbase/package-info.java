/** A Coinbase Advanced Trade venue in front of a simulated exchange, written from the venue's documentation alone. */
@NullMarked
package sluice.sim.coinbase;

import org.jspecify.annotations.NullMarked;
