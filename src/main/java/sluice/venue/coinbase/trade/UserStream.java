package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.market.Symbol;
import sluice.market.book.Verdict;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.limit.Backoff;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueOrder;
import sluice.venue.coinbase.market.wire.ConnectionSequence;
import sluice.venue.coinbase.market.wire.FrameWire;
import sluice.venue.coinbase.trade.reply.UserFrames;
import sluice.venue.coinbase.trade.wire.StreamRequests;

/**
 * Keeps the user channel subscribed, on a connection of its own with heartbeats beside it.
 *
 * <ol>
 *   <li>Every message counts in one sequence; one that is missing may have been an order's, so the link is given up and
 *       whoever relies on it reconciles once the feed is LIVE again.
 *   <li>A heartbeat comes each second: a link that says nothing for some seconds is dead.
 *   <li>A link that lives but keeps quiet about an order we just placed is given up too.
 *   <li>The token of a subscription is looked at when subscribing only; the stream outlives it.
 * </ol>
 */
final class UserStream {

    private static final long DEAD_AFTER_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long ANSWER_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long REPORT_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED = 100;
    private static final String CHANNEL = "user";

    private enum Phase {
        IDLE,
        OPENING,
        SUBSCRIBING,
        LIVE,
        WAITING
    }

    private final Outlet outlet;
    private final Gate gate;
    private final String url;
    private final List<Symbol> symbols;
    private final Frames io;
    private final Consumer<VenueOrder> news;
    private final Backoff backoff;
    private final FrameWire wire = new FrameWire(new Slots());
    private final Map<OrderId, Long> unreported = new LinkedHashMap<>();
    private final Deque<OrderId> reported = new ArrayDeque<>();
    private ConnectionSequence sequence = new ConnectionSequence();
    private Phase phase = Phase.IDLE;
    private int link;
    private long sinceNanos;
    private long heardNanos;
    private long retryNanos;

    UserStream(Outlet outlet, Gate gate, Place place, Frames io, Consumer<VenueOrder> news, Backoff backoff) {
        this.outlet = outlet;
        this.gate = gate;
        this.url = place.url();
        this.symbols = place.symbols();
        this.io = io;
        this.news = news;
        this.backoff = backoff;
    }

    /** Where to connect, and about what. */
    record Place(String url, List<Symbol> symbols) {}

    /** Frames there and back. */
    record Frames(StreamRequests requests, UserFrames frames) {}

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    void open() {
        link++;
        sequence = new ConnectionSequence();
        enter(Phase.OPENING);
        outlet.privateFeed(FeedState.CONNECTING, FeedReason.STARTED, "");
        outlet.out().open(link, url);
    }

    private void enter(Phase next) {
        phase = next;
        sinceNanos = outlet.nanos();
        heardNanos = sinceNanos;
        unreported.clear();
    }

    void opened(int which) {
        if (which == link && phase == Phase.OPENING) {
            enter(Phase.SUBSCRIBING);
            var frames = io.requests().subscribe(symbols, gate.venueNow().toEpochMilli());
            frames.forEach(frame -> outlet.out().send(link, frame));
        }
    }

    void pinged(int which) {
        if (which == link && phase != Phase.LIVE) {
            heardNanos = outlet.nanos();
        }
    }

    void closed(int which, String reason) {
        if (which == link && phase != Phase.WAITING) {
            wait(FeedState.BACKING_OFF, FeedReason.LINK_CLOSED, "the link closed: " + reason);
        }
    }

    void received(int which, String text) {
        if (which != link || phase == Phase.WAITING) {
            return;
        }
        heardNanos = outlet.nanos();
        try {
            take(wire.read(text), text);
        } catch (MalformedFrameException | UnableToReadException e) {
            giveUp(FeedState.GAPPED, FeedReason.UNREADABLE, "a frame could not be read: " + e.getMessage());
        }
    }

    private void take(FrameWire.Kind kind, String text) {
        if (kind == FrameWire.Kind.UNSEQUENCED) {
            refused(UserFrames.refusal(text).text());
            return;
        }
        long expected = sequence.expected();
        var verdict = sequence.judge(wire.sequence());
        if (verdict == Verdict.GAP) {
            var reason = "message " + expected + " was next, " + wire.sequence() + " came";
            giveUp(FeedState.GAPPED, FeedReason.SEQUENCE_GAP, reason);
        } else if (verdict == Verdict.APPLY) {
            next(kind, text);
        }
    }

    private void next(FrameWire.Kind kind, String text) {
        if (kind == FrameWire.Kind.USER) {
            for (var order : io.frames().orders(text).orders()) {
                reported(order.orderId());
                news.accept(order);
            }
        } else if (kind == FrameWire.Kind.SUBSCRIPTIONS && phase == Phase.SUBSCRIBING) {
            subscribed(UserFrames.subscriptions(text).channels());
        }
    }

    private void subscribed(List<String> channels) {
        if (channels.contains(CHANNEL)) {
            phase = Phase.LIVE;
            backoff.connected(outlet.nanos());
            outlet.privateFeed(FeedState.LIVE, FeedReason.READY, "");
        }
    }

    /** A refusal that comes late says as much: this link brings nothing any more. A token may have been out of time. */
    private void refused(String text) {
        gate.resyncClock();
        giveUp(FeedState.BACKING_OFF, FeedReason.REFUSED, "not subscribed: " + text);
    }

    /** A report may overtake the reply that makes us wait for it. */
    private void reported(OrderId order) {
        unreported.remove(order);
        reported.addLast(order);
        if (reported.size() > REMEMBERED) {
            reported.removeFirst();
        }
    }

    /** An order was acknowledged to us; a stream that lives says so too. */
    void expect(OrderId order) {
        if (phase == Phase.LIVE && !reported.contains(order)) {
            unreported.put(order, outlet.nanos() + REPORT_WITHIN_NANOS);
        }
    }

    /** Time has passed in which the machine may have slept. */
    void distrust(String why) {
        if (phase != Phase.IDLE && phase != Phase.WAITING) {
            giveUp(FeedState.STALE, FeedReason.SUSPENDED, why);
        }
    }

    private void giveUp(FeedState state, FeedReason reason, String text) {
        outlet.out().close(link);
        wait(state, reason, text);
    }

    private void wait(FeedState state, FeedReason reason, String text) {
        enter(Phase.WAITING);
        retryNanos = backoff.next(sinceNanos);
        if (state != FeedState.BACKING_OFF) {
            outlet.privateFeed(state, reason, text);
        }
        outlet.privateFeed(FeedState.BACKING_OFF, reason, text);
    }

    void woken() {
        var now = outlet.nanos();
        switch (phase) {
            case IDLE -> {}
            case WAITING -> {
                if (now >= retryNanos) {
                    open();
                }
            }
            case OPENING, SUBSCRIBING -> {
                if (now - sinceNanos >= ANSWER_WITHIN_NANOS) {
                    giveUp(FeedState.BACKING_OFF, FeedReason.NO_ANSWER, "no answer while " + phase);
                }
            }
            case LIVE -> examine(now);
        }
    }

    private void examine(long now) {
        if (now - heardNanos >= DEAD_AFTER_NANOS) {
            var silence = Duration.ofNanos(now - heardNanos).toSeconds();
            giveUp(FeedState.STALE, FeedReason.SILENT, "silent for " + silence + " s");
        } else if (unreported.values().stream().anyMatch(due -> now >= due)) {
            giveUp(FeedState.STALE, FeedReason.UNREPORTED, "an order we placed was not reported");
        }
    }

    OptionalLong nextNanos() {
        return switch (phase) {
            case IDLE -> OptionalLong.empty();
            case WAITING -> OptionalLong.of(retryNanos);
            case OPENING, SUBSCRIBING -> OptionalLong.of(sinceNanos + ANSWER_WITHIN_NANOS);
            case LIVE ->
                OptionalLong.of(unreported.values().stream()
                        .mapToLong(Long::longValue)
                        .reduce(heardNanos + DEAD_AFTER_NANOS, Math::min));
        };
    }
}
