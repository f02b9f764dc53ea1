package sluice.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import sluice.engine.view.MarketView;
import sluice.market.Clock;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.market.consolidated.MarketReading;
import sluice.market.consolidated.MarketReading.Usual;
import sluice.market.consolidated.MedianOfThree;
import sluice.market.consolidated.Parkinson;
import sluice.market.consolidated.RegimeDetector;
import sluice.market.consolidated.Usuals;
import sluice.market.consolidated.VenueLevel;
import sluice.market.consolidated.Volatility;

/**
 * The regime of each symbol, from a sample of its consolidated book about once a second.
 *
 * <p>Where there are many, a few are sampled at a time: all at once would keep an order waiting.
 */
public final class Regimes {

    public static final Duration EVERY = Duration.ofSeconds(1);

    private static final Duration KEPT_EVERY = Duration.ofMinutes(10);

    private static final int AT_ONCE = 10;

    private static final double NEAR_BPS = 10;
    private static final double BPS = 10_000;

    private final Books books;
    private final Clock clock;
    private final Map<Symbol, Sampled> sampled = new ConcurrentHashMap<>();
    private final Map<Symbol, Usuals> usuals = new HashMap<>();
    private final Map<Symbol, String> kept = new ConcurrentHashMap<>();
    private final Map<Symbol, Instant> keptAt = new HashMap<>();
    private final Map<Symbol, Qty> near = new ConcurrentHashMap<>();
    private final Deque<Symbol> turns = new ArrayDeque<>();
    private final Crossings crossings;
    private Duration pause = EVERY;

    private record Sampled(
            Volatility volatility, Parkinson parkinson, MedianOfThree spreads, RegimeDetector detector, Usual usual) {

        static final Sampled NOTHING = new Sampled(
                Volatility.UNKNOWN, Parkinson.UNKNOWN, MedianOfThree.NONE, RegimeDetector.CALM, Usual.UNKNOWN);

        MarketView view() {
            return new MarketView(
                    detector.regime(), known(volatility.fast()), known(volatility.slow()), parkinson.sigma(), usual);
        }

        private OptionalDouble known(double sigma) {
            return volatility.isKnown() ? OptionalDouble.of(sigma) : OptionalDouble.empty();
        }
    }

    public Regimes(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
        this.crossings = new Crossings(books.outlierBps());
    }

    /** What was seen of venues that cross each other, at the same looks. */
    Crossings crossings() {
        return crossings;
    }

    public Regime of(Symbol symbol) {
        return sampled.getOrDefault(symbol, Sampled.NOTHING).detector.regime();
    }

    /** What stood within 10 bps of the mid at the last sample. */
    Optional<Qty> near(Symbol symbol) {
        return Optional.ofNullable(near.get(symbol));
    }

    /** How the market behaves; may be asked from any thread. */
    public MarketView view(Symbol symbol) {
        return sampled.getOrDefault(symbol, Sampled.NOTHING).view();
    }

    /**
     * What an earlier process learned of these symbols, as {@link #usuals} told it; what cannot be read is passed over.
     */
    public void remember(Map<Symbol, String> learned) {
        learned.forEach((symbol, text) -> {
            try {
                usuals.put(symbol, Usuals.of(text));
                kept.put(symbol, text);
            } catch (IllegalArgumentException unreadable) {
                // Usual spreads are learned anew within minutes.
            }
        });
    }

    /** What is usual, to be remembered, as it was some minutes ago; may be asked from any thread. */
    public Map<Symbol, String> usuals() {
        return Map.copyOf(kept);
    }

    /** Brings {@link #usuals} up to date. */
    public void keep() {
        usuals.forEach((symbol, learned) -> kept.put(symbol, learned.text()));
    }

    private void keep(Symbol symbol, Usuals learned) {
        var last = keptAt.computeIfAbsent(symbol, first -> clock.now());
        if (Duration.between(last, clock.now()).compareTo(KEPT_EVERY) >= 0) {
            keptAt.put(symbol, clock.now());
            kept.put(symbol, learned.text());
        }
    }

    /** Samples those whose turn it is; answers how long to wait before the next turn. */
    public Duration sample() {
        if (turns.isEmpty()) {
            turns.addAll(books.symbols());
            pause = EVERY.dividedBy(Math.max(1, (turns.size() + AT_ONCE - 1) / AT_ONCE));
        }
        for (int i = 0; i < AT_ONCE && !turns.isEmpty(); i++) {
            sample(turns.removeFirst());
        }
        return pause;
    }

    /**
     * The middle one of the venues' own spreads, the lower of two: that of all together is mostly what they stray from
     * one another, and one venue whose touch was just taken is no wide market.
     */
    private static double spread(ConsolidatedBook top) {
        var spreads = top.places().stream()
                .mapToDouble(place -> best(top.asks(), place) - best(top.bids(), place))
                .sorted()
                .toArray();
        return spreads[(spreads.length - 1) / 2];
    }

    private static double best(List<VenueLevel> touches, Place place) {
        for (var touch : touches) {
            if (touch.place().equals(place)) {
                return touch.px().value().doubleValue();
            }
        }
        throw new AssertionError("a trusted book has two sides: " + place);
    }

    private void sample(Symbol symbol) {
        var book = books.top(symbol);
        crossings.look(symbol, book, clock.nanos());
        if (book.mid().isEmpty()) {
            return;
        }
        var mid = book.mid().get();
        var now = clock.nanos();
        var before = sampled.getOrDefault(symbol, Sampled.NOTHING);
        var volatility = before.volatility.after(mid, now);
        var spreads = before.spreads.after(spread(book) / mid.value().doubleValue() * BPS);
        var spread = spreads.middle();
        var depth = books.depthWithin(book, symbol, NEAR_BPS);
        near.put(symbol, new Qty(BigDecimal.valueOf(depth)));
        var past = usuals.computeIfAbsent(symbol, first -> new Usuals());
        var usual = past.at(clock.now());
        past.learn(clock.now(), spread, depth);
        keep(symbol, past);
        var reading = MarketReading.of(
                volatility, spread, depth, usual, book.excluded().size(), books.count(symbol));
        var parkinson = before.parkinson.after(mid, now);
        sampled.put(symbol, new Sampled(volatility, parkinson, spreads, before.detector.after(reading, now), usual));
    }
}
