package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import sluice.sim.SimOrder;
import sluice.sim.front.Json;

/** Orders as lists show them, written once until something in them changes. Confined to the simulator's thread. */
final class Written {

    private final Floor floor;
    private final Map<Long, Last> last = new HashMap<>();

    /** What an order was written from, and what came of it. */
    private record Last(SimOrder order, String status, Totals.Total total, Duration skew, JsonNode json) {

        boolean isOf(SimOrder other, String otherStatus, Totals.Total otherTotal, Duration otherSkew) {
            return order.equals(other)
                    && status.equals(otherStatus)
                    && total.equals(otherTotal)
                    && skew.equals(otherSkew);
        }
    }

    Written(Floor floor) {
        this.floor = floor;
    }

    JsonNode of(SimOrder order) {
        var status = OrderJson.status(floor, order);
        var total = floor.totals().of(order.orderId());
        var skew = Duration.between(order.createdAt(), floor.serverTime(order.createdAt()));
        var known = last.get(order.orderId());
        if (known == null || !known.isOf(order, status, total, skew)) {
            known = new Last(order, status, total, skew, Json.written(OrderJson.order(floor, order)));
            last.put(order.orderId(), known);
        }
        return known.json();
    }
}
