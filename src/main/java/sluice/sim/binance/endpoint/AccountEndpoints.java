package sluice.sim.binance.endpoint;

import static sluice.sim.binance.call.Padded.fixed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.sim.Holding;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;

/** What an account may ask about itself: orders, fills, balances, fees, limits. */
final class AccountEndpoints {

    private static final long LONGEST_HOURS = 24;

    private final Floor floor;

    AccountEndpoints(Floor floor) {
        this.floor = floor;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.signed("GET /api/v3/order", "order.status", 4, this::order)
                        .as("query"),
                Endpoint.signed("GET /api/v3/openOrders", "openOrders.status", 6, this::openOrders)
                        .weighing(params -> params.text("symbol").isPresent() ? 6 : 80)
                        .as("query"),
                Endpoint.signed("GET /api/v3/allOrders", "allOrders", 20, this::allOrders)
                        .as("query"),
                Endpoint.signed("GET /api/v3/myTrades", "myTrades", 20, this::trades)
                        .weighing(params -> params.text("orderId").isPresent() ? 5 : 20)
                        .as("query"),
                Endpoint.signed("GET /api/v3/account", "account.status", 20, this::account),
                Endpoint.signed("GET /api/v3/account/commission", "account.commission", 20, this::commission),
                Endpoint.signed("GET /sapi/v1/account/apiRestrictions", "", 1, this::restrictions),
                Endpoint.signed("GET /api/v3/rateLimit/order", "account.rateLimits.orders", 40, this::rateLimits));
    }

    private JsonNode order(Call call) {
        var symbol = floor.listing(call.params().mustText("symbol")).symbol();
        var refs = OrderEndpoints.reference(call.params(), "orderId", "origClientOrderId");
        call.params().allRead();
        var found = refs.stream()
                .flatMap(ref -> floor.find(call.account(), symbol, ref).stream())
                .toList();
        if (found.size() < refs.size()) {
            throw found.isEmpty() ? Refusal.noSuchOrder() : Refusal.mismatched();
        }
        if (found.stream().mapToLong(SimOrder::orderId).distinct().count() > 1) {
            throw Refusal.mismatched();
        }
        return OrderJson.queried(found.get(0));
    }

    private JsonNode openOrders(Call call) {
        var symbol =
                call.params().text("symbol").map(name -> floor.listing(name).symbol());
        call.params().allRead();
        var open = floor.exchange().openOrders(call.account(), symbol).stream().filter(floor::sees);
        return Json.array(open.toList(), OrderJson::queried);
    }

    private JsonNode allOrders(Call call) {
        var params = call.params();
        var symbol = floor.listing(params.mustText("symbol")).symbol();
        var from = params.number("orderId").orElse(0);
        var isFrom = params.number("orderId").isPresent();
        var window = window(params);
        var limit = params.limit(500, 1_000);
        params.allRead();
        var all = floor.exchange().orders(call.account()).stream()
                .filter(order -> order.symbol().equals(symbol) && order.orderId() >= from && floor.sees(order))
                .filter(order -> window.holds(order.createdAt()))
                .toList();
        return Json.array(window.page(all, limit, isFrom), OrderJson::queried);
    }

    private JsonNode trades(Call call) {
        var params = call.params();
        var symbol = floor.listing(params.mustText("symbol")).symbol();
        var orderId = params.number("orderId");
        var from = params.number("fromId");
        var window = window(params);
        var limit = params.limit(500, 1_000);
        params.allRead();
        if (from.isPresent() && window.isBounded()) {
            throw Refusal.badCombination();
        }
        var all = floor.exchange().fills(call.account()).stream()
                .filter(fill -> fill.order().symbol().equals(symbol) && floor.sees(fill))
                .filter(fill -> orderId.stream().allMatch(id -> fill.order().orderId() == id))
                .filter(fill -> fill.tradeId() >= from.orElse(0) && window.holds(fill.at()))
                .toList();
        return Json.array(window.page(all, limit, from.isPresent()), (SimFill fill) -> OrderJson.trade(fill));
    }

    /** A time window, at most a day long when both its ends are given. */
    private record Window(Optional<Instant> start, Optional<Instant> end) {

        boolean isBounded() {
            return start.isPresent() || end.isPresent();
        }

        boolean holds(Instant at) {
            return start.filter(at::isBefore).isEmpty()
                    && end.filter(at::isAfter).isEmpty();
        }

        /** The newest when nothing says where to begin, else the first. */
        <T> List<T> page(List<T> all, int limit, boolean isFrom) {
            var size = Math.min(limit, all.size());
            return isFrom || start.isPresent() ? all.subList(0, size) : all.subList(all.size() - size, all.size());
        }
    }

    private static Window window(Params params) {
        var start = params.number("startTime").stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst();
        var end = params.number("endTime").stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst();
        if (start.isPresent() && end.isPresent()) {
            var length = Duration.between(start.get(), end.get());
            if (length.isNegative()) {
                throw Refusal.invalid("startTime");
            }
            if (length.compareTo(Duration.ofHours(LONGEST_HOURS)) > 0) {
                throw Refusal.tooLong((int) LONGEST_HOURS);
            }
        }
        return new Window(start, end);
    }

    private JsonNode account(Call call) {
        var omitZero = call.params().flag("omitZeroBalances", false);
        call.params().allRead();
        var json = Json.object();
        for (var name : List.of("maker", "taker", "buyer", "seller")) {
            json.put(name + "Commission", 0);
        }
        json.set("commissionRates", anyRates(call.account()));
        json.put("canTrade", true).put("canWithdraw", false).put("canDeposit", false);
        json.put("brokered", false).put("requireSelfTradePrevention", false).put("preventSor", false);
        json.put("updateTime", floor.serverTime().toEpochMilli()).put("accountType", "SPOT");
        json.set("balances", balances(floor.exchange().holdings(call.account()), omitZero));
        json.set("permissions", Json.texts(List.of("SPOT")));
        return json.put("uid", Math.abs((long) call.account().hashCode()));
    }

    static ArrayNode balances(Map<String, Holding> holdings, boolean omitZero) {
        var shown = new TreeMap<>(holdings);
        shown.values().removeIf(holding -> omitZero && holding.total().signum() == 0);
        return Json.array(
                shown.entrySet(),
                entry -> Json.object()
                        .put("asset", entry.getKey())
                        .put("free", fixed(entry.getValue().free()))
                        .put("locked", fixed(entry.getValue().locked())));
    }

    private ObjectNode anyRates(String account) {
        return floor.exchange().listings().stream()
                .findFirst()
                .map(listing -> rates(account, listing.symbol()))
                .orElseGet(Json::object);
    }

    private ObjectNode rates(String account, String symbol) {
        var fees = floor.exchange().fees(account, symbol);
        return rates(fees.maker(), fees.taker());
    }

    private static ObjectNode rates(BigDecimal maker, BigDecimal taker) {
        return Json.object()
                .put("maker", fixed(maker))
                .put("taker", fixed(taker))
                .put("buyer", fixed(BigDecimal.ZERO))
                .put("seller", fixed(BigDecimal.ZERO));
    }

    /** Wallet, "Get API Key Permission". */
    private JsonNode restrictions(Call call) {
        call.params().allRead();
        return Json.object()
                .put("ipRestrict", false)
                .put("createTime", 1_760_000_000_000L)
                .put("enableReading", true)
                .put("enableWithdrawals", floor.faults().inForce(FaultKind.KEY_WITHDRAWS, floor.now()))
                .put("enableInternalTransfer", false)
                .put("enableMargin", false)
                .put("enableFutures", false)
                .put("permitsUniversalTransfer", false)
                .put("enableVanillaOptions", false)
                .put("enableFixApiTrade", false)
                .put("enableFixReadOnly", false)
                .put("enableSpotAndMarginTrading", true)
                .put("enablePortfolioMarginTrading", false);
    }

    private JsonNode commission(Call call) {
        var symbol = floor.listing(call.params().mustText("symbol")).symbol();
        call.params().allRead();
        var json = Json.object().put("symbol", symbol);
        json.set("standardCommission", rates(call.account(), symbol));
        json.set("specialCommission", rates(BigDecimal.ZERO, BigDecimal.ZERO));
        json.set("taxCommission", rates(BigDecimal.ZERO, BigDecimal.ZERO));
        json.set(
                "discount",
                Json.object()
                        .put("enabledForAccount", false)
                        .put("enabledForSymbol", false)
                        .put("discountAsset", "BNB")
                        .put("discount", "0.75000000"));
        return json;
    }

    private JsonNode rateLimits(Call call) {
        call.params().allRead();
        return orderLimits(floor, call.account());
    }

    static ArrayNode orderLimits(Floor floor, String account) {
        var counts = floor.counts(account);
        var limits = floor.limits();
        return Json.array(
                Stream.of(
                                InstrumentJson.rateLimit("ORDERS", "SECOND", 10, limits.ordersPerTenSeconds())
                                        .put("count", counts.inTenSeconds(floor.now())),
                                InstrumentJson.rateLimit("ORDERS", "DAY", 1, limits.ordersPerDay())
                                        .put("count", counts.inDay(floor.now())))
                        .toList(),
                limit -> limit);
    }
}
