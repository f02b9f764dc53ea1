package sluice.engine.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import sluice.engine.view.MarketView;
import sluice.market.Clock;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.consolidated.MarketReading;
import sluice.market.consolidated.MarketReading.Usual;
import sluice.market.consolidated.Parkinson;
import sluice.market.consolidated.RegimeDetector;
import sluice.market.consolidated.Usuals;
import sluice.market.consolidated.Volatility;

/**
 * The regime of each symbol, from a sample of its consolidated book about once a second.
 *
 * <p>Where there are many, a few are sampled at a time: all at once would keep an order waiting.
 */
public final class Regimes {

    public static final Duration EVERY = Duration.ofSeconds(1);

    private static final int AT_ONCE = 10;

    private static final double NEAR_BPS = 10;
    private static final double BPS = 10_000;

    private final Books books;
    private final Clock clock;
    private final Map<Symbol, Sampled> sampled = new ConcurrentHashMap<>();
    private final Map<Symbol, Usuals> usuals = new HashMap<>();
    private final Map<Symbol, Qty> near = new ConcurrentHashMap<>();
    private final Deque<Symbol> turns = new ArrayDeque<>();
    private Duration pause = EVERY;

    private record Sampled(Volatility volatility, Parkinson parkinson, RegimeDetector detector, Usual usual) {

        static final Sampled NOTHING =
                new Sampled(Volatility.UNKNOWN, Parkinson.UNKNOWN, RegimeDetector.CALM, Usual.UNKNOWN);

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

    private void sample(Symbol symbol) {
        var book = books.top(symbol);
        if (book.mid().isEmpty()) {
            return;
        }
        var mid = book.mid().get();
        var now = clock.nanos();
        var before = sampled.getOrDefault(symbol, Sampled.NOTHING);
        var volatility = before.volatility.after(mid, now);
        var spread =
                book.spread().orElseThrow().value().doubleValue() / mid.value().doubleValue() * BPS;
        var depth = books.depthWithin(book, symbol, NEAR_BPS);
        near.put(symbol, new Qty(BigDecimal.valueOf(depth)));
        var past = usuals.computeIfAbsent(symbol, first -> new Usuals());
        var usual = past.at(clock.now());
        past.learn(clock.now(), spread, depth);
        var reading = MarketReading.of(
                volatility, spread, depth, usual, book.excluded().size(), books.count(symbol));
        var parkinson = before.parkinson.after(mid, now);
        sampled.put(symbol, new Sampled(volatility, parkinson, before.detector.after(reading, now), usual));
    }
}
