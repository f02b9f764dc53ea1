package sluice.engine.market;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.turn.Turn;
import sluice.market.Px;
import sluice.market.Symbol;
import sluice.order.position.Position;

/**
 * What our fills have earned, less funding, since the journal began, open positions valued at the worst of mid and last
 * trade.
 *
 * <p>While there is no mark, the worst one of its last minute stands for it. Confined to the desk thread.
 */
public final class DailyLoss {

    private static final long KEPT_NANOS = 60_000_000_000L;

    private final Turn turn;
    private final Exposures exposures;
    private final Map<Symbol, Deque<Seen>> seen = new HashMap<>();

    /** The lower and the higher of mid and last trade at one moment. */
    private record Seen(long nanos, Px low, Px high) {}

    public DailyLoss(Turn turn, Exposures exposures) {
        this.turn = turn;
        this.exposures = exposures;
    }

    /** Looks at the marks of all that is held; to be called about once a second. */
    public void sample() {
        var now = turn.now().nanos();
        for (var position : turn.orders().positions()) {
            if (!position.netQty().isZero()) {
                sample(position.symbol(), now);
            }
        }
    }

    private void sample(Symbol symbol, long now) {
        var market = exposures.market(symbol);
        if (market.mid().isEmpty()) {
            return;
        }
        var mid = market.mid().get();
        var last = market.lastTrade().orElse(mid);
        var kept = seen.computeIfAbsent(symbol, first -> new ArrayDeque<>());
        var isLower = last.compareTo(mid) < 0;
        kept.removeIf(each -> each.nanos == now);
        kept.addLast(new Seen(now, isLower ? last : mid, isLower ? mid : last));
        while (now - kept.getFirst().nanos > KEPT_NANOS) {
            kept.removeFirst();
        }
    }

    /** In the currency of limits; empty while something that is held was never marked. */
    public Optional<BigDecimal> profit() {
        var sum = BigDecimal.ZERO;
        for (var position : turn.orders().positions()) {
            var own = profit(position);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(own.get());
        }
        return funding().map(sum::subtract);
    }

    /** What funding has cost, whoever's orders made the positions. */
    private Optional<BigDecimal> funding() {
        var sum = BigDecimal.ZERO;
        for (var paid : turn.state().accounts().funding().values()) {
            var usd = exposures.usd(paid.asset());
            if (usd.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(paid.amount().multiply(usd.get()));
        }
        return Optional.of(sum);
    }

    private Optional<BigDecimal> profit(Position position) {
        var usd = exposures.usd(position.symbol().quote());
        var mark = mark(position);
        if (usd.isEmpty() || mark.isEmpty() && !position.netQty().isZero()) {
            return Optional.empty();
        }
        var gross = position.realised().add(mark.map(position::unrealised).orElse(BigDecimal.ZERO));
        var sum = gross.multiply(usd.get());
        for (var fee : position.fees().entrySet()) {
            var worth = exposures.usd(fee.getKey());
            if (worth.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.subtract(fee.getValue().multiply(worth.get()));
        }
        return Optional.of(sum);
    }

    private Optional<Px> mark(Position position) {
        var kept = seen.get(position.symbol());
        if (position.netQty().isZero() || kept == null || kept.isEmpty()) {
            return Optional.empty();
        }
        var isLong = position.netQty().isPositive();
        var isFresh = exposures.market(position.symbol()).mid().isPresent();
        var counted = isFresh ? List.of(kept.getLast()) : List.copyOf(kept);
        return counted.stream()
                .map(each -> isLong ? each.low : each.high)
                .reduce((one, other) -> one.compareTo(other) < 0 == isLong ? one : other);
    }
}
