package sluice.venue.bad;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.book.LiveBook;
import sluice.net.Ends;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Link;
import sluice.net.LinkListener;
import sluice.net.ManualTime;
import sluice.net.Transport;
import sluice.venue.BadFrame;
import sluice.venue.Feed;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent;

/** A venue that answers whatever the adapter asks a millisecond later, and says what the test wants besides. */
final class ObligingVenue implements Transport {

    private static final long SOON = Duration.ofMillis(1).toNanos();

    private final Stand stand;
    private final ManualTime time = new ManualTime();
    private final List<Wire> wires = new ArrayList<>();
    private final List<VenueEvent> events = new ArrayList<>();

    ObligingVenue(Stand stand) {
        this.stand = stand;
        stand.venue(new Ends(this, time, time)).open(events::add);
        passes(Duration.ofSeconds(1));
    }

    private final class Wire implements Link {

        private final LinkListener listener;
        private final boolean isPrivate;
        private long said;
        private boolean closed;

        Wire(LinkListener listener, boolean isPrivate) {
            this.listener = listener;
            this.isPrivate = isPrivate;
        }

        @Override
        public boolean send(String text) {
            time.after(SOON, () -> stand.answers(text, said).forEach(this::say));
            return !closed;
        }

        private void say(String text) {
            if (!closed) {
                said++;
                listener.received(text);
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                time.after(SOON, () -> listener.closed("closed"));
            }
        }
    }

    @Override
    public void call(HttpCall call, Consumer<HttpOutcome> outcome) {
        var body = stand.replies().entrySet().stream()
                .filter(reply -> call.url().contains(reply.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("{}");
        time.after(SOON, () -> outcome.accept(new HttpOutcome.Reply(200, Map.of(), body, Duration.ofMillis(1))));
    }

    @Override
    public Link open(String url, LinkListener listener) {
        var wire = new Wire(listener, url.contains("/orders") || url.contains("ws-api"));
        wires.add(wire);
        time.after(SOON, listener::opened);
        return wire;
    }

    @Override
    public void close() {}

    void passes(Duration by) {
        time.advance(by);
    }

    /** How many frames the newest link of this kind has said. */
    long said(boolean isPrivate) {
        return newest(isPrivate).said;
    }

    void says(boolean isPrivate, String frame) {
        newest(isPrivate).say(frame);
    }

    /** The transport finds a frame that it does not hand on, and closes. */
    void cuts(boolean isPrivate, BadFrame kind) {
        var wire = newest(isPrivate);
        wire.listener.unread(kind);
        wire.close();
    }

    private Wire newest(boolean isPrivate) {
        return wires.stream()
                .filter(wire -> wire.isPrivate == isPrivate)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    /** How many were counted of this kind, as told last of each feed. */
    long counted(BadFrame kind) {
        var last = new HashMap<Optional<Feed>, Long>();
        events.stream()
                .filter(VenueEvent.BadFramesCounted.class::isInstance)
                .map(VenueEvent.BadFramesCounted.class::cast)
                .filter(counted -> counted.kind() == kind)
                .forEach(counted -> last.put(counted.feed(), counted.count()));
        return last.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How often something was told of this kind. */
    long tellings(BadFrame kind) {
        return events.stream()
                .filter(event -> event instanceof VenueEvent.BadFramesCounted counted && counted.kind() == kind)
                .count();
    }

    FeedState state(Feed feed) {
        return events.stream()
                .filter(event -> event instanceof VenueEvent.FeedChanged change
                        && change.feed().equals(feed))
                .map(event -> ((VenueEvent.FeedChanged) event).state())
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    /** The best bid with its quantity; empty while the book is absent. */
    Optional<String> bid() {
        return events.stream()
                .filter(VenueEvent.BookOpened.class::isInstance)
                .map(event -> ((VenueEvent.BookOpened) event).book())
                .findFirst()
                .flatMap(ObligingVenue::best);
    }

    private static Optional<String> best(LiveBook book) {
        return book.read(1).map(ladder -> ladder.bids().get(0)).map(level -> level.px() + " " + level.qty());
    }
}
