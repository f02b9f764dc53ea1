/** What a simulated Coinbase Advanced Trade venue pushes: market channels, heartbeats and the user channel. */
@NullMarked
package sluice.sim.coinbase.stream;

import org.jspecify.annotations.NullMarked;
