package sluice.sim.binance.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Qty;
import sluice.sim.OrderRequest.Type;
import sluice.sim.Outcome;
import sluice.sim.Outcome.Denied;
import sluice.sim.Outcome.Taken;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.front.Json;

/** Placing, cancelling and amending orders. */
final class OrderEndpoints {

    private enum Restriction {
        ONLY_NEW,
        ONLY_PARTIALLY_FILLED
    }

    private final Floor floor;

    OrderEndpoints(Floor floor) {
        this.floor = floor;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.signed("POST /api/v3/order", "order.place", 1, this::place)
                        .as("place"),
                Endpoint.signed("POST /api/v3/order/test", "order.test", 1, this::test),
                Endpoint.signed("DELETE /api/v3/order", "order.cancel", 1, this::cancel)
                        .as("cancel"),
                Endpoint.signed("DELETE /api/v3/openOrders", "openOrders.cancelAll", 1, this::cancelAll)
                        .as("cancel"),
                Endpoint.signed(
                                "POST /api/v3/order/cancelReplace",
                                "order.cancelReplace",
                                1,
                                call -> new CancelReplace(floor, this).carry(call))
                        .as("amend"),
                Endpoint.signed("PUT /api/v3/order/amend/keepPriority", "order.amend.keepPriority", 4, this::amend)
                        .as("amend"));
    }

    private JsonNode place(Call call) {
        var form = OrderForm.read(call.params(), floor);
        call.params().allRead();
        return place(call.account(), form);
    }

    ObjectNode place(String account, OrderForm form) {
        var counts = floor.counts(account);
        counts.place(floor.now());
        var outcome = floor.exchange().place(account, form.request());
        if (outcome instanceof Denied denied) {
            counts.takeBack(floor.now());
            throw notPlaced(denied, form);
        }
        var taken = (Taken) outcome;
        floor.placed(taken.order());
        return OrderJson.placed(taken.order(), taken.fills(), form.response());
    }

    /** Checks an order without placing it. */
    private JsonNode test(Call call) {
        call.params().flag("computeCommissionRates", false);
        var form = OrderForm.read(call.params(), floor);
        call.params().allRead();
        floor.exchange().check(form.request()).ifPresent(denied -> {
            throw notPlaced(denied, form);
        });
        return Json.object();
    }

    private JsonNode cancel(Call call) {
        var params = call.params();
        var symbol = floor.listing(params.mustText("symbol")).symbol();
        var ref = reference(params, "orderId", "origClientOrderId");
        var cancelId = OrderForm.clientId(params, "newClientOrderId").orElseGet(floor::generatedId);
        var restriction = restriction(params);
        params.allRead();
        return cancel(call.account(), symbol, ref, new Wanted(cancelId, restriction));
    }

    /** Under which name a cancel goes, and what it is restricted to. */
    record Wanted(String cancelId, Optional<String> restriction) {}

    static Optional<String> restriction(Params params) {
        return params.oneOf("cancelRestrictions", Restriction.class, Refusal.invalidRestrictions())
                .map(Enum::name);
    }

    ObjectNode cancel(String account, String symbol, List<SimRef> refs, Wanted wanted) {
        var order = agreed(account, symbol, refs).orElseThrow(() -> Refusal.cancel("Unknown order sent."));
        wanted.restriction()
                .filter(only -> !only.equals("ONLY_" + OrderJson.status(order)))
                .ifPresent(only -> {
                    throw Refusal.cancel("Order was not canceled due to cancel restrictions.");
                });
        var outcomes = new ArrayList<Outcome>();
        var ref = SimRef.of(order.orderId());
        floor.cancelling(wanted.cancelId(), () -> outcomes.add(floor.exchange().cancel(account, symbol, ref)));
        if (outcomes.get(0) instanceof Taken taken) {
            return OrderJson.cancelled(taken.order(), wanted.cancelId());
        }
        throw Refusal.cancel("Unknown order sent.");
    }

    private JsonNode cancelAll(Call call) {
        var symbol = floor.listing(call.params().mustText("symbol")).symbol();
        call.params().allRead();
        var open = floor.exchange().openOrders(call.account(), Optional.of(symbol));
        if (open.isEmpty()) {
            throw Refusal.cancel("Unknown order sent.");
        }
        return Json.array(
                open,
                order -> cancel(
                        call.account(),
                        symbol,
                        List.of(SimRef.of(order.orderId())),
                        new Wanted(floor.generatedId(), Optional.empty())));
    }

    /** rest-api, "Order Amend Keep Priority": the order takes the new client id, which may be the one it has. */
    private JsonNode amend(Call call) {
        var params = call.params();
        var symbol = floor.listing(params.mustText("symbol")).symbol();
        var refs = reference(params, "orderId", "origClientOrderId");
        var clientId = OrderForm.clientId(params, "newClientOrderId").orElseGet(floor::generatedId);
        var newQty = new Qty(params.mustDecimal("newQty"));
        params.allRead();
        var order = agreed(call.account(), symbol, refs).orElseThrow(() -> amendRefused("Unknown order sent."));
        var outcome = floor.exchange().reduce(call.account(), symbol, SimRef.of(order.orderId()), newQty, clientId);
        if (outcome instanceof Denied denied) {
            throw notAmended(denied, order, newQty);
        }
        return OrderJson.amended(((Taken) outcome).order(), order.clientId());
    }

    /** The references a request gives, which must all mean one order. */
    static List<SimRef> reference(Params params, String orderId, String clientId) {
        var refs = new ArrayList<SimRef>();
        params.number(orderId).ifPresent(id -> refs.add(SimRef.of(id)));
        params.text(clientId).ifPresent(id -> refs.add(SimRef.of(id)));
        if (refs.isEmpty()) {
            throw Refusal.eitherMissing(clientId, orderId);
        }
        return refs;
    }

    private Optional<SimOrder> agreed(String account, String symbol, List<SimRef> refs) {
        var found = refs.stream()
                .map(ref -> floor.exchange().find(account, symbol, ref))
                .toList();
        var first = found.get(0);
        var agree =
                found.stream().allMatch(order -> order.map(SimOrder::orderId).equals(first.map(SimOrder::orderId)));
        return agree ? first : Optional.empty();
    }

    private static Refusal notPlaced(Denied denied, OrderForm form) {
        return switch (denied.denial()) {
            case UNKNOWN_ACCOUNT -> Refusal.unknownKey();
            case UNKNOWN_SYMBOL -> Refusal.invalidSymbol();
            case FILTER -> Refusal.filter(denied.detail());
            case TOO_MANY_ORDERS -> Refusal.filter("MAX_NUM_ORDERS");
            case DUPLICATE_CLIENT_ID -> Refusal.newOrder("Duplicate order sent.");
            case INSUFFICIENT_BALANCE -> Refusal.newOrder("Account has insufficient balance for requested action.");
            case WOULD_MATCH ->
                Refusal.newOrder(
                        form.request().type() == Type.LIMIT_MAKER
                                ? "Order would immediately match and take."
                                : "Order would trigger immediately.");
            case UNSUPPORTED -> new Refusal(400, -1014, "Unsupported order combination.");
            case UNKNOWN_ORDER, NOT_REDUCED, NOTHING_TO_REDUCE, NOT_CHANGED, LEVERAGE ->
                Refusal.newOrder("Unknown order sent.");
        };
    }

    private static Refusal notAmended(Denied denied, SimOrder order, Qty newQty) {
        if (denied.denial() == Outcome.Denial.UNKNOWN_ORDER || !order.isOpen()) {
            return amendRefused("Unknown order sent.");
        }
        if (denied.denial() == Outcome.Denial.FILTER) {
            return Refusal.filter(denied.detail());
        }
        if (denied.denial() == Outcome.Denial.DUPLICATE_CLIENT_ID) {
            return Refusal.newOrder("Duplicate order sent.");
        }
        return amendRefused(
                newQty.compareTo(order.orderQty()) > 0
                        ? "Order amend (quantity increase) is not supported."
                        : "The requested action would change no state; rejecting.");
    }

    private static Refusal amendRefused(String message) {
        return Refusal.amend(message);
    }
}
