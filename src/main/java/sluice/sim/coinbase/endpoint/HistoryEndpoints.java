package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.coinbase.call.Query;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.front.Json;

/** An account's orders and fills, newest first, in pages that new ones do not shift. */
final class HistoryEndpoints {

    private static final int MOST = 1_000;

    private final Floor floor;
    private final Written written;

    HistoryEndpoints(Floor floor) {
        this.floor = floor;
        this.written = new Written(floor);
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.view("/orders/historical/batch", this::orders).as("query"),
                Endpoint.view("/orders/historical/fills", this::fills).as("query"),
                Endpoint.view("/orders/historical/{id}", this::order).as("query"));
    }

    private JsonNode order(Call call) {
        var order = floor.byId(call.account(), call.named())
                .filter(floor::sees)
                .orElseThrow(() -> Refusal.notFound("order with this orderID was"));
        return Json.object().set("order", OrderJson.order(floor, order));
    }

    private JsonNode orders(Call call) {
        var query = call.query();
        if (query.all("order_status").contains("OPEN")
                && query.all("order_status").size() > 1) {
            throw Refusal.invalid("OPEN cannot be combined with other order statuses");
        }
        var wanted = floor.exchange().orders(call.account()).stream()
                .filter(floor::sees)
                .filter(isAskedFor(query))
                .toList();
        var page = page(wanted, query, SimOrder::orderId);
        var json = Json.object();
        json.set("orders", Json.array(page.items(), written::of));
        return json.put("sequence", "0").put("has_next", page.hasNext()).put("cursor", page.cursor());
    }

    private Predicate<SimOrder> isAskedFor(Query query) {
        var start = query.time("start_date");
        var end = query.time("end_date");
        return order -> start.filter(order.createdAt()::isBefore).isEmpty()
                && end.filter(at -> !order.createdAt().isBefore(at)).isEmpty()
                && query.admits("product_ids", order.symbol())
                && query.admits("product_id", order.symbol())
                && (query.all("order_ids").isEmpty() || query.admits("order_ids", Ids.order(order.orderId())))
                && query.admits("order_side", order.side().name())
                && query.admits("order_types", OrderJson.type(order.request()))
                && query.admits("time_in_forces", OrderJson.tif(order.request()))
                && query.admits("product_type", "SPOT")
                && hasStatus(query, order);
    }

    /** An open order whose cancel waits is still listed as open. */
    private boolean hasStatus(Query query, SimOrder order) {
        return query.admits("order_status", OrderJson.status(floor, order))
                || order.isOpen() && query.admits("order_status", "OPEN");
    }

    private JsonNode fills(Call call) {
        var query = call.query();
        var start = query.time("start_sequence_timestamp");
        var end = query.time("end_sequence_timestamp");
        var wanted = floor.exchange().fills(call.account()).stream()
                .filter(floor::sees)
                .filter(isOfOrders(query))
                .filter(fill ->
                        query.all("trade_ids").isEmpty() || query.admits("trade_ids", String.valueOf(fill.tradeId())))
                .filter(fill -> query.admits("product_ids", fill.order().symbol()))
                .filter(fill -> query.admits("product_id", fill.order().symbol()))
                .filter(fill -> isWithin(fill.at(), start.orElse(Instant.MIN), end.orElse(Instant.MAX)))
                .toList();
        var page = page(wanted, query, SimFill::execId);
        var json = Json.object();
        json.set("fills", Json.array(page.items(), fill -> OrderJson.fill(floor, fill, isInQuote(fill))));
        return json.put("cursor", page.cursor());
    }

    private static Predicate<SimFill> isOfOrders(Query query) {
        return isOf(query.all("order_ids")).and(isOf(query.all("order_id")));
    }

    private static Predicate<SimFill> isOf(List<String> ids) {
        var numbers = ids.stream()
                .flatMapToLong(id -> Ids.number(id).stream())
                .boxed()
                .collect(Collectors.toSet());
        return fill -> ids.isEmpty() || numbers.contains(fill.order().orderId());
    }

    private static boolean isWithin(Instant at, Instant start, Instant end) {
        return !at.isBefore(start) && !at.isAfter(end);
    }

    private boolean isInQuote(SimFill fill) {
        var order = fill.order();
        return floor.byId(order.account(), Ids.order(order.orderId()))
                .filter(found -> found.request().size().inQuote())
                .isPresent();
    }

    /** A cursor names the last one told, so that what came since is on no page and what is told on none twice. */
    private static <T> Page<T> page(List<T> all, Query query, ToLongFunction<T> number) {
        var before = query.text("cursor").map(Page::read).orElse(Long.MAX_VALUE);
        var rest = all.stream()
                .filter(item -> number.applyAsLong(item) < before)
                .sorted(Comparator.comparingLong(number).reversed())
                .toList();
        var limit = query.limit(100, MOST);
        var items = rest.subList(0, Math.min(limit, rest.size()));
        var more = rest.size() > items.size();
        Function<List<T>, String> last = list -> Page.written(number.applyAsLong(list.get(list.size() - 1)));
        return new Page<>(items, more, more ? last.apply(items) : "");
    }
}
