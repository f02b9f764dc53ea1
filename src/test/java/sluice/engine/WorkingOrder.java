package sluice.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Request;

/** An order for 2 BTC at 99 that the venue took, the last one of its desk. */
record WorkingOrder(DeskScenario desk) {

    static WorkingOrder of(DeskScenario desk) {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        return new WorkingOrder(desk);
    }

    CompletableFuture<Answer> amend(String qty, String px) {
        return desk.ask(new Command.Amend(
                new OrderRef.OfParent(desk.parent().parent().id()),
                Optional.of(Qty.of(qty)),
                Optional.of(Px.of(px)),
                DeskScenario.TRADER));
    }

    /** The amend that is not answered yet. */
    Request.Replace replace() {
        return (Request.Replace) desk.lastChild().inFlight().orElseThrow();
    }
}
