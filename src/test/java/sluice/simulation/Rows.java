package sluice.simulation;

import java.util.List;
import java.util.Optional;
import sluice.engine.view.DifferenceView;
import sluice.engine.view.FillView;
import sluice.market.Qty;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.Reason;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** What the rows of the reconciliation matrix are staged with, and told by. */
final class Rows {

    static final Qty ALL = Qty.of("0.1");
    static final String ORDER = "GET /api/v3/order";
    static final String OPEN = "GET /api/v3/openOrders";
    static final String TRADES = "GET /api/v3/myTrades";
    static final String ACCOUNT = "GET /api/v3/account";

    private Rows() {}

    static Scene silent(Cast cast) {
        var scene = new Scene(cast);
        scene.privateStreamTellsNothing();
        return scene;
    }

    static Scene lostReply(Cast cast) {
        var scene = silent(cast);
        scene.fault(Fault.once(FaultKind.REPLY_LOST).on("place"));
        scene.buy("0.1", 300);
        return scene;
    }

    static Scene lostRequest(Cast cast) {
        var scene = silent(cast);
        scene.fault(Fault.once(FaultKind.REQUEST_LOST).on("place"));
        scene.buy("0.1", 300);
        return scene;
    }

    static Optional<Reason> reason(Order order) {
        return order.standing().closure().map(Closure::reason);
    }

    static List<Integer> rows(Scene scene) {
        return scene.view().orders().accounts().differences().stream()
                .map(DifferenceView::row)
                .toList();
    }

    static List<Integer> planned(Scene scene) {
        return scene.reconcile(false).plan().stream().map(line -> line.row()).toList();
    }

    static Qty filled(Scene scene) {
        return scene.view().orders().fills().stream()
                .map(FillView::execution)
                .map(execution -> execution.lastQty())
                .reduce(Qty.ZERO, Qty::plus);
    }

    static Fault answer(String occasion, int status, String body) {
        return Fault.once(FaultKind.HTTP).on(occasion).with("status", status).with("body", body);
    }
}
