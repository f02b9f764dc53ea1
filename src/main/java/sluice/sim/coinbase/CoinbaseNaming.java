package sluice.sim.coinbase;

import sluice.sim.coinbase.call.Ids;
import sluice.sim.front.Naming;

/** Orders go by UUIDs. */
public final class CoinbaseNaming implements Naming {

    @Override
    public String order(String listed, long orderId) {
        return Ids.order(orderId);
    }
}
