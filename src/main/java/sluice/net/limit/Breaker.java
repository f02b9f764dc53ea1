package sluice.net.limit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.venue.LinkHealth;
import sluice.venue.LinkHealth.Cause;
import sluice.venue.LinkHealth.State;

/**
 * Keeps requests from a venue that does not serve them, and says why. Confined to its session.
 *
 * <ol>
 *   <li>Each cause opens it on its own, and it is closed when none is left.
 *   <li>Errors hold everything back; once their time is over one query tries. Any other cause holds new orders back
 *       alone; once its time is over one of them tries.
 *   <li>A private stream that is down holds nothing back here: the desk, which knows it by the feed, keeps new orders
 *       from such a venue.
 *   <li>A cancel always leaves, and what becomes of it tells as much as a probe.
 *   <li>So many failures in a row are over with the first answer; a share of the last requests only once its time is.
 *   <li>A probe never heard of again counts for its time only, so that another follows.
 * </ol>
 */
public final class Breaker {

    private final Settings settings;
    private final Map<Cause, Trip> trips = new EnumMap<>(Cause.class);
    private final Share errors;
    private final Share unknown;
    private final Share slow;
    private int failures;
    private String rejection = "";
    private int rejections;
    private boolean isLive = true;
    private long downNanos;

    public Breaker(Settings settings) {
        this.settings = settings;
        for (var cause : Cause.values()) {
            trips.put(cause, new Trip());
        }
        errors = new Share(settings.shares().window());
        unknown = new Share(settings.shares().window());
        slow = new Share(settings.shares().window());
    }

    /**
     * When it opens, and for how long.
     *
     * @param failures in a row
     * @param stale how long the private stream may be down
     */
    public record Settings(int failures, Duration open, Shares shares, Rejects rejects, Duration stale) {

        public static final Settings STANDARD =
                new Settings(5, Duration.ofSeconds(60), Shares.STANDARD, Rejects.STANDARD, Duration.ofSeconds(10));
    }

    /**
     * How many of the last requests may go wrong, in percent.
     *
     * @param window so many are looked at, and none before there are as many
     * @param slowPct of those that could change an order, slower than {@code slow}
     */
    public record Shares(int window, int errorPct, int unknownPct, int slowPct, Duration slow) {

        public static final Shares STANDARD = new Shares(20, 50, 20, 50, Duration.ofSeconds(2));
    }

    /** How many new orders in a row may be turned down in the same words, and for how long none is sent then. */
    public record Rejects(int inARow, Duration open) {

        public static final Rejects STANDARD = new Rejects(10, Duration.ofSeconds(10));
    }

    /**
     * What became of a request.
     *
     * @param error why the venue did not work; empty when it did, if only to refuse
     * @param unknown whether nobody knows what it did
     */
    public record Seen(Lane lane, Optional<String> error, boolean unknown, Duration took) {}

    /** Whether a request may leave; changes nothing. */
    public Verdict ask(Lane lane, long nanos) {
        lookAtStream(nanos);
        if (lane == Lane.CANCEL) {
            return new Verdict.Go();
        }
        for (var entry : trips.entrySet()) {
            if (holds(entry.getKey(), lane) && entry.getValue().state(nanos) != State.CLOSED) {
                return held(entry.getKey(), entry.getValue(), lane, nanos);
            }
        }
        return new Verdict.Go();
    }

    private Verdict held(Cause cause, Trip trip, Lane lane, long nanos) {
        return cause == Cause.ERROR_RATE && lane == Lane.NEW && trip.state(nanos) == State.HALF_OPEN
                ? trip.waitForProbe(nanos, settings.open())
                : trip.ask(nanos);
    }

    private static boolean holds(Cause cause, Lane lane) {
        return lane == Lane.NEW && cause != Cause.STALENESS || cause == Cause.ERROR_RATE;
    }

    /** A request leaves: where one may try, this is the one. */
    public void left(Lane lane, long nanos) {
        trips.forEach((cause, trip) -> {
            var probes = cause == Cause.ERROR_RATE ? lane == Lane.QUERY : lane == Lane.NEW;
            if (probes) {
                trip.left(nanos, settings.open());
            }
        });
    }

    /** What became of a request that left. */
    public void heard(Seen seen, long nanos) {
        errors(seen, nanos);
        if (seen.lane() != Lane.QUERY) {
            share(Cause.UNKNOWN_RATE, unknown, seen.unknown(), settings.shares().unknownPct(), nanos);
            var took = seen.took();
            var isSlow = seen.unknown() || took.compareTo(settings.shares().slow()) > 0;
            share(Cause.LATENCY, slow, isSlow, settings.shares().slowPct(), nanos);
        }
    }

    private void errors(Seen seen, long nanos) {
        var trip = trip(Cause.ERROR_RATE);
        if (seen.error().isEmpty()) {
            var wasInARow = failures >= settings.failures();
            failures = 0;
            errors.add(false);
            if (wasInARow || trip.state(nanos) == State.HALF_OPEN) {
                trip.close();
                errors.forget();
            }
            return;
        }
        failures++;
        errors.add(true);
        var words = failures + " failures in a row, the last: " + seen.error().get();
        if (trip.state(nanos) == State.HALF_OPEN
                || trip.state(nanos) == State.CLOSED && failures >= settings.failures()) {
            trip.open(words, nanos + settings.open().toNanos());
        } else if (trip.state(nanos) == State.CLOSED
                && errors.isOver(settings.shares().errorPct())) {
            trip.open(
                    errors.words() + " requests failed, the last: "
                            + seen.error().get(),
                    nanos + settings.open().toNanos());
        }
    }

    private void share(Cause cause, Share share, boolean isBad, int most, long nanos) {
        var trip = trip(cause);
        share.add(isBad);
        var state = trip.state(nanos);
        if (state == State.HALF_OPEN && !isBad) {
            trip.close();
            share.forget();
        } else if (isBad && (state == State.HALF_OPEN || state == State.CLOSED && share.isOver(most))) {
            trip.open(words(cause, share), nanos + settings.open().toNanos());
        }
    }

    private String words(Cause cause, Share share) {
        return cause == Cause.UNKNOWN_RATE
                ? share.words() + " order requests came to nobody knows what"
                : share.words() + " order requests took longer than "
                        + settings.shares().slow().toMillis() + " ms";
    }

    /** The venue took a new order. */
    public void accepted() {
        rejections = 0;
        trip(Cause.REJECT_RATE).close();
    }

    /** It turned one down, in these words. */
    public void rejected(String words, long nanos) {
        rejections = words.equals(rejection) ? rejections + 1 : 1;
        rejection = words;
        if (rejections >= settings.rejects().inARow()) {
            trip(Cause.REJECT_RATE)
                    .open(
                            "the last " + rejections + " orders were all rejected: " + words,
                            nanos + settings.rejects().open().toNanos());
        } else {
            trip(Cause.REJECT_RATE).close();
        }
    }

    /** Whether what happens to our orders is told to us as it happens. */
    public void streaming(boolean live, long nanos) {
        if (isLive && !live) {
            downNanos = nanos;
        }
        isLive = live;
        lookAtStream(nanos);
    }

    private void lookAtStream(long nanos) {
        var trip = trip(Cause.STALENESS);
        if (isLive) {
            trip.close();
        } else if (trip.state(nanos) == State.CLOSED && nanos >= staleNanos()) {
            trip.open("its private stream is down", Long.MAX_VALUE);
        }
    }

    private long staleNanos() {
        return downNanos + settings.stale().toNanos();
    }

    private Trip trip(Cause cause) {
        return Objects.requireNonNull(trips.get(cause));
    }

    /** Whether it is open, and for which cause, the gravest first. */
    public LinkHealth.Breaker look(long nanos) {
        lookAtStream(nanos);
        for (var entry : trips.entrySet()) {
            var trip = entry.getValue();
            if (trip.state(nanos) != State.CLOSED) {
                return new LinkHealth.Breaker(trip.state(nanos), Optional.of(entry.getKey()), trip.words());
            }
        }
        return LinkHealth.Breaker.CLOSED;
    }

    /** Whether the venue failed so often that somebody has to find out when it is back. */
    public boolean needsProbe(long nanos) {
        return trip(Cause.ERROR_RATE).state(nanos) != State.CLOSED;
    }

    /** When it changes of its own accord; empty when it does not. */
    public OptionalLong turnsNanos(long nanos) {
        var turns = new Earliest();
        if (!isLive && nanos < staleNanos()) {
            turns.and(staleNanos());
        }
        for (var trip : trips.values()) {
            turns.and(trip.ends(nanos));
        }
        return turns.nanos();
    }
}
