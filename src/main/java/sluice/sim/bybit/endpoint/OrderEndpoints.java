package sluice.sim.bybit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.OrderState;
import sluice.sim.Listing;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;
import sluice.sim.Outcome.Taken;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.Endpoint.Call;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.Json;

/**
 * Orders placed, changed and cancelled.
 *
 * <p>v5/order/create-order: the answer is an acknowledgement only; what became of the order comes on the private
 * stream.
 */
final class OrderEndpoints {

    private static final int MOST_IN_SPOT_BATCH = 10;
    private static final int MOST_IN_LINEAR_BATCH = 20;

    private final BybitFloor floor;
    private final Consumer<SimOrder> teller;

    OrderEndpoints(BybitFloor floor, Consumer<SimOrder> teller) {
        this.floor = floor;
        this.teller = teller;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.order("/v5/order/create", 20, 10, this::create).as("place"),
                Endpoint.order("/v5/order/cancel", 20, 10, this::cancel).as("cancel"),
                Endpoint.order("/v5/order/amend", 10, 10, this::amend).as("amend"),
                Endpoint.order("/v5/order/cancel-all", 20, 10, this::cancelAll).as("cancel"),
                Endpoint.order("/v5/order/create-batch", 20, 10, call -> batch(call, this::create))
                        .as("place"),
                Endpoint.order("/v5/order/cancel-batch", 20, 10, call -> batch(call, this::cancel))
                        .as("cancel"),
                Endpoint.order("/v5/order/amend-batch", 20, 10, call -> batch(call, this::amend))
                        .as("amend"));
    }

    private JsonNode create(Call call) {
        var listing = floor.listing(call.form());
        var category = Category.of(listing);
        var request = new OrderForm(call.form(), listing).read(floor);
        if (isTaken(call.account(), request.clientId())) {
            throw Denials.duplicate(category);
        }
        var outcome = floor.exchange().place(call.account(), request);
        if (outcome instanceof Denied denied) {
            return stillborn(call.account(), request, denied)
                    .map(this::acknowledged)
                    .orElseThrow(() -> Denials.notPlaced(denied, category, request.side()));
        }
        var order = ((Taken) outcome).order();
        floor.placed(order);
        return acknowledged(order);
    }

    /** A post-only order that would take is acknowledged, and cancelled before anybody saw it stand. */
    private Optional<SimOrder> stillborn(String account, OrderRequest request, Denied denied) {
        if (denied.denial() != Denial.WOULD_MATCH) {
            return Optional.empty();
        }
        var rejected = floor.exchange().rejected(account);
        var order = rejected.get(rejected.size() - 1);
        if (!order.request().equals(request)) {
            throw new AssertionError(request);
        }
        teller.accept(order);
        return Optional.of(order);
    }

    /** v5/order/create-order, "orderLinkId": always unique. */
    private boolean isTaken(String account, String linkId) {
        return floor.exchange().listings().stream()
                        .anyMatch(listing -> floor.exchange()
                                .find(account, listing.symbol(), SimRef.of(linkId))
                                .isPresent())
                || floor.exchange().rejected(account).stream()
                        .filter(BybitFloor::wasAcknowledged)
                        .anyMatch(order -> order.clientId().equals(linkId));
    }

    private JsonNode cancel(Call call) {
        var listing = floor.listing(call.form());
        var order = meant(call, listing);
        if (floor.exchange().cancel(call.account(), listing.symbol(), SimRef.of(order.orderId())) instanceof Denied) {
            if (order.state() == OrderState.FILLED) {
                teller.accept(order);
            }
            throw Denials.noSuchOrder(Category.of(listing));
        }
        return acknowledged(order);
    }

    private JsonNode amend(Call call) {
        var listing = floor.listing(call.form());
        var order = meant(call, listing);
        var qty = call.form().decimal("qty").map(Qty::new);
        var px = call.form().decimal("price").map(Px::new);
        var outcome = floor.exchange().amend(call.account(), listing.symbol(), SimRef.of(order.orderId()), qty, px);
        if (outcome instanceof Denied denied) {
            throw Denials.notPlaced(denied, Category.of(listing), order.side());
        }
        return acknowledged(((Taken) outcome).order());
    }

    private SimOrder meant(Call call, Listing listing) {
        if (call.form().optional("orderId").isEmpty()
                && call.form().optional("orderLinkId").isEmpty()) {
            throw Refusal.parameter("params error: orderId or orderLinkId is required");
        }
        return floor.ref(call.form())
                .flatMap(ref -> floor.exchange().find(call.account(), listing.symbol(), ref))
                .orElseThrow(() -> Denials.noSuchOrder(Category.of(listing)));
    }

    /** v5/order/cancel-all: on linear one of symbol, baseCoin and settleCoin is required. */
    private JsonNode cancelAll(Call call) {
        var wanted = Wanted.of(floor, call.form());
        if (wanted.category() != Category.SPOT && !wanted.isNarrowed()) {
            throw Refusal.parameter("params error: symbol, settleCoin or baseCoin is required");
        }
        var list = Json.array();
        for (var order : floor.exchange().openOrders(call.account(), Optional.empty())) {
            if (wanted.has(floor.names().listing(order.symbol()))) {
                var outcome = floor.exchange().cancel(call.account(), order.symbol(), SimRef.of(order.orderId()));
                if (outcome instanceof Outcome.Taken) {
                    list.add(acknowledged(order));
                }
            }
        }
        var json = Json.object();
        json.set("list", list);
        return json.put("success", "1");
    }

    private ObjectNode acknowledged(SimOrder order) {
        return Json.object()
                .put("orderId", floor.names().id(order.symbol(), order.orderId()))
                .put("orderLinkId", Wire.linkId(order.clientId()));
    }

    /** v5/order/batch-place: each item has its own code, in the same order, beside the answer. */
    private JsonNode batch(Call call, Function<Call, JsonNode> each) {
        var category = call.form().category();
        var items = StreamSupport.stream(
                        call.form().node("request").orElseGet(Json::array).spliterator(), false)
                .toList();
        if (items.isEmpty() || items.size() > category.pick(MOST_IN_SPOT_BATCH, MOST_IN_LINEAR_BATCH)) {
            throw Refusal.parameter("params error: the number of requests is out of range");
        }
        var list = Json.array();
        var codes = Json.array();
        for (var item : items) {
            carry(new Call(form(item, category), call.account()), each, list, codes);
        }
        var json = Json.object();
        json.set("list", list);
        return json.set(Batches.CODES, codes);
    }

    private static void carry(Call call, Function<Call, JsonNode> each, ArrayNode list, ArrayNode codes) {
        try {
            list.add(each.apply(call));
            codes.addObject().put("code", 0).put("msg", "OK");
        } catch (Refusal refusal) {
            list.addObject()
                    .put("orderId", "")
                    .put("orderLinkId", call.form().optional("orderLinkId").orElse(""));
            codes.addObject().put("code", refusal.code()).put("msg", refusal.text());
        }
    }

    private static Form form(JsonNode item, Category category) {
        var whole = Json.object();
        whole.setAll((ObjectNode) item);
        return Form.of(whole.put("category", category.wire()));
    }
}
