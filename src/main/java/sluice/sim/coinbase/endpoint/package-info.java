/** What can be asked of a simulated Coinbase Advanced Trade venue over HTTP, and how its answers look. */
@NullMarked
package sluice.sim.coinbase.endpoint;

import org.jspecify.annotations.NullMarked;
