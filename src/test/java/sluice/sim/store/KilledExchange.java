package sluice.sim.store;

import java.nio.file.Path;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Size;
import sluice.sim.Outcome;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;
import sluice.sim.floor.Scene;
import sluice.sim.floor.World;

/** A program that trades on an exchange in a file and says every answer it got, until it is killed. */
public final class KilledExchange {

    private KilledExchange() {}

    public static void main(String[] args) {
        var world = World.open(WorldSpec.usual(1), SqliteLedger.open(Path.of(args[0])), Scene.START);
        var exchange = world.exchange("binance");
        exchange.enroll(Scene.DESK);
        for (long i = 0; ; i++) {
            var request = i % 3 == 0
                    ? OrderRequest.market(
                            Scene.BTC, i % 2 == 0 ? Side.BUY : Side.SELL, Size.of(Qty.of("0.01")), "k" + i)
                    : OrderRequest.limit(Scene.BTC, Side.BUY, Qty.of("0.001"), Px.of("50000"), "k" + i);
            say(((Outcome.Taken) exchange.place(Scene.DESK, request)).order());
            if (i % 3 == 2) {
                say(((Outcome.Taken) exchange.cancel(Scene.DESK, Scene.BTC, SimRef.of("k" + i))).order());
            }
            if (i % 3 == 1) {
                exchange.cancel(Scene.DESK, Scene.BTC, SimRef.of("k" + i));
            }
            world.advance(world.now().plusMillis(100));
        }
    }

    private static void say(SimOrder order) {
        System.out.println(order.orderId() + " " + order.clientId() + " " + order.state());
        System.out.flush();
    }
}
