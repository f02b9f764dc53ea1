package sluice.sim.binance.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.binance.endpoint.OrderEndpoints.Wanted;
import sluice.sim.front.Json;

/**
 * Cancels one order and places another, not atomically.
 *
 * <p>rest-api, "Cancel an Existing Order and Send a New Order": with STOP_ON_FAILURE the new order is not attempted
 * when the cancel fails; with ALLOW_FAILURE it is. Both failed, or failed and not attempted: HTTP 400 and -2022. One
 * failed: HTTP 409 and -2021. {@code data} says which.
 */
record CancelReplace(Floor floor, OrderEndpoints orders) {

    private enum Mode {
        STOP_ON_FAILURE,
        ALLOW_FAILURE
    }

    private enum Result {
        SUCCESS,
        FAILURE,
        NOT_ATTEMPTED
    }

    private record Half(Result result, JsonNode response) {

        static Half of(Supplier<ObjectNode> act) {
            try {
                return new Half(Result.SUCCESS, act.get());
            } catch (Refusal refusal) {
                return new Half(Result.FAILURE, refusal.json());
            }
        }

        static Half notAttempted() {
            return new Half(Result.NOT_ATTEMPTED, Json.object().nullNode());
        }
    }

    JsonNode carry(Call call) {
        var params = call.params();
        params.mustText("cancelReplaceMode");
        var mode = params.oneOf("cancelReplaceMode", Mode.class, Refusal.invalid("cancelReplaceMode"))
                .orElseThrow();
        var form = OrderForm.read(params, floor);
        var refs = OrderEndpoints.reference(params, "cancelOrderId", "cancelOrigClientOrderId");
        var wanted = wanted(params);
        params.text("orderRateLimitExceededMode");
        params.allRead();
        var symbol = form.request().symbol();
        var cancelled = Half.of(() -> orders.cancel(call.account(), symbol, refs, wanted));
        var placed = cancelled.result() == Result.FAILURE && mode == Mode.STOP_ON_FAILURE
                ? Half.notAttempted()
                : Half.of(() -> orders.place(call.account(), form));
        return judged(cancelled, placed);
    }

    private Wanted wanted(Params params) {
        var cancelId = OrderForm.clientId(params, "cancelNewClientOrderId").orElseGet(floor::generatedId);
        return new Wanted(cancelId, OrderEndpoints.restriction(params));
    }

    private static ObjectNode judged(Half cancelled, Half placed) {
        var json = Json.object()
                .put("cancelResult", cancelled.result().name())
                .put("newOrderResult", placed.result().name());
        json.set("cancelResponse", cancelled.response());
        json.set("newOrderResponse", placed.response());
        var succeeded = List.of(cancelled, placed).stream()
                .filter(half -> half.result() == Result.SUCCESS)
                .count();
        if (succeeded == 2) {
            return json;
        }
        throw succeeded == 1
                ? Refusal.cancelReplace(409, -2021, "Order cancel-replace partially failed.", json)
                : Refusal.cancelReplace(400, -2022, "Order cancel-replace failed.", json);
    }
}
