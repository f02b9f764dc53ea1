package sluice.net.orders;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.limit.Backoff;
import sluice.net.text.Flaw;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/**
 * Keeps one link for our private events alive. Confined to its session.
 *
 * <ol>
 *   <li>There is no replay, so every loss of the link is a gap: the feed is LIVE again only under a new subscription,
 *       and whoever relies on it reconciles then.
 *   <li>A link that says nothing is asked, and one that does not answer is given up.
 *   <li>A link that lives but keeps quiet about an order we just placed is given up too.
 *   <li>A link is replaced before the venue's longest life is over.
 * </ol>
 */
public final class PrivateStream<E> implements Due {

    private static final long ANSWER_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long REPORT_WITHIN_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int REMEMBERED = 100;
    private static final Optional<Feed> PRIVATE = Optional.of(Feed.PRIVATE);

    private enum Phase {
        IDLE,
        OPENING,
        GREETING,
        LIVE,
        WAITING
    }

    private final Outlet outlet;
    private final Gate gate;
    private final PrivateDialect<E> dialect;
    private final Consumer<E> news;
    private final Backoff backoff;
    private final Map<OrderId, Long> unreported = new LinkedHashMap<>();
    private final Deque<OrderId> reported = new ArrayDeque<>();

    private Phase phase = Phase.IDLE;
    private int link;
    private long sinceNanos;
    private long heardNanos;
    private long pingedNanos;
    private boolean asked;
    private long retryNanos;
    private FeedReason lost = FeedReason.STARTED;

    public PrivateStream(Outlet outlet, Gate gate, PrivateDialect<E> dialect, Consumer<E> news, Backoff backoff) {
        this.outlet = outlet;
        this.gate = gate;
        this.dialect = dialect;
        this.news = news;
        this.backoff = backoff;
    }

    public boolean isIdle() {
        return phase == Phase.IDLE;
    }

    public void open() {
        link++;
        enter(Phase.OPENING);
        outlet.privateFeed(FeedState.CONNECTING, lost, "");
        outlet.out().open(link, dialect.url());
    }

    private void enter(Phase next) {
        phase = next;
        sinceNanos = outlet.nanos();
        heardNanos = sinceNanos;
        asked = false;
        unreported.clear();
    }

    public void opened(int which) {
        if (which == link && phase == Phase.OPENING) {
            enter(Phase.GREETING);
            outlet.out().send(link, dialect.greeting(gate.venueNow()));
        }
    }

    public void pinged(int which) {
        if (which == link) {
            heardNanos = outlet.nanos();
        }
    }

    public void closed(int which, String reason) {
        if (which == link && phase != Phase.WAITING) {
            wait(FeedState.BACKING_OFF, FeedReason.LINK_CLOSED, "the link closed: " + reason);
        }
    }

    public void received(int which, String text) {
        if (which != link || phase == Phase.WAITING) {
            return;
        }
        heardNanos = outlet.nanos();
        asked = false;
        try {
            take(dialect.read(text));
        } catch (UnableToReadException e) {
            outlet.bad().count(PRIVATE, Flaw.of(text, e), String.valueOf(e.getMessage()));
            giveUp(FeedState.GAPPED, FeedReason.UNREADABLE, "a frame could not be read: " + e.getMessage());
        }
    }

    private void take(PrivateFrame<E> frame) {
        if (frame instanceof PrivateFrame.News<E> told) {
            if (told.isStrange()) {
                outlet.bad().count(PRIVATE, BadFrame.UNKNOWN_VALUE, "a status of an order that we do not know");
            }
            told.orders().forEach(this::reported);
            news.accept(told.event());
        } else if (frame instanceof PrivateFrame.Ending<E> ending) {
            giveUp(FeedState.GAPPED, FeedReason.VENUE_ENDING, "the venue sent " + ending.name());
        } else if (frame instanceof PrivateFrame.Unknown<E>) {
            outlet.bad().count(PRIVATE, BadFrame.UNKNOWN_TYPE, "an event of a type that we do not know");
        } else if (frame instanceof PrivateFrame.Skipped<E> skipped) {
            outlet.bad().count(PRIVATE, BadFrame.OUT_OF_ORDER, skipped.text());
            giveUp(FeedState.GAPPED, FeedReason.SEQUENCE_GAP, skipped.text());
        } else if (phase == Phase.GREETING) {
            greeted(frame);
        }
    }

    private void greeted(PrivateFrame<E> frame) {
        if (frame instanceof PrivateFrame.Step<E> step) {
            outlet.out().send(link, step.reply());
        } else if (frame instanceof PrivateFrame.Ready<E>) {
            phase = Phase.LIVE;
            pingedNanos = outlet.nanos();
            backoff.connected(outlet.nanos());
            outlet.privateFeed(FeedState.LIVE, FeedReason.READY, "");
        } else if (frame instanceof PrivateFrame.Refused<E> refused) {
            if (refused.blamesClock()) {
                gate.resyncClock();
            }
            giveUp(FeedState.BACKING_OFF, FeedReason.REFUSED, "not subscribed: " + refused.text());
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

    /** An order was acknowledged to us; a stream that lives says so too. */
    public void expect(OrderId order) {
        if (phase == Phase.LIVE && !reported.contains(order)) {
            unreported.put(order, outlet.nanos() + REPORT_WITHIN_NANOS);
        }
    }

    /** Time has passed in which the machine may have slept. */
    public void distrust(String why) {
        if (phase != Phase.IDLE && phase != Phase.WAITING) {
            giveUp(FeedState.STALE, FeedReason.SUSPENDED, why);
        }
    }

    /** Something happened that a stream which lives would have told. */
    public void missed(String why) {
        if (phase == Phase.LIVE) {
            giveUp(FeedState.GAPPED, FeedReason.UNREPORTED, why);
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

    @Override
    public void woken() {
        var now = outlet.nanos();
        switch (phase) {
            case IDLE -> {}
            case WAITING -> {
                if (now >= retryNanos) {
                    open();
                }
            }
            case OPENING, GREETING -> {
                if (now - sinceNanos >= ANSWER_WITHIN_NANOS) {
                    giveUp(FeedState.BACKING_OFF, FeedReason.NO_ANSWER, "no answer while " + phase);
                }
            }
            case LIVE -> examine(now);
        }
    }

    private void examine(long now) {
        if (now - sinceNanos >= dialect.pace().life().toNanos()) {
            giveUp(
                    FeedState.STALE,
                    FeedReason.OLD_AGE,
                    "the link is about to reach the longest life the venue gives it");
        } else if (now - heardNanos >= dialect.pace().dead().toNanos()) {
            giveUp(
                    FeedState.STALE,
                    FeedReason.SILENT,
                    "silent for " + Duration.ofNanos(now - heardNanos).toSeconds() + " s");
        } else if (unreported.values().stream().anyMatch(due -> now >= due)) {
            giveUp(FeedState.STALE, FeedReason.UNREPORTED, "an order we placed was not reported");
        } else if (now >= pingDueNanos()) {
            asked = true;
            pingedNanos = now;
            outlet.out().send(link, dialect.ping(link));
        }
    }

    @Override
    public OptionalLong nextNanos() {
        return switch (phase) {
            case IDLE -> OptionalLong.empty();
            case WAITING -> OptionalLong.of(retryNanos);
            case OPENING, GREETING -> OptionalLong.of(sinceNanos + ANSWER_WITHIN_NANOS);
            case LIVE -> OptionalLong.of(nextExamination());
        };
    }

    private long pingDueNanos() {
        var after = dialect.pace().pingAfter().toNanos();
        if (dialect.pace().always()) {
            return pingedNanos + after;
        }
        return asked ? Long.MAX_VALUE : heardNanos + after;
    }

    private long nextExamination() {
        var pace = dialect.pace();
        var silence = heardNanos + pace.dead().toNanos();
        var due = Math.min(
                Math.min(silence, pingDueNanos()), sinceNanos + pace.life().toNanos());
        return unreported.values().stream().mapToLong(Long::longValue).reduce(due, Math::min);
    }
}
