/** What a Coinbase Advanced Trade request is made of: tokens and keys, parameters, limits, refusals. */
@NullMarked
package sluice.sim.coinbase.call;

import org.jspecify.annotations.NullMarked;
