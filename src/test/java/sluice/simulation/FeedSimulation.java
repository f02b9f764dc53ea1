package sluice.simulation;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import sluice.market.Symbol;
import sluice.market.book.LiveBook;
import sluice.net.Ends;
import sluice.venue.FeedReason;
import sluice.venue.Venue;
import sluice.venue.VenueEvent;

/**
 * Market data of one venue under faults that a seed decides, every readable book of ours compared with the exchange's.
 *
 * <ol>
 *   <li>A book that can be read is one that the exchange had, and never an older one than was read before.
 *   <li>Once nothing goes wrong any more, every book is there again and is the exchange's own.
 *   <li>Nothing that the venue sends ends the session.
 * </ol>
 */
final class FeedSimulation {

    static final String TRUE = "booksAreTrue";
    static final String MENDED = "booksAreMended";
    static final String BUG = "noBugs";

    /** Longer than the longest backoff, twice, and the silence before it is noticed. */
    private static final Duration REST = Duration.ofSeconds(90);

    /** More levels than any of these books has on a side, and no more than every venue tells. */
    private static final int WHOLE = 200;

    private final VirtualTime time = new VirtualTime();
    private final Findings findings;
    private final SimulatedWorld world;
    private final FeedTruth truth;
    private final Surroundings around;
    private final FeedMischief mischief;
    private final Venue adapter;
    private final Map<Symbol, Seen> books = new TreeMap<>();
    private long looks;
    private long readable;

    /** What was last looked at of a book of ours. */
    private static final class Seen {

        private final LiveBook book;
        private long version = -1;
        private long state;

        Seen(LiveBook book) {
            this.book = book;
        }
    }

    private FeedSimulation(FeedVenue venue, long seed, boolean tells) {
        var dice = Dice.of(seed);
        findings = new Findings(time, tells);
        world = new SimulatedWorld(time, venue.world(seed), Tempo.LIVELY);
        truth = new FeedTruth(world.venue(venue.venue()), WHOLE);
        around = new Surroundings(time, dice.split(), world, findings);
        var network = new SimulatedNetwork(around, call -> {});
        mischief = new FeedMischief(dice.split(), around, network, venue);
        adapter =
                venue.adapter(new Ends(network, time, time::after), dice.split().random());
    }

    /** Strikes so often, and lets all be mended. */
    static Findings run(FeedVenue venue, long seed, int faults, boolean tells) {
        var simulation = new FeedSimulation(venue, seed, tells);
        simulation.run(faults);
        return simulation.findings;
    }

    private void run(int faults) {
        adapter.open(this::hear);
        pass(Duration.ofSeconds(5).toNanos());
        for (int i = 0; i < faults && findings.broken().isEmpty(); i++) {
            mischief.strike();
            pass(mischief.pause());
        }
        mischief.over();
        pass(REST.toNanos());
        world.calm();
        pass(Duration.ofSeconds(2).toNanos());
        books.forEach(this::mended);
        findings.count("looks", (int) looks);
        findings.count("readable", (int) readable);
    }

    private void pass(long nanos) {
        long until = time.nanos() + nanos;
        while (findings.broken().isEmpty() && time.step(until)) {
            books.forEach(this::look);
        }
    }

    private void hear(VenueEvent event) {
        if (event instanceof VenueEvent.BookOpened opened) {
            books.put(opened.book().symbol(), new Seen(opened.book()));
        } else if (event instanceof VenueEvent.FeedChanged changed) {
            findings.count(changed.state() + " " + changed.reason());
            if (changed.reason() == FeedReason.BUG) {
                findings.broken(BUG, changed.text());
            }
            findings.tell(() ->
                    "  " + changed.feed() + " " + changed.state() + " " + changed.reason() + " " + changed.text());
        }
    }

    private void look(Symbol symbol, Seen seen) {
        long version = seen.book.version();
        if (version == seen.version) {
            return;
        }
        seen.version = version;
        looks++;
        seen.book.read(Integer.MAX_VALUE).ifPresent(ours -> {
            readable++;
            long age = truth.age(symbol, ours);
            if (age < 0) {
                findings.broken(TRUE, symbol + " was never " + FeedTruth.text(ours) + "; now " + truth.now(symbol));
            } else if (truth.states(symbol) - age < seen.state) {
                findings.broken(TRUE, symbol + " went back by " + (seen.state - truth.states(symbol) + age));
            }
            seen.state = truth.states(symbol) - age;
        });
    }

    private void mended(Symbol symbol, Seen seen) {
        var ours = seen.book.read(Integer.MAX_VALUE);
        if (ours.isEmpty()) {
            findings.broken(MENDED, symbol + " is absent");
        } else if (!truth.isNow(symbol, ours.get())) {
            findings.broken(
                    MENDED, symbol + " is " + FeedTruth.text(ours.get()) + " and should be " + truth.now(symbol));
        }
    }
}
