package sluice.venue.bybit;

import sluice.market.Symbol;
import sluice.venue.VenueContract;

/** The contract on Bybit's spot. */
class BybitSpotContractTest extends VenueContract {

    BybitSpotContractTest() {
        super(BybitRig.start(Symbol.of("BTC-USDT")));
    }
}
