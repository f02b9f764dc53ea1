package sluice.sim.bybit.json;

import static sluice.sim.bybit.json.Wire.plain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import sluice.market.Side;
import sluice.sim.Exchange;
import sluice.sim.Holding;
import sluice.sim.Listing;
import sluice.sim.front.Json;
import sluice.sim.perp.Position;

/**
 * A unified account's money, a coin at a time.
 *
 * <p>{@code locked} is what spot orders bind; what perpetuals bind is {@code totalPositionIM} and {@code totalOrderIM}.
 */
public final class WalletJson {

    private static final int PLACES = 8;
    private static final BigDecimal MAINTENANCE = new BigDecimal("0.005");

    private final Exchange exchange;

    public WalletJson(Exchange exchange) {
        this.exchange = exchange;
    }

    /** What perpetuals do to one coin. */
    private record Margin(
            BigDecimal position, BigDecimal all, BigDecimal unrealised, BigDecimal realised, BigDecimal value) {}

    public ObjectNode of(String account, Optional<Set<String>> coins) {
        var json = Json.object().put("accountType", "UNIFIED");
        var list = Json.array();
        var wallet = BigDecimal.ZERO;
        var margin = BigDecimal.ZERO;
        var unrealised = BigDecimal.ZERO;
        for (var entry : new TreeMap<>(exchange.holdings(account)).entrySet()) {
            var coin = entry.getKey();
            var bound = margin(account, coin, entry.getValue());
            var worth = worth(coin);
            wallet = wallet.add(entry.getValue().total().multiply(worth));
            margin = margin.add(bound.all().multiply(worth));
            unrealised = unrealised.add(bound.unrealised().multiply(worth));
            if (coins.map(wanted -> wanted.contains(coin)).orElse(true)) {
                list.add(coin(coin, entry.getValue(), bound, worth));
            }
        }
        totals(json, wallet, margin, unrealised);
        json.set("coin", list);
        return json;
    }

    private static void totals(ObjectNode json, BigDecimal wallet, BigDecimal margin, BigDecimal unrealised) {
        var equity = wallet.add(unrealised);
        json.put("accountIMRate", "0").put("accountMMRate", "0").put("accountLTV", "0");
        json.put("totalEquity", cents(equity)).put("totalWalletBalance", cents(wallet));
        json.put("totalMarginBalance", cents(equity)).put("totalPerpUPL", cents(unrealised));
        json.put("totalAvailableBalance", cents(equity.subtract(margin).max(BigDecimal.ZERO)));
        json.put("totalInitialMargin", cents(margin));
        json.put("totalMaintenanceMargin", cents(margin.multiply(MAINTENANCE)));
    }

    private static ObjectNode coin(String coin, Holding holding, Margin margin, BigDecimal worth) {
        var equity = holding.total().add(margin.unrealised());
        return Json.object()
                .put("coin", coin)
                .put("equity", plain(equity))
                .put("usdValue", cents(equity.multiply(worth)))
                .put("walletBalance", plain(holding.total()))
                .put("locked", plain(holding.locked().subtract(margin.all())))
                .put("borrowAmount", "0")
                .put("spotBorrow", "0")
                .put("accruedInterest", "0")
                .put("bonus", "0")
                .put("totalOrderIM", plain(margin.all().subtract(margin.position())))
                .put("totalPositionIM", plain(margin.position()))
                .put("totalPositionMM", plain(margin.value().multiply(MAINTENANCE)))
                .put("unrealisedPnl", plain(margin.unrealised()))
                .put("cumRealisedPnl", plain(margin.realised()))
                .put("availableToWithdraw", "")
                .put("availableToBorrow", "")
                .put("marginCollateral", true)
                .put("collateralSwitch", true);
    }

    private Margin margin(String account, String coin, Holding holding) {
        var mine = exchange.perpetuals().positions(account).stream()
                .filter(position -> listing(position).quote().equals(coin))
                .toList();
        var locked = mine.isEmpty() ? BigDecimal.ZERO : holding.locked().subtract(inSpot(account, coin));
        return new Margin(
                sum(mine, position -> exchange.perpetuals().margin(account, position.symbol())),
                locked,
                sum(mine, position -> position.unrealised(mark(position))),
                sum(mine, Position::realised),
                sum(mine, position -> position.size().abs().multiply(mark(position))));
    }

    /** What open spot orders bind of a coin. */
    private BigDecimal inSpot(String account, String coin) {
        var sum = BigDecimal.ZERO;
        for (var order : exchange.openOrders(account, Optional.empty())) {
            var listing = exchange.listing(order.symbol()).orElseThrow();
            var buys = order.side() == Side.BUY;
            if (!listing.isPerpetual() && coin.equals(buys ? listing.quote() : listing.base())) {
                var qty = order.leavesQty().value();
                sum = sum.add(
                        buys ? qty.multiply(order.request().px().orElseThrow().value()) : qty);
            }
        }
        return sum;
    }

    private BigDecimal mark(Position position) {
        return exchange.perpetuals().marking(position.symbol()).mark().value();
    }

    private Listing listing(Position position) {
        return exchange.listing(position.symbol()).orElseThrow();
    }

    /** What a coin is worth in the account's quote money, which stands for dollars. */
    private BigDecimal worth(String coin) {
        return exchange.listings().stream()
                .filter(listing -> !listing.isPerpetual() && listing.base().equals(coin))
                .findFirst()
                .map(listing -> exchange.mid(listing.symbol()).value())
                .orElse(BigDecimal.ONE);
    }

    private static BigDecimal sum(Iterable<Position> positions, Function<Position, BigDecimal> of) {
        var sum = BigDecimal.ZERO;
        for (var position : positions) {
            sum = sum.add(of.apply(position));
        }
        return sum;
    }

    private static String cents(BigDecimal value) {
        return plain(value.setScale(PLACES, RoundingMode.DOWN));
    }
}
