package sluice.sim.bybit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.Endpoint.Call;
import sluice.sim.bybit.json.ExecutionJson;
import sluice.sim.bybit.json.OrderJson;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.Json;

/** Orders and executions asked for, newest first and in pages. */
final class HistoryEndpoints {

    private static final int RECENT = 500;
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Duration UNFILLED_KEPT = Duration.ofHours(24);

    private final BybitFloor floor;
    private final OrderJson orders;
    private final ExecutionJson executions;

    HistoryEndpoints(BybitFloor floor) {
        this.floor = floor;
        this.orders = new OrderJson(floor.names());
        this.executions = new ExecutionJson(floor.exchange(), floor.names());
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.signed("GET /v5/order/realtime", 50, this::realtime).as("query"),
                Endpoint.signed("GET /v5/order/history", 50, this::history).as("query"),
                Endpoint.signed("GET /v5/execution/list", 50, this::executions).as("query"));
    }

    /**
     * v5/order/open-order: open orders; with openOnly=1, or asked for by id, also the 500 that closed last in the
     * category, which do not outlive a restart of the service.
     */
    private JsonNode realtime(Call call) {
        var form = call.form();
        var wanted = Wanted.of(floor, form);
        var isNamed = isNamed(form);
        if (wanted.category() != Category.SPOT && !wanted.isNarrowed() && !isNamed) {
            throw Refusal.parameter("params error: symbol, settleCoin or baseCoin is required");
        }
        var withClosed = form.optional("openOnly").map("1"::equals).orElse(isNamed);
        var found = new ArrayList<SimOrder>();
        var closed = 0;
        for (var order : newestFirst(call, wanted)) {
            var isClosed = OrderJson.isClosed(order);
            closed += isClosed ? 1 : 0;
            var isKept = withClosed && closed <= RECENT && order.updatedAt().isAfter(floor.restartedAt());
            if (!isClosed || isKept) {
                found.add(order);
            }
        }
        return page(call, wanted, found, 20, 50);
    }

    /** v5/order/order-list: what is closed, a week of it; what never executed for a day. */
    private JsonNode history(Call call) {
        var wanted = Wanted.of(floor, call.form());
        var within = within(call.form());
        var oldest = floor.now().minus(UNFILLED_KEPT);
        var found = newestFirst(call, wanted).stream()
                .filter(OrderJson::isClosed)
                .filter(order ->
                        order.cumQty().isPositive() || order.updatedAt().isAfter(oldest))
                .filter(order -> within.test(order.createdAt()))
                .toList();
        return page(call, wanted, found, 20, 50);
    }

    private JsonNode page(Call call, Wanted wanted, List<SimOrder> found, int usual, int most) {
        var pages = Pages.of(call.form(), found.size(), usual, most);
        var shown = pages.cut(found);
        if (shown.isEmpty()) {
            return Wire.list(Json.array(), pages.next())
                    .put("category", wanted.category().wire());
        }
        var ids = shown.stream().map(SimOrder::orderId).collect(Collectors.toSet());
        Map<Long, List<SimFill>> fills = floor.exchange().fills(call.account()).stream()
                .filter(fill -> ids.contains(fill.order().orderId()))
                .collect(Collectors.groupingBy(fill -> fill.order().orderId()));
        var list = Json.array(shown, order -> orders.queried(order, fills.getOrDefault(order.orderId(), List.of())));
        return Wire.list(list, pages.next()).put("category", wanted.category().wire());
    }

    private List<SimOrder> newestFirst(Call call, Wanted wanted) {
        var asked = new Asked(call.form(), wanted);
        return floor.orders(call.account())
                .filter(order -> asked.isFor(order.orderId(), order.clientId()))
                .filter(floor::sees)
                .filter(order -> wanted.has(floor.names().listing(order.symbol())))
                .sorted(Comparator.comparingLong(SimOrder::orderId).reversed())
                .toList();
    }

    /** v5/order/execution: at most 100 to a page; funding is among a linear account's. */
    private JsonNode executions(Call call) {
        var form = call.form();
        var wanted = Wanted.of(floor, form);
        var within = within(form);
        var found = new ArrayList<Executed>();
        fills(call, wanted, within, found);
        if (!isNamed(form)) {
            fundings(call, wanted, found);
        }
        found.removeIf(executed -> !within.test(executed.at()));
        form.optional("execType")
                .ifPresent(type -> found.removeIf(
                        executed -> !executed.json().path("execType").asText().equals(type)));
        found.sort(Comparator.comparingLong(Executed::execId).reversed());
        var pages = Pages.of(form, found.size(), 50, 100);
        return Wire.list(Json.array(pages.cut(found), Executed::json), pages.next())
                .put("category", wanted.category().wire());
    }

    /**
     * Which orders a call is about: the one of the venue's id, where it names any, else that of the client's, else all.
     */
    private final class Asked {

        private final boolean isById;
        private final Optional<Long> orderId;
        private final Optional<String> clientId;

        Asked(Form form, Wanted wanted) {
            var name = form.optional("orderId");
            this.isById = name.isPresent();
            this.orderId = name.flatMap(id -> floor.names().ref(wanted.category(), id))
                    .filter(SimRef.ByOrderId.class::isInstance)
                    .map(ref -> ((SimRef.ByOrderId) ref).orderId());
            this.clientId = form.optional("orderLinkId");
        }

        boolean isFor(long id, String client) {
            if (isById) {
                return orderId.isPresent() && orderId.get() == id;
            }
            return clientId.isEmpty() || clientId.get().equals(client);
        }
    }

    private record Executed(long execId, Instant at, ObjectNode json) {}

    private void fills(Call call, Wanted wanted, Predicate<Instant> within, List<Executed> into) {
        var asked = new Asked(call.form(), wanted);
        for (var fill : floor.exchange().fills(call.account())) {
            var of = fill.order();
            if (within.test(fill.at())
                    && asked.isFor(of.orderId(), of.clientId())
                    && floor.sees(fill)
                    && wanted.has(floor.names().listing(of.symbol()))) {
                var order = floor.exchange()
                        .find(call.account(), of.symbol(), SimRef.of(of.orderId()))
                        .orElseThrow();
                into.add(new Executed(fill.execId(), fill.at(), stripped(executions.of(fill, order))));
            }
        }
    }

    private void fundings(Call call, Wanted wanted, List<Executed> into) {
        for (var funding : floor.exchange().perpetuals().fundings(call.account())) {
            if (wanted.has(floor.names().listing(funding.position().symbol()))) {
                into.add(new Executed(funding.execId(), funding.at(), stripped(executions.of(funding))));
            }
        }
    }

    private static ObjectNode stripped(ObjectNode json) {
        json.remove("category");
        return json;
    }

    private static boolean isNamed(Form form) {
        return form.optional("orderId").isPresent()
                || form.optional("orderLinkId").isPresent();
    }

    /** v5: without times the last seven days; with one, seven days from or to it; never more. */
    private Predicate<Instant> within(Form form) {
        var start = form.number("startTime").stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst();
        var end =
                form.number("endTime").stream().mapToObj(Instant::ofEpochMilli).findFirst();
        var to = end.orElseGet(() -> start.map(from -> from.plus(WINDOW)).orElse(Instant.MAX));
        var from = start.orElseGet(() -> end.orElse(floor.now()).minus(WINDOW));
        if (end.isPresent() && Duration.between(from, to).compareTo(WINDOW) > 0) {
            throw Refusal.parameter("params error: The time range between startTime and endTime cannot exceed 7 days.");
        }
        return at -> !at.isBefore(from) && !at.isAfter(to);
    }
}
