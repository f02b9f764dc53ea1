/** What a Bybit request is made of, before anybody acts on it: parameters, keys and signatures, limits, refusals. */
@NullMarked
package sluice.sim.bybit.call;

import org.jspecify.annotations.NullMarked;
