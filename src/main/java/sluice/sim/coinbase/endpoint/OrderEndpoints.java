package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.OrderState;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome.Denied;
import sluice.sim.Outcome.Taken;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.coinbase.call.Rejection;
import sluice.sim.front.Json;

/** Placing, cancelling, editing and previewing orders. */
final class OrderEndpoints {

    private static final int MOST_CANCELS = 100;

    private final Floor floor;

    OrderEndpoints(Floor floor) {
        this.floor = floor;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.trade("/orders", this::place).as("place"),
                Endpoint.trade("/orders/batch_cancel", this::cancel).as("cancel"),
                Endpoint.trade("/orders/edit", this::edit).as("amend"),
                Endpoint.trade("/orders/preview", this::preview));
    }

    private JsonNode place(Call call) {
        var form = new OrderForm(floor, call.body());
        var clientId = form.clientId();
        var known = floor.byClientId(call.account(), clientId);
        try {
            if (known.isPresent()) {
                return repeated(known.get());
            }
            var request = form.request();
            var outcome = floor.exchange().place(call.account(), request);
            if (outcome instanceof Denied denied) {
                throw new Denials(floor, request).rejection(denied);
            }
            var order = ((Taken) outcome).order();
            floor.placed(order);
            return placed(order, form.configuration());
        } catch (Rejection rejection) {
            return rejection.json(form.configuration());
        }
    }

    /** Create order: an id that is not unique makes no order, and the existing one is returned. */
    private JsonNode repeated(SimOrder known) {
        if (!floor.quirks().returnsDuplicates()) {
            throw new Rejection("DUPLICATE_CLIENT_ORDER_ID", "Client order id was used before");
        }
        return placed(known, OrderJson.configuration(floor, known));
    }

    /** The answer tells of no fill. */
    private static ObjectNode placed(SimOrder order, JsonNode configuration) {
        var json = Json.object().put("success", true);
        json.put("failure_reason", "UNKNOWN_FAILURE_REASON").put("order_id", Ids.order(order.orderId()));
        json.putObject("success_response")
                .put("order_id", Ids.order(order.orderId()))
                .put("product_id", order.symbol())
                .put("side", order.side().name())
                .put("client_order_id", order.clientId());
        return json.set("order_configuration", configuration);
    }

    /** Batch cancel: success says the cancel was accepted; the order ends later. */
    private JsonNode cancel(Call call) {
        var ids = call.body().path("order_ids");
        if (!ids.isArray() || ids.isEmpty() || ids.size() > MOST_CANCELS) {
            throw Refusal.invalid("order_ids must name 1 to " + MOST_CANCELS + " orders");
        }
        var results = Json.array();
        for (var id : ids) {
            var failure = cancel(call.account(), id.asText());
            results.addObject()
                    .put("success", failure.isEmpty())
                    .put("failure_reason", failure.orElse("UNKNOWN_CANCEL_FAILURE_REASON"))
                    .put("order_id", id.asText());
        }
        return Json.object().set("results", results);
    }

    private Optional<String> cancel(String account, String id) {
        var order = floor.byId(account, id);
        if (order.isEmpty()) {
            return Optional.of("UNKNOWN_CANCEL_ORDER");
        }
        var found = order.get();
        if (!found.isOpen()) {
            return Optional.of(found.state() == OrderState.FILLED ? "ORDER_IS_FULLY_FILLED" : "UNKNOWN_CANCEL_ORDER");
        }
        if (floor.cancels().isWaiting(found.orderId())) {
            return Optional.of("DUPLICATE_CANCEL_REQUEST");
        }
        floor.cancels().accept(found, floor.now().plus(floor.quirks().cancelAfter()));
        return Optional.empty();
    }

    private JsonNode edit(Call call) {
        var px = OrderForm.decimal(call.body(), "price").map(Px::new);
        var qty = OrderForm.decimal(call.body(), "size").map(Qty::new);
        var failure = edit(call, px, qty);
        var json = Json.object().put("success", failure.isEmpty());
        var errors = json.putArray("errors");
        failure.ifPresent(reason -> errors.addObject()
                .put("edit_failure_reason", reason)
                .put("preview_failure_reason", "UNKNOWN_PREVIEW_FAILURE_REASON"));
        return json;
    }

    /** Edit order: limit orders that rest until cancelled only. */
    private Optional<String> edit(Call call, Optional<Px> px, Optional<Qty> qty) {
        var order = floor.byId(call.account(), call.body().path("order_id").asText());
        if (order.isEmpty()) {
            return Optional.of("ORDER_NOT_FOUND");
        }
        var found = order.get();
        if (!found.isOpen() || floor.cancels().isWaiting(found.orderId())) {
            return Optional.of("CAN_ONLY_EDIT_OPEN_ORDERS");
        }
        var outcome = floor.exchange().amend(call.account(), found.symbol(), SimRef.of(found.orderId()), qty, px);
        return outcome instanceof Denied denied ? Optional.of(Denials.edit(denied)) : Optional.<String>empty();
    }

    private JsonNode preview(Call call) {
        var form = new OrderForm(floor, call.body());
        var json = Json.object();
        var errors = json.putArray("errs");
        try {
            var request = form.request();
            floor.exchange().check(request).ifPresent(denied -> {
                throw new Denials(floor, request).rejection(denied);
            });
            return estimated(json, call, request);
        } catch (Rejection rejection) {
            errors.add(rejection.previewed());
            return json;
        }
    }

    private JsonNode estimated(ObjectNode json, Call call, OrderRequest request) {
        var top = floor.exchange().picture(request.symbol(), 1);
        var price = request.px()
                .orElseGet(() -> floor.exchange().mid(request.symbol()))
                .value();
        var amount = request.size().amount();
        var total = request.size().inQuote() ? amount : amount.multiply(price);
        var fees = floor.exchange().fees(call.account(), request.symbol());
        var fee = total.multiply(request.manner().rests() ? fees.maker() : fees.taker());
        json.putArray("warning");
        json.put("order_total", Texts.plain(total.add(fee))).put("commission_total", Texts.plain(fee));
        json.put("quote_size", Texts.plain(total)).put("base_size", Texts.share(total, price));
        json.put(
                "best_bid",
                top.bids().stream().findFirst().map(level -> level.px().plain()).orElse(""));
        json.put(
                "best_ask",
                top.asks().stream().findFirst().map(level -> level.px().plain()).orElse(""));
        json.put("is_max", false).put("slippage", Texts.plain(BigDecimal.ZERO));
        return json.put("preview_id", Ids.named("preview|" + floor.now() + "|" + request.symbol()));
    }
}
