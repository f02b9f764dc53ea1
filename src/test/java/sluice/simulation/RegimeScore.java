package sluice.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.engine.market.Books;
import sluice.engine.market.Regimes;
import sluice.market.Clock;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.Consolidation;
import sluice.sim.Exchange;
import sluice.sim.floor.World;
import sluice.sim.store.MemoryLedger;

/**
 * How well the desk tells the regime of a simulated market, whose labels are known: it sees the books of three venues
 * once a second and nothing else.
 */
final class RegimeScore {

    private static final Instant START = Instant.parse("2026-08-01T00:00:00Z");
    private static final Symbol BTC = Symbol.of("BTC-USDT");

    /** Long enough after the market calmed for the detector to have calmed too, if it is ever going to. */
    private static final int SETTLED = 300;

    /** Six times what a calm market moves by in a second. */
    private static final double JUMP_BPS = 6 * 0.7;

    private final World world;
    private final Regimes regimes;
    private Instant now = START;

    private Regime truth = Regime.CALM;
    private Regime told = Regime.CALM;
    private int truthSince;
    private boolean awaited;
    private int agreed;
    private int seconds;
    private int onsets;
    private int switches;
    private int alarms;
    private int atJumps;
    private int jumpedAt = Integer.MIN_VALUE / 2;
    private double worthBefore;
    private final List<Integer> delays = new ArrayList<>();

    RegimeScore(long seed) {
        var venues = List.of("binance", "bybit", "coinbase");
        world = World.open(Worlds.of(seed, venues, List.of(BTC)), new MemoryLedger(), START);
        var clock = new Clock() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public long nanos() {
                return Duration.between(START, now).toNanos();
            }
        };
        var books = new Books(clock, Consolidation.DEFAULT);
        for (var venue : venues) {
            var exchange = world.exchange(venue);
            books.add(new Shown(
                    new VenueId(venue), exchange, exchange.listings().get(0).symbol(), clock));
        }
        regimes = new Regimes(books, clock);
    }

    /** A simulated venue's book, as it stands when it is looked at. */
    private record Shown(VenueId venue, Exchange exchange, String name, Clock clock) implements LiveBook {

        private static final int DEEPEST = 200;

        @Override
        public Symbol symbol() {
            return BTC;
        }

        @Override
        public Optional<Ladder> read(int depth) {
            var picture = exchange.picture(name, Math.min(depth, DEEPEST));
            return Optional.of(new Ladder(picture.bids(), picture.asks(), version(), clock.nanos()));
        }

        @Override
        public long version() {
            return clock.nanos();
        }
    }

    RegimeScore play(Duration time) {
        for (long i = 0; i < time.toSeconds(); i++) {
            now = now.plusSeconds(1);
            world.advance(now);
            regimes.sample();
            jumped();
            score(world.exchange("binance").regime("BTCUSDT"), regimes.of(BTC));
        }
        return this;
    }

    /** What the market is worth has moved by more in this second than it does by its own noise. */
    private void jumped() {
        var worth = world.exchange("binance").efficient("BTCUSDT").value().doubleValue();
        var isJump = worthBefore > 0 && Math.abs(1e4 * Math.log(worth / worthBefore)) > JUMP_BPS;
        jumpedAt = isJump ? seconds + 1 : jumpedAt;
        worthBefore = worth;
    }

    private void score(Regime real, Regime said) {
        seconds++;
        if (isCalm(real) != isCalm(truth)) {
            truthSince = seconds;
            awaited = !isCalm(real) && isCalm(said);
            onsets += isCalm(real) ? 0 : 1;
            if (!isCalm(real) && !isCalm(said)) {
                delays.add(0);
            }
        }
        if (awaited && !isCalm(said)) {
            delays.add(seconds - truthSince);
            awaited = false;
        }
        if (isCalm(told) && !isCalm(said) && isCalm(real) && seconds - truthSince > SETTLED) {
            alarms++;
            atJumps += seconds - jumpedAt <= 3 ? 1 : 0;
        }
        switches += isCalm(told) == isCalm(said) ? 0 : 1;
        agreed += isCalm(real) == isCalm(said) ? 1 : 0;
        truth = real;
        told = said;
    }

    private static boolean isCalm(Regime regime) {
        return regime == Regime.CALM;
    }

    /** How often the market ceased to be calm. */
    int onsets() {
        return onsets;
    }

    /** Of those, how many were told before they were over. */
    int found() {
        return delays.size();
    }

    double medianDelay() {
        var sorted = delays.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    /** The share of seconds in which calm was told from not calm. */
    double agreement() {
        return (double) agreed / seconds;
    }

    /** While the market had long been calm. */
    int falseAlarms() {
        return alarms;
    }

    /** Those of them at which the market truly jumped, which its labels do not tell and the rule asks for. */
    int atJumps() {
        return atJumps;
    }

    /** From calm to not calm and back. */
    int switches() {
        return switches;
    }

    @Override
    public String toString() {
        return "onsets %d, found %d, median delay %.0f s, agreement %.3f, false alarms %d (%d at jumps), switches %d"
                .formatted(onsets, found(), medianDelay(), agreement(), alarms, atJumps, switches);
    }

    /** Plays each seed for so many hours. */
    public static void main(String[] words) {
        for (int seed = 1; seed <= Integer.parseInt(words[0]); seed++) {
            var score = new RegimeScore(seed).play(Duration.ofHours(Integer.parseInt(words[1])));
            System.out.println(seed + ": " + score + " delays " + score.delays);
        }
    }
}
