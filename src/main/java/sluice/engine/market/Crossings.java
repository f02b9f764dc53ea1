package sluice.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import sluice.market.Symbol;
import sluice.market.consolidated.ConsolidatedBook;

/**
 * Since when venues have crossed each other by more than fees and their usual distance explain. Confined to the desk
 * thread.
 *
 * <p>A cross that was there at two looks is taken to have lasted between them.
 */
final class Crossings {

    private final BigDecimal toleratedBps;
    private final Map<Symbol, Long> since = new HashMap<>();

    Crossings(BigDecimal toleratedBps) {
        this.toleratedBps = toleratedBps;
    }

    /** For how long they have; zero while they do not. */
    Duration look(Symbol symbol, ConsolidatedBook book, long nanos) {
        if (!book.isCrossedBeyond(toleratedBps)) {
            since.remove(symbol);
            return Duration.ZERO;
        }
        return Duration.ofNanos(nanos - since.computeIfAbsent(symbol, first -> nanos));
    }
}
