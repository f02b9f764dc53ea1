package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.limit.Backoff;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.binance.trade.reply.ErrorTable;
import sluice.venue.binance.trade.reply.UserEvent;
import sluice.venue.binance.trade.reply.UserFrames;
import sluice.venue.binance.trade.wire.StreamRequests;

/**
 * Keeps one subscription to our private events alive on the WebSocket API.
 *
 * <ol>
 *   <li>There is no replay, so every loss of the link is a gap: the feed is LIVE again only under a new subscription,
 *       and whoever relies on it reconciles then.
 *   <li>A link that says nothing is asked, and one that does not answer is given up.
 *   <li>A link that lives but keeps quiet about an order we just placed is given up too.
 *   <li>A link is replaced before the venue's 24 hours are over.
 * </ol>
 */
final class UserStream {

    private static final long ASK_AFTER_NANOS = Duration.ofSeconds(25).toNanos();
    private static final long DEAD_AFTER_NANOS = Duration.ofSeconds(45).toNanos();
    private static final long ANSWER_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long REPORT_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long LIFETIME_NANOS = Duration.ofMinutes(23 * 60 + 50).toNanos();
    private static final int REMEMBERED = 100;
    private static final String SUBSCRIBE = "subscribe";

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
    private final StreamRequests requests;
    private final UserFrames frames;
    private final Consumer<UserEvent> news;
    private final Backoff backoff;
    private final Map<OrderId, Long> unreported = new LinkedHashMap<>();
    private final Deque<OrderId> reported = new ArrayDeque<>();

    private Phase phase = Phase.IDLE;
    private int link;
    private long sinceNanos;
    private long heardNanos;
    private boolean asked;
    private long retryNanos;
    private FeedReason lost = FeedReason.STARTED;

    UserStream(Outlet outlet, Gate gate, String url, Frames io, Consumer<UserEvent> news, Backoff backoff) {
        this.outlet = outlet;
        this.gate = gate;
        this.url = url;
        this.requests = io.requests();
        this.frames = io.frames();
        this.news = news;
        this.backoff = backoff;
    }

    /** Frames there and back. */
    record Frames(StreamRequests requests, UserFrames frames) {}

    boolean isIdle() {
        return phase == Phase.IDLE;
    }

    void open() {
        link++;
        enter(Phase.OPENING);
        outlet.privateFeed(FeedState.CONNECTING, lost, "");
        outlet.out().open(link, url);
    }

    private void enter(Phase next) {
        phase = next;
        sinceNanos = outlet.nanos();
        heardNanos = sinceNanos;
        asked = false;
        unreported.clear();
    }

    void opened(int which) {
        if (which == link && phase == Phase.OPENING) {
            enter(Phase.SUBSCRIBING);
            outlet.out()
                    .send(link, requests.subscribe(SUBSCRIBE, gate.venueNow().toEpochMilli()));
        }
    }

    void pinged(int which) {
        if (which == link) {
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
        asked = false;
        try {
            take(frames.read(text));
        } catch (UnableToReadException e) {
            giveUp(FeedState.GAPPED, FeedReason.UNREADABLE, "a frame could not be read: " + e.getMessage());
        }
    }

    private void take(UserEvent event) {
        if (event instanceof UserEvent.Answered answered) {
            if (phase == Phase.SUBSCRIBING && answered.id().equals(SUBSCRIBE)) {
                subscribed(answered);
            }
        } else if (event instanceof UserEvent.Ending ending) {
            giveUp(FeedState.GAPPED, FeedReason.VENUE_ENDING, "the venue sent " + ending.name());
        } else {
            if (event instanceof UserEvent.Reported seen) {
                reported(seen.report().order().orderId());
            }
            news.accept(event);
        }
    }

    /** A report may overtake the reply that makes us wait for it. */
    private void reported(OrderId order) {
        unreported.remove(order);
        reported.addLast(order);
        if (reported.size() > REMEMBERED) {
            reported.removeFirst();
        }
    }

    private void subscribed(UserEvent.Answered answered) {
        if (answered.status() == 200) {
            phase = Phase.LIVE;
            backoff.connected(outlet.nanos());
            outlet.privateFeed(FeedState.LIVE, FeedReason.READY, "");
            return;
        }
        answered.error().filter(ErrorTable::blamesTheClock).ifPresent(error -> gate.resyncClock());
        var why = answered.error().map(error -> error.text()).orElse("status " + answered.status());
        giveUp(FeedState.BACKING_OFF, FeedReason.REFUSED, "not subscribed: " + why);
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

    private void giveUp(FeedState state, FeedReason reason, String why) {
        outlet.out().close(link);
        wait(state, reason, why);
    }

    private void wait(FeedState state, FeedReason reason, String why) {
        lost = reason;
        enter(Phase.WAITING);
        gate.banEndsNanos().ifPresent(backoff::notBefore);
        retryNanos = backoff.next(sinceNanos);
        if (state != FeedState.BACKING_OFF) {
            outlet.privateFeed(state, reason, why);
        }
        outlet.privateFeed(gate.banEndsNanos().isPresent() ? FeedState.BANNED : FeedState.BACKING_OFF, reason, why);
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
        if (now - sinceNanos >= LIFETIME_NANOS) {
            giveUp(FeedState.STALE, FeedReason.OLD_AGE, "the link is about to reach the venue's 24 hours");
        } else if (now - heardNanos >= DEAD_AFTER_NANOS) {
            giveUp(
                    FeedState.STALE,
                    FeedReason.SILENT,
                    "silent for " + Duration.ofNanos(now - heardNanos).toSeconds() + " s");
        } else if (unreported.values().stream().anyMatch(due -> now >= due)) {
            giveUp(FeedState.STALE, FeedReason.UNREPORTED, "an order we placed was not reported");
        } else if (!asked && now - heardNanos >= ASK_AFTER_NANOS) {
            asked = true;
            outlet.out().send(link, requests.ping("ping-" + link));
        }
    }

    OptionalLong nextNanos() {
        return switch (phase) {
            case IDLE -> OptionalLong.empty();
            case WAITING -> OptionalLong.of(retryNanos);
            case OPENING, SUBSCRIBING -> OptionalLong.of(sinceNanos + ANSWER_WITHIN_NANOS);
            case LIVE -> OptionalLong.of(nextExamination());
        };
    }

    private long nextExamination() {
        var silence = heardNanos + (asked ? DEAD_AFTER_NANOS : ASK_AFTER_NANOS);
        var due = Math.min(silence, sinceNanos + LIFETIME_NANOS);
        return unreported.values().stream().mapToLong(Long::longValue).reduce(due, Math::min);
    }
}
