package sluice.venue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.Awaitility;
import sluice.market.Symbol;
import sluice.order.ClOrdId;
import sluice.order.Request;

/** Takes a venue's events as they come, and waits for the one a test is about. Safe for any thread. */
public final class Watch implements Consumer<VenueEvent> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<VenueEvent> events = new LinkedBlockingQueue<>();

    private volatile boolean clockKnown;
    private volatile boolean clockKnownWhenLive;

    @Override
    public void accept(VenueEvent event) {
        if (event instanceof VenueEvent.LinkMeasured measured) {
            clockKnown = measured.health().clockOffset().isPresent();
        } else if (event instanceof VenueEvent.FeedChanged change
                && change.feed().equals(Feed.PRIVATE)
                && change.state() == FeedState.LIVE) {
            clockKnownWhenLive = clockKnown;
        }
        events.add(event);
    }

    /** The first event from here on that {@code pick} takes; those before it are gone. */
    public <T> T next(String what, Function<VenueEvent, Optional<T>> pick) {
        var passed = new ArrayList<VenueEvent>();
        for (var event = poll(what, passed); ; event = poll(what, passed)) {
            var picked = pick.apply(event);
            if (picked.isPresent()) {
                return picked.get();
            }
            passed.add(event);
        }
    }

    boolean knewTheClockWhenLive() {
        return clockKnownWhenLive;
    }

    /** Until the private stream and the symbol's book are live. */
    public void allLive(Symbol symbol) {
        boolean[] live = new boolean[2];
        next("live feeds", event -> {
            if (event instanceof VenueEvent.FeedChanged change && change.state() == FeedState.LIVE) {
                live[0] |= change.feed().equals(Feed.PRIVATE);
                live[1] |= change.feed().equals(Feed.book(symbol));
            }
            return live[0] && live[1] ? Optional.of(true) : Optional.empty();
        });
    }

    private VenueEvent poll(String what, List<VenueEvent> passed) {
        try {
            var event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new AssertionError("no " + what + " came, but " + passed);
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What became of an amend: it was made, or it was held back. */
    OrderNews answer(ClOrdId id, Request.Replace asked) {
        return next(
                "answer to " + asked,
                event -> event instanceof VenueEvent.OrderReport report
                                && report.clOrdId().equals(Optional.of(id))
                                && (report.news() instanceof OrderNews.Replaced done
                                                && done.request().equals(asked)
                                        || report.news() instanceof OrderNews.NotSent held
                                                && held.request().equals(asked))
                        ? Optional.of(report.news())
                        : Optional.empty());
    }

    public <T extends OrderNews> T news(ClOrdId id, Class<T> kind) {
        return next(
                kind.getSimpleName() + " of " + id,
                event -> event instanceof VenueEvent.OrderReport report
                                && report.clOrdId().equals(Optional.of(id))
                                && kind.isInstance(report.news())
                        ? Optional.of(kind.cast(report.news()))
                        : Optional.empty());
    }

    /** Waits until the venue's list has a symbol on this tick. */
    void listed(Symbol symbol, BigDecimal tick) {
        next(
                "a list with the tick " + tick,
                event -> event instanceof VenueEvent.Listed listed
                        ? listed.instruments().stream()
                                .filter(each -> each.symbol().equals(symbol)
                                        && each.grid().tick().compareTo(tick) == 0)
                                .findFirst()
                        : Optional.empty());
    }

    /** Whether an order left, once that is known; takes nothing. */
    boolean hasLeft(ClOrdId id) {
        var told =
                Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> departure(id), Optional::isPresent);
        return told.orElseThrow() instanceof OrderNews.Sent;
    }

    private Optional<OrderNews> departure(ClOrdId id) {
        return events.stream()
                .filter(VenueEvent.OrderReport.class::isInstance)
                .map(VenueEvent.OrderReport.class::cast)
                .filter(report -> report.clOrdId().equals(Optional.of(id)))
                .map(VenueEvent.OrderReport::news)
                .findFirst();
    }

    /** The first news of an order that says how its request ended: neither its departure nor its acknowledgement. */
    public OrderNews outcome(ClOrdId id) {
        return next(
                "outcome of " + id,
                event -> event instanceof VenueEvent.OrderReport report
                                && report.clOrdId().equals(Optional.of(id))
                                && !(report.news() instanceof OrderNews.Sent)
                                && !(report.news() instanceof OrderNews.Acknowledged)
                                && !(report.news() instanceof OrderNews.Shown)
                        ? Optional.of(report.news())
                        : Optional.empty());
    }

    public void feed(Feed feed, FeedState state) {
        next(
                feed + " " + state,
                event -> event instanceof VenueEvent.FeedChanged change
                                && change.feed().equals(feed)
                                && change.state() == state
                        ? Optional.of(change)
                        : Optional.empty());
    }

    public Lookup lookup(ClOrdId id) {
        return next(
                "status of " + id,
                event -> event instanceof VenueEvent.StatusReport report
                                && report.asked().clOrdId().equals(id)
                        ? Optional.of(report.lookup())
                        : Optional.empty());
    }

    public VenueReport massStatus(long requestId) {
        return next(
                "mass status",
                event -> event instanceof VenueEvent.MassStatus status && status.requestId() == requestId
                        ? Optional.of(status.report())
                        : Optional.empty());
    }
}
