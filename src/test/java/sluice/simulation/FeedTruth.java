package sluice.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * <p>Two moments with equal books are told apart by nobody, and need not be.
 */
final class FeedTruth implements ExchangeListener {

    private static final int DEPTH = 20;

    private final SimulatedVenue venue;
    private final Exchange exchange;
    private final Map<String, Past> pasts = new HashMap<>();

    private static final class Past {

        private final Map<String, Long> lastAt = new HashMap<>();
        private long states;
    }

    FeedTruth(SimulatedVenue venue) {
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
        var picture = exchange.picture(symbol, DEPTH);
        past.lastAt.put(text(picture.bids(), picture.asks()), past.states++);
    }

    private String listed(Symbol symbol) {
        return venue.listing(symbol).symbol();
    }

    /** How many states ago the exchange's book was this one last; negative when it never was. */
    long age(Symbol symbol, Ladder ours) {
        var past = pasts.get(listed(symbol));
        var at = past.lastAt.get(text(top(ours.bids()), top(ours.asks())));
        return at == null ? -1 : past.states - 1 - at;
    }

    /** How many there were so far. */
    long states(Symbol symbol) {
        return pasts.get(listed(symbol)).states;
    }

    /** Whether the book is what the exchange has now. */
    boolean isNow(Symbol symbol, Ladder ours) {
        var picture = exchange.picture(listed(symbol), DEPTH);
        return text(top(ours.bids()), top(ours.asks())).equals(text(picture.bids(), picture.asks()));
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

    private static List<Level> top(List<Level> side) {
        return new ArrayList<>(side.subList(0, Math.min(DEPTH, side.size())));
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
