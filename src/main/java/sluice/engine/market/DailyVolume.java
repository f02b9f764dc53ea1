package sluice.engine.market;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.Trade;

/** What was traded of each symbol over the last day, once a whole day was heard. Confined to the desk thread. */
final class DailyVolume {

    private static final int HOURS = 24;
    private static final long SECONDS = Duration.ofHours(1).toSeconds();

    private final Map<Symbol, Deque<Hour>> hours = new HashMap<>();

    private record Hour(long number, Qty qty) {}

    void printed(Trade trade, Instant at) {
        var number = at.getEpochSecond() / SECONDS;
        var heard = hours.computeIfAbsent(trade.symbol(), first -> new ArrayDeque<>());
        var last = heard.pollLast();
        if (last != null && last.number != number) {
            heard.addLast(last);
        }
        var before = last == null || last.number != number ? Qty.ZERO : last.qty;
        heard.addLast(new Hour(number, before.plus(trade.qty())));
        while (heard.size() > HOURS + 1) {
            heard.removeFirst();
        }
    }

    /** Of the last whole hours; empty until there were as many. */
    Optional<Qty> of(Symbol symbol) {
        var heard = hours.get(symbol);
        if (heard == null || heard.size() <= HOURS) {
            return Optional.empty();
        }
        return heard.stream().limit(HOURS).map(Hour::qty).reduce(Qty::plus);
    }
}
