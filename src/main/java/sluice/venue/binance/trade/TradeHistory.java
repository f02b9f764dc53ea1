package sluice.venue.binance.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.venue.VenueFill;
import sluice.venue.binance.trade.wire.ReadRequests;

/**
 * All our executions of one symbol since a moment, page by page.
 *
 * <p>Days are asked for until one has a trade, since the venue takes no longer span; from there on pages go by trade
 * id, which has no span.
 */
final class TradeHistory {

    private static final Duration LONGEST_SPAN = Duration.ofHours(24);
    private static final int WEIGHT = 20;

    private final Gate gate;
    private final Wire wire;
    private final Symbol symbol;
    private final List<VenueFill> fills = new ArrayList<>();
    private Instant from;
    private long nextId = -1;

    TradeHistory(Gate gate, Wire wire, Symbol symbol, Instant since) {
        this.gate = gate;
        this.wire = wire;
        this.symbol = symbol;
        this.from = since;
    }

    Symbol symbol() {
        return symbol;
    }

    List<VenueFill> fills() {
        return fills;
    }

    /** Fetches what is new since the last time; {@code then} hears of a failure, or that all is there. */
    void fetch(Consumer<Answer> then) {
        if (nextId >= 0) {
            ask(Ask.read(WEIGHT, at -> wire.reads().tradesFrom(symbol, nextId, at)), true, then);
            return;
        }
        var now = gate.venueNow();
        from = from.isBefore(now) ? from : now;
        var to = from.plus(LONGEST_SPAN).isBefore(now) ? from.plus(LONGEST_SPAN) : now;
        ask(Ask.read(WEIGHT, at -> wire.reads().tradesBetween(symbol, from, to, at)), !to.isBefore(now), answer -> {
            if (answer instanceof Answer.Done && nextId < 0 && to.isBefore(now)) {
                from = to;
                fetch(then);
            } else {
                then.accept(answer);
            }
        });
    }

    private void ask(Ask ask, boolean last, Consumer<Answer> then) {
        gate.soon(ask, answer -> {
            var isWhole =
                    answer instanceof Answer.Done done && add(wire.objects().trades(done.body())) && last;
            if (answer instanceof Answer.Done && !isWhole && nextId >= 0) {
                fetch(then);
            } else {
                then.accept(answer);
            }
        });
    }

    /** Whether the page was not full, so that no more follows it. */
    private boolean add(List<VenueFill> page) {
        fills.addAll(page);
        page.forEach(fill -> nextId =
                Math.max(nextId, Long.parseLong(fill.execution().execId().value()) + 1));
        return page.size() < ReadRequests.PAGE;
    }
}
