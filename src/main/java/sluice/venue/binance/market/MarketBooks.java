package sluice.venue.binance.market;

import java.util.Optional;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.net.HttpOutcome;
import sluice.net.Session.Out;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.binance.market.DepthFeed.Answer;
import sluice.venue.binance.market.MarketFeeds.Kept;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.market.wire.DepthWire.Kind;

/** Keeps the books: frames in, snapshots fetched when one is missing, and every change of state told. */
final class MarketBooks {

    /** What became of a frame. */
    enum Take {
        TAKEN,
        /** It broke a book. */
        BROKEN,
        /** It is about something else. */
        OTHER
    }

    private final MarketSettings settings;
    private final Clock clock;
    private final Slots slots = new Slots();
    private final DepthWire wire = new DepthWire(slots);
    private final MarketFeeds feeds;
    private final MarketRest rest;
    private final Snapshots snapshots;
    private long malformed;

    MarketBooks(MarketSettings settings, Clock clock, MarketRest rest, SplittableRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.rest = rest;
        feeds = new MarketFeeds(settings, clock);
        snapshots = new Snapshots(random);
    }

    MarketFeeds feeds() {
        return feeds;
    }

    /** Frames and snapshots so far that could not be read. */
    long malformed() {
        return malformed;
    }

    void open(Instrument instrument, Out out) {
        feeds.open(instrument, slots, out);
    }

    /** Takes a frame if it is about depth. */
    Take take(String frame, long now, Out out) {
        try {
            if (wire.read(frame) == Kind.OTHER) {
                return Take.OTHER;
            }
            return wire.slot() == Slots.NONE ? Take.TAKEN : depth(feeds.at(wire.slot()), frame, now, out);
        } catch (MalformedFrameException e) {
            malformed++;
            if (wire.slot() == Slots.NONE) {
                return Take.TAKEN;
            }
            var kept = feeds.at(wire.slot());
            kept.depth.breakBook();
            return broken(kept, FeedReason.UNREADABLE, "a frame could not be read: " + e.getMessage(), now, out);
        }
    }

    /** The streams flow: books that are not whole want a snapshot. */
    void flow(long now, Out out) {
        for (var kept : feeds.all()) {
            if (!kept.depth.isLive()) {
                want(kept, now, out);
            }
        }
    }

    /** The streams ended: no book can be trusted. */
    void lost() {
        feeds.all().forEach(kept -> kept.depth.reset());
        snapshots.forget();
    }

    /** The venue proved that it still sends us everything. */
    void proven(long now) {
        for (var kept : feeds.all()) {
            if (kept.depth.isLive()) {
                kept.proven(now);
            }
        }
    }

    /** Whether a whole book had no news since then. */
    boolean isQuietSince(long nanos) {
        return feeds.all().stream().anyMatch(kept -> kept.depth.isLive() && kept.provenNanos - nanos <= 0);
    }

    /** A call ended that may have been for a snapshot. */
    void answered(long call, HttpOutcome outcome, Out out) {
        snapshots.answered(call).ifPresent(kept -> snapshot(kept, outcome, out));
    }

    /** Asks for the snapshots that are due. */
    void ask(long now, Out out) {
        boolean free = true;
        for (var next = snapshots.next(now); free && next.isPresent(); next = snapshots.next(now)) {
            free = ask(next.orElseThrow(), out);
        }
    }

    /** When the next snapshot may be asked for; empty while none is to be. */
    Optional<Long> due() {
        return snapshots.due().map(at -> Math.max(at, rest.freeNanos()));
    }

    private boolean ask(Kept kept, Out out) {
        var path = "/api/v3/depth?symbol=" + kept.instrument.venueSymbol() + "&limit="
                + settings.pace().snapshotLimit();
        var call = rest.get(path, weight(), out);
        call.ifPresent(number -> {
            feeds.tell(kept.symbol(), FeedState.SNAPSHOTTING, kept.lost, "", out);
            snapshots.asked(kept, number);
        });
        return call.isPresent();
    }

    private Take depth(Kept kept, String frame, long now, Out out) {
        long expected = kept.depth.expected();
        var step = kept.depth.take(wire, frame, now);
        kept.provenNanos = now;
        return switch (step) {
            case HELD, APPLIED, STALE -> Take.TAKEN;
            case GAP ->
                broken(
                        kept,
                        FeedReason.SEQUENCE_GAP,
                        "update " + expected + " was next, " + wire.first() + " came",
                        now,
                        out);
            case CROSSED -> broken(kept, FeedReason.CROSSED, "the book crossed at update " + wire.last(), now, out);
        };
    }

    private Take broken(Kept kept, FeedReason reason, String text, long now, Out out) {
        kept.lost = reason;
        feeds.tell(kept.symbol(), FeedState.GAPPED, reason, text, out);
        want(kept, now, out);
        return Take.BROKEN;
    }

    private void want(Kept kept, long now, Out out) {
        snapshots.want(kept, now);
        feeds.tell(kept.symbol(), FeedState.SNAPSHOTTING, kept.lost, "", out);
    }

    private void snapshot(Kept kept, HttpOutcome outcome, Out out) {
        long now = clock.nanos();
        try {
            var answer = kept.depth.snapshot(wire, rest.body(outcome), now);
            if (answer == Answer.LIVE) {
                kept.provenNanos = now;
                snapshots.whole(kept, now);
                feeds.tell(kept.symbol(), FeedState.LIVE, FeedReason.READY, "", out);
            } else {
                snapshots.again(kept, now);
            }
        } catch (MalformedFrameException e) {
            malformed++;
            snapshots.again(kept, now);
            feeds.tell(
                    kept.symbol(),
                    MarketRest.state(outcome),
                    FeedReason.SNAPSHOT_FAILED,
                    "no snapshot: " + e.getMessage(),
                    out);
        }
    }

    /** rest-api.md, "Order book": a limit of up to 100 weighs 5, up to 500 25, up to 1000 50, up to 5000 250. */
    private int weight() {
        int levels = settings.pace().snapshotLimit();
        if (levels <= 500) {
            return levels <= 100 ? 5 : 25;
        }
        return levels <= 1000 ? 50 : 250;
    }
}
