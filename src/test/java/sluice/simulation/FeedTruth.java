package sluice.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import sluice.market.Symbol;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.LevelChange;

/**
 * Every book that the exchange ever had, so that one of ours can be looked up among them. Confined to one thread.
 *
 * <p>Two moments with equal books are told apart by nobody, and need not be; while it stays the same it is one state.
 */
final class FeedTruth implements ExchangeListener {

    /** As much as a decision is made by, where books are looked at all the time. */
    static final int DEPTH = 20;

    private final SimulatedVenue venue;
    private final int depth;
    private final Exchange exchange;
    private final Map<String, Past> pasts = new HashMap<>();

    private static final class Past {

        private final Map<Long, Integer> lastAt = new HashMap<>();
        private final List<Instant> since = new ArrayList<>();
        private List<Level> bids = List.of();
        private List<Level> asks = List.of();

        int states() {
            return since.size();
        }
    }

    FeedTruth(SimulatedVenue venue) {
        this(venue, DEPTH);
    }

    /** Keeps so many levels of each side in mind. */
    FeedTruth(SimulatedVenue venue, int depth) {
        this.depth = depth;
        this.venue = venue;
        this.exchange = venue.exchange();
        exchange.listings().forEach(listing -> keep(listing.symbol()));
        exchange.listen(this);
    }

    @Override
    public void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        keep(symbol);
    }

    private void keep(String symbol) {
        var past = pasts.computeIfAbsent(symbol, key -> new Past());
        var picture = exchange.picture(symbol, depth);
        if (past.since.isEmpty() || !isSame(past.bids, picture.bids()) || !isSame(past.asks, picture.asks())) {
            past.bids = picture.bids();
            past.asks = picture.asks();
            past.lastAt.put(key(picture.bids(), picture.asks()), past.states());
            past.since.add(exchange.now());
        }
    }

    /** What did not change is the same object: most changes are but the same levels told again. */
    private static boolean isSame(List<Level> before, List<Level> after) {
        for (int i = 0; i < after.size() && i < before.size(); i++) {
            if (before.get(i) != after.get(i)) {
                return false;
            }
        }
        return before.size() == after.size();
    }

    private String listed(Symbol symbol) {
        return venue.listing(symbol).symbol();
    }

    /** How many states ago the exchange's book was this one last; negative when it never was. */
    long age(Symbol symbol, Ladder ours) {
        var past = pasts.get(listed(symbol));
        var at = past.lastAt.get(key(ours.bids(), ours.asks()));
        return at == null ? -1 : past.states() - 1 - at;
    }

    /** For how many nanoseconds the exchange's book has not been this one any more; empty when it never was. */
    OptionalLong gone(Symbol symbol, Ladder ours) {
        var past = pasts.get(listed(symbol));
        var age = age(symbol, ours);
        if (age <= 0) {
            return age < 0 ? OptionalLong.empty() : OptionalLong.of(0);
        }
        var next = past.since.get(past.states() - (int) age);
        return OptionalLong.of(Duration.between(next, exchange.now()).toNanos());
    }

    /** How many there were so far. */
    long states(Symbol symbol) {
        return pasts.get(listed(symbol)).states();
    }

    /** Whether the book is what the exchange has now. */
    boolean isNow(Symbol symbol, Ladder ours) {
        var picture = exchange.picture(listed(symbol), depth);
        return key(ours.bids(), ours.asks()) == key(picture.bids(), picture.asks());
    }

    String now(Symbol symbol) {
        var picture = exchange.picture(listed(symbol), 3);
        return text(picture.bids(), picture.asks());
    }

    static String text(Ladder ladder) {
        return text(
                ladder.bids().stream().limit(3).toList(),
                ladder.asks().stream().limit(3).toList());
    }

    /** Tells books apart by what stands on their best levels; that two of a run share it is as good as impossible. */
    private long key(List<Level> bids, List<Level> asks) {
        return side(side(1, bids), asks);
    }

    private long side(long key, List<Level> levels) {
        var mixed = mix(key, Math.min(depth, levels.size()));
        for (int i = 0; i < levels.size() && i < depth; i++) {
            var level = levels.get(i);
            mixed = mix(mix(mixed, level.px().hashCode()), level.qty().hashCode());
        }
        return mixed;
    }

    private static long mix(long key, int next) {
        var mixed = (key ^ next) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 32;
    }

    private static String text(List<Level> bids, List<Level> asks) {
        return side(bids) + "|" + side(asks);
    }

    private static String side(List<Level> levels) {
        return levels.stream()
                .map(level -> level.px().plain() + " " + level.qty().plain())
                .collect(Collectors.joining(","));
    }
}
