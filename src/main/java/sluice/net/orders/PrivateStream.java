package sluice.net.orders;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.limit.Backoff;
import sluice.net.limit.Earliest;
import sluice.net.text.Flaw;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/**
 * Keeps a link for our private events alive. Confined to its session.
 *
 * <ol>
 *   <li>There is no replay, so every loss of the link is a gap: the feed is LIVE again only under a new subscription,
 *       and whoever relies on it reconciles then.
 *   <li>A link that says nothing is asked, and one that does not answer is given up.
 *   <li>A link that lives but keeps quiet about an order we just placed is given up too.
 *   <li>A link is replaced before the venue's longest life is over: its successor is subscribed first, both are heard
 *       for some seconds, and what both bring is taken once, so that no event falls between them.
 * </ol>
 */
public final class PrivateStream<E> implements Due {

    private static final long OVERLAP_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Optional<Feed> PRIVATE = Optional.of(Feed.PRIVATE);

    private final Outlet outlet;
    private final Gate gate;
    private final PrivateDialect<E> dialect;
    private final Consumer<E> news;
    private final Backoff backoff;
    private final Unreported unreported = new Unreported();
    private final Echoes<E> echoes = new Echoes<>();
    private boolean idle = true;
    private Optional<PrivateLink<E>> current = Optional.empty();
    private Optional<PrivateLink<E>> successor = Optional.empty();
    private int links;
    private long overNanos;
    private long retryNanos;
    private FeedReason lost = FeedReason.STARTED;

    public PrivateStream(Outlet outlet, Gate gate, PrivateDialect<E> dialect, Consumer<E> news, Backoff backoff) {
        this.outlet = outlet;
        this.gate = gate;
        this.dialect = dialect;
        this.news = news;
        this.backoff = backoff;
        retryNanos = outlet.nanos();
    }

    public boolean isIdle() {
        return idle;
    }

    public int liveLink() {
        return current.filter(PrivateLink::isLive).map(PrivateLink::number).orElse(0);
    }

    public void open() {
        idle = false;
        if (gate.banEndsNanos().isPresent()) {
            wait(FeedState.BANNED, FeedReason.BANNED, "the venue will not hear of us yet");
            return;
        }
        outlet.privateFeed(FeedState.CONNECTING, lost, "");
        current = Optional.of(dial());
    }

    private PrivateLink<E> dial() {
        var link = new PrivateLink<>(++links, dialect.fresh(), outlet.nanos());
        gate.spend(dialect.opening());
        outlet.out().open(link.number(), link.dialect().url());
        return link;
    }

    private Optional<PrivateLink<E>> find(int number) {
        return current.filter(link -> link.number() == number)
                .or(() -> successor.filter(link -> link.number() == number));
    }

    public void opened(int which) {
        find(which).filter(PrivateLink::isOpening).ifPresent(link -> {
            link.opened(outlet.nanos());
            outlet.out().send(which, link.dialect().greeting(gate.venueNow()));
        });
    }

    public void pinged(int which) {
        find(which).ifPresent(link -> link.heard(outlet.nanos()));
    }

    public void closed(int which, String reason) {
        var link = find(which);
        if (link.isEmpty()) {
            return;
        }
        if (link.equals(successor)) {
            dropSuccessor();
        } else if (successor.isPresent()) {
            succeed();
            if (!current.orElseThrow().isLive()) {
                lost = FeedReason.LINK_CLOSED;
                outlet.privateFeed(FeedState.CONNECTING, lost, "the link closed: " + reason);
            }
        } else {
            wait(FeedState.BACKING_OFF, FeedReason.LINK_CLOSED, "the link closed: " + reason);
        }
    }

    public void received(int which, String text) {
        find(which).ifPresent(link -> read(link, text));
    }

    private void read(PrivateLink<E> link, String text) {
        link.answered(outlet.nanos());
        try {
            take(link, link.dialect().read(text));
        } catch (UnableToReadException e) {
            outlet.bad().count(PRIVATE, Flaw.of(text, e), String.valueOf(e.getMessage()));
            fail(link, FeedState.GAPPED, FeedReason.UNREADABLE, "a frame could not be read: " + e.getMessage());
        }
    }

    private void take(PrivateLink<E> from, PrivateFrame<E> frame) {
        if (frame instanceof PrivateFrame.News<E> told) {
            tell(from, told);
        } else if (frame instanceof PrivateFrame.Ending<E> ending) {
            fail(from, FeedState.GAPPED, FeedReason.VENUE_ENDING, "the venue sent " + ending.name());
        } else if (frame instanceof PrivateFrame.Unknown<E>) {
            outlet.bad().count(PRIVATE, BadFrame.UNKNOWN_TYPE, "an event of a type that we do not know");
        } else if (frame instanceof PrivateFrame.Skipped<E> skipped) {
            outlet.bad().count(PRIVATE, BadFrame.OUT_OF_ORDER, skipped.text());
            fail(from, FeedState.GAPPED, FeedReason.SEQUENCE_GAP, skipped.text());
        } else if (from.isGreeting()) {
            greeted(from, frame);
        }
    }

    /** A copy may be late: it is known as one for as long again as both were heard. */
    private boolean isEcho(PrivateLink<E> from, E event) {
        var isDouble = successor.isPresent() || outlet.nanos() - overNanos < OVERLAP_NANOS && links > 1;
        return isDouble && echoes.isEcho(from.number(), event);
    }

    private void tell(PrivateLink<E> from, PrivateFrame.News<E> told) {
        if (isEcho(from, told.event())) {
            return;
        }
        if (told.isStrange()) {
            outlet.bad().count(PRIVATE, BadFrame.UNKNOWN_VALUE, "a status of an order that we do not know");
        }
        told.orders().forEach(unreported::reported);
        news.accept(told.event());
    }

    private void greeted(PrivateLink<E> link, PrivateFrame<E> frame) {
        if (frame instanceof PrivateFrame.Step<E> step) {
            outlet.out().send(link.number(), step.reply());
        } else if (frame instanceof PrivateFrame.Ready<E>) {
            link.live(outlet.nanos());
            backoff.connected(outlet.nanos());
            overNanos = outlet.nanos() + OVERLAP_NANOS;
            if (successor.isEmpty()) {
                outlet.privateFeed(FeedState.LIVE, FeedReason.READY, "");
            }
        } else if (frame instanceof PrivateFrame.Refused<E> refused) {
            if (refused.blamesClock()) {
                gate.resyncClock();
            }
            fail(link, FeedState.BACKING_OFF, FeedReason.REFUSED, "not subscribed: " + refused.text());
        }
    }

    /** An order was acknowledged to us; a stream that lives says so too. */
    public void expect(OrderId order) {
        if (liveLink() != 0) {
            unreported.expect(order, outlet.nanos());
        }
    }

    /** Time has passed in which the machine may have slept. */
    public void distrust(String why) {
        current.ifPresent(link -> fail(link, FeedState.STALE, FeedReason.SUSPENDED, why));
    }

    /** Something happened that a stream which lives would have told. */
    public void missed(String why) {
        current.filter(PrivateLink::isLive).ifPresent(link -> fail(link, FeedState.GAPPED, FeedReason.UNREPORTED, why));
    }

    /** A successor that fails is tried again beside the one there is; with that one goes whatever was to follow it. */
    private void fail(PrivateLink<E> link, FeedState state, FeedReason reason, String why) {
        outlet.out().close(link.number());
        if (successor.filter(link::equals).isPresent()) {
            dropSuccessor();
        } else {
            successor.ifPresent(next -> outlet.out().close(next.number()));
            wait(state, reason, why);
        }
    }

    private void dropSuccessor() {
        successor = Optional.empty();
        retryNanos = backoff.next(outlet.nanos());
    }

    private void succeed() {
        current = successor;
        successor = Optional.empty();
        overNanos = outlet.nanos();
    }

    private void wait(FeedState state, FeedReason reason, String why) {
        lost = reason;
        current = Optional.empty();
        successor = Optional.empty();
        unreported.forget();
        echoes.forget();
        gate.banEndsNanos().ifPresent(backoff::notBefore);
        retryNanos = backoff.next(outlet.nanos());
        if (state != FeedState.BACKING_OFF) {
            outlet.privateFeed(state, reason, why);
        }
        outlet.privateFeed(gate.banEndsNanos().isPresent() ? FeedState.BANNED : FeedState.BACKING_OFF, reason, why);
    }

    @Override
    public void woken() {
        if (current.isPresent()) {
            examine(current.orElseThrow(), outlet.nanos());
            replace(outlet.nanos());
        } else if (!idle && outlet.nanos() >= retryNanos) {
            open();
        }
    }

    private void examine(PrivateLink<E> link, long now) {
        if (link.isUnanswered(now)) {
            fail(link, FeedState.BACKING_OFF, FeedReason.NO_ANSWER, "no answer while " + link.waitsFor());
        } else if (link.isLive() && link.isSilent(now)) {
            fail(
                    link,
                    FeedState.STALE,
                    FeedReason.SILENT,
                    "silent for " + link.silence(now).toSeconds() + " s");
        } else if (unreported.isAnyLate(now)) {
            fail(link, FeedState.STALE, FeedReason.UNREPORTED, "an order we placed was not reported");
        } else if (link.isLive()) {
            link.ping(outlet);
        }
    }

    /** Has one that grows old followed by another. */
    private void replace(long now) {
        successor.filter(link -> link.isUnanswered(now)).ifPresent(link -> {
            outlet.out().close(link.number());
            dropSuccessor();
        });
        if (successor.filter(PrivateLink::isLive).isPresent() && now >= overNanos) {
            outlet.out().close(current.orElseThrow().number());
            succeed();
        }
        if (successor.isEmpty()
                && liveLink() != 0
                && now >= oldNanos()
                && gate.banEndsNanos().isEmpty()) {
            echoes.forget();
            successor = Optional.of(dial());
        }
    }

    private long oldNanos() {
        return Math.max(
                Math.max(retryNanos, gate.banEndsNanos().orElse(retryNanos)),
                current.orElseThrow().oldNanos());
    }

    @Override
    public OptionalLong nextNanos() {
        if (current.isEmpty()) {
            return idle ? OptionalLong.empty() : OptionalLong.of(retryNanos);
        }
        var link = current.orElseThrow();
        var following = successor
                .map(next -> next.isLive() ? overNanos : next.dueNanos())
                .orElseGet(() -> link.isLive() ? oldNanos() : Long.MAX_VALUE);
        var own = Math.min(link.dueNanos(), following);
        return new Earliest().and(own).and(unreported.dueNanos()).nanos();
    }
}
