/**
 * What a Binance spot request is made of, whichever carrier it came by: parameters, keys, signatures, limits, errors.
 */
@NullMarked
package sluice.sim.binance.call;

import org.jspecify.annotations.NullMarked;
