package sluice.venue.paper;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.venue.VenuePosition;

/**
 * The perpetual positions of an account on paper, one-way and at their whole notional. Confined to its account.
 *
 * <p>An account is good for its positions with all the money it has in their quote. What is left of that at the mark
 * must be more than a maintenance margin of 0.5 % of their value, as of the venues' lowest tier; else they are taken
 * over where nothing is left.
 */
final class Margin {

    private static final BigDecimal MAINTENANCE = new BigDecimal("0.005");

    private final PaperFees fees;
    private final Map<Symbol, Holding> positions = new TreeMap<>();
    private final Map<Symbol, Px> marks = new TreeMap<>();

    /** Signed quantity and average entry price. */
    private record Holding(BigDecimal net, BigDecimal avgPx) {

        boolean isFlat() {
            return net.signum() == 0;
        }

        BigDecimal won(BigDecimal px) {
            return net.multiply(px.subtract(avgPx));
        }
    }

    Margin(PaperFees fees) {
        this.fees = fees;
    }

    void marked(Symbol symbol, Px px) {
        marks.put(symbol, px);
    }

    /** Trades; what closing brought in quote money. What is opened changes the average. */
    BigDecimal trade(Symbol symbol, BigDecimal signed, BigDecimal px) {
        var held = positions.getOrDefault(symbol, new Holding(BigDecimal.ZERO, BigDecimal.ZERO));
        var net = held.net.add(signed);
        if (held.net.signum() * signed.signum() >= 0) {
            var cost = held.net.multiply(held.avgPx).add(signed.multiply(px));
            positions.put(symbol, new Holding(net, cost.divide(net, MathContext.DECIMAL64)));
            return BigDecimal.ZERO;
        }
        var closed = held.net.abs().min(signed.abs()).multiply(BigDecimal.valueOf(held.net.signum()));
        var turned = net.signum() != held.net.signum();
        positions.put(symbol, new Holding(net, turned ? px : held.avgPx));
        return closed.multiply(px.subtract(held.avgPx));
    }

    BigDecimal net(Symbol symbol) {
        var held = positions.get(symbol);
        return held == null ? BigDecimal.ZERO : held.net;
    }

    /** What positions bind of an asset. */
    BigDecimal bound(String asset) {
        return sum(asset, held -> held.net.abs().multiply(held.avgPx));
    }

    private BigDecimal sum(String asset, Function<Holding, BigDecimal> of) {
        return positions.entrySet().stream()
                .filter(each -> each.getKey().quote().equals(asset))
                .map(each -> of.apply(each.getValue()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What open positions have won at their marks, or lost; one that was never marked, nothing. */
    BigDecimal unrealised(String asset) {
        return open(asset).stream()
                .map(symbol -> held(symbol).won(mark(symbol)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Holding held(Symbol symbol) {
        return Optional.ofNullable(positions.get(symbol)).orElseThrow();
    }

    private BigDecimal mark(Symbol symbol) {
        return Optional.ofNullable(marks.get(symbol)).map(Px::value).orElse(held(symbol).avgPx);
    }

    /** What an account must have left to keep its positions. */
    BigDecimal maintenance(String asset) {
        return open(asset).stream()
                .map(symbol -> held(symbol).net.abs().multiply(mark(symbol)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(MAINTENANCE);
    }

    /** Those that are held in a quote. */
    List<Symbol> open(String asset) {
        return positions.entrySet().stream()
                .filter(each ->
                        each.getKey().quote().equals(asset) && !each.getValue().isFlat())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether positions in an asset can be kept with so much of it. */
    boolean holds(String asset, BigDecimal money) {
        return open(asset).isEmpty() || money.add(unrealised(asset)).compareTo(maintenance(asset)) > 0;
    }

    /** Where closing a position, fee included, leaves nothing of so much money; empty where no price does. */
    Optional<Px> bankruptcy(Symbol symbol, BigDecimal money) {
        return leaving(symbol, money, fees.taker(symbol));
    }

    /** Where its account would not be good for it any more, all other marks as they are. */
    Optional<Px> liquidation(Symbol symbol, BigDecimal money) {
        var asset = symbol.quote();
        var own = held(symbol);
        var others = unrealised(asset).subtract(own.won(mark(symbol)));
        var theirs =
                maintenance(asset).subtract(own.net.abs().multiply(mark(symbol)).multiply(MAINTENANCE));
        return leaving(symbol, money.add(others).subtract(theirs), MAINTENANCE);
    }

    /** The price at which what the position lost and a part of its value come to so much money. */
    private Optional<Px> leaving(Symbol symbol, BigDecimal money, BigDecimal part) {
        var held = held(symbol);
        var slope = held.net.subtract(held.net.abs().multiply(part));
        var px = held.net.multiply(held.avgPx).subtract(money).divide(slope, MathContext.DECIMAL64);
        return px.signum() > 0 ? Optional.of(new Px(px)) : Optional.empty();
    }

    /** Flat ones included. */
    List<VenuePosition> positions(Map<String, BigDecimal> totals) {
        return positions.keySet().stream()
                .map(symbol -> position(symbol, totals.getOrDefault(symbol.quote(), BigDecimal.ZERO)))
                .toList();
    }

    private VenuePosition position(Symbol symbol, BigDecimal money) {
        var held = held(symbol);
        return new VenuePosition(
                symbol,
                new Qty(held.net),
                held.isFlat() ? Optional.empty() : Optional.of(new Px(held.avgPx)),
                Optional.ofNullable(marks.get(symbol)),
                held.isFlat() ? Optional.empty() : liquidation(symbol, money).map(Margin::shown),
                Optional.of(BigDecimal.ONE));
    }

    private static Px shown(Px exact) {
        return new Px(exact.value().round(new MathContext(8)));
    }
}
