package sluice.venue.bybit;

import sluice.market.Symbol;
import sluice.venue.VenueContract;

/** The contract on Bybit's perpetuals. */
class BybitLinearContractTest extends VenueContract {

    BybitLinearContractTest() {
        super(BybitRig.start(Symbol.of("BTC-USDT-PERP")));
    }
}
