package sluice.engine.market;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** In the currency of limits; empty while nothing says what some of it is worth. */
    public Optional<BigDecimal> profit() {
        if (!unvalued().isEmpty()) {
            return Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        for (var position : turn.orders().positions()) {
            var open = mark(position).map(position::unrealised).orElse(BigDecimal.ZERO);
            sum = sum.add(worth(position.symbol().quote(), position.realised().add(open)));
            for (var fee : position.fees().entrySet()) {
                sum = sum.subtract(worth(fee.getKey(), fee.getValue()));
            }
        }
        for (var paid : turn.state().accounts().funding().values()) {
            sum = sum.subtract(worth(paid.asset(), paid.amount()));
        }
        return Optional.of(sum);
    }

    private BigDecimal worth(String asset, BigDecimal amount) {
        return amount.signum() == 0
                ? BigDecimal.ZERO
                : amount.multiply(exposures.usd(asset).orElseThrow());
    }

    /** What we hold that was never marked, and in what else we earned or paid that has no price now. */
    public Set<String> unvalued() {
        var unvalued = new TreeSet<String>();
        for (var position : turn.orders().positions()) {
            if (!position.netQty().isZero() && mark(position).isEmpty()) {
                unvalued.add(position.symbol().name());
            }
            if (!position.netQty().isZero() || position.realised().signum() != 0) {
                unpriced(position.symbol().quote()).ifPresent(unvalued::add);
            }
            position.fees().entrySet().stream()
                    .filter(fee -> fee.getValue().signum() != 0)
                    .flatMap(fee -> unpriced(fee.getKey()).stream())
                    .forEach(unvalued::add);
        }
        turn.state().accounts().funding().values().stream()
                .filter(paid -> paid.amount().signum() != 0)
                .flatMap(paid -> unpriced(paid.asset()).stream())
                .forEach(unvalued::add);
        return unvalued;
    }

    private Optional<String> unpriced(String asset) {
        return exposures.usd(asset).isEmpty() ? Optional.of(asset) : Optional.empty();
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
