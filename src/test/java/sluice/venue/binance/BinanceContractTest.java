package sluice.venue.binance;

import sluice.venue.VenueContract;

/** The contract on the simulated venue, which was written from the same page by somebody else. */
class BinanceContractTest extends VenueContract {

    BinanceContractTest() {
        super(SimRig.start());
    }
}
