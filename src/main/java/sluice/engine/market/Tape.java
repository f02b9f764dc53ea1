package sluice.engine.market;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.market.Symbol;
import sluice.market.Trade;

/**
 * The last prints of each symbol over all venues, in the order they came; older ones are dropped. Safe for any thread.
 */
public final class Tape {

    public static final int LENGTH = 500;

    private final Map<Symbol, Deque<Trade>> prints = new ConcurrentHashMap<>();

    public void printed(Trade trade) {
        var strip = prints.computeIfAbsent(trade.symbol(), symbol -> new ArrayDeque<>());
        synchronized (strip) {
            if (strip.size() == LENGTH) {
                strip.removeFirst();
            }
            strip.addLast(trade);
        }
    }

    /** Oldest first. */
    public List<Trade> of(Symbol symbol) {
        var strip = prints.get(symbol);
        if (strip == null) {
            return List.of();
        }
        synchronized (strip) {
            return new ArrayList<>(strip);
        }
    }
}
