package sluice.net.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.net.Session.Out;
import sluice.net.limit.Backoff;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/**
 * What carries one subscription: a connection, and for some seconds its successor. A new one is opened before an old
 * one is given up, and what both carry is taken once. Confined to its session.
 */
final class Line {

    /** Both connections are read for so long at least before the old one is closed. */
    private static final long OVERLAP = Duration.ofSeconds(5).toNanos();

    /** Hears what becomes of the connections. */
    interface Watch {

        /** A first connection is being opened. */
        void connecting(Line line, Out out);

        /** None may be opened now. */
        void held(Line line, boolean isBanned, Out out);

        /** One that was open is no more. */
        void lost(Line line, int link, FeedState state, Out out);

        /** Whether all that the old one brought comes from this one by now. */
        boolean hasTakenOver(Line line, int link);
    }

    private final Subscription subscription;
    private final MarketDialect dialect;
    private final MarketSettings settings;
    private final Dials dials;
    private final Watch watch;
    private final Backoff backoff;
    private final List<Carrier> carriers = new ArrayList<>();
    private long retryAt;
    private FeedReason why = FeedReason.STARTED;
    private String ended = "";

    /** What all lines of a session share. */
    record Shared(MarketDialect dialect, MarketSettings settings, Dials dials, Watch watch) {}

    Line(Subscription subscription, Shared shared, SplittableRandom random) {
        this.subscription = subscription;
        dialect = shared.dialect;
        settings = shared.settings;
        dials = shared.dials;
        watch = shared.watch;
        backoff = new Backoff(settings.backoff(), random);
    }

    Subscription subscription() {
        return subscription;
    }

    /** Whether something carries it. */
    boolean isOpen() {
        return carriers.stream().anyMatch(Carrier::isOpen);
    }

    /** Why the last connection ended. */
    FeedReason why() {
        return why;
    }

    /** The same, in words. */
    String ended() {
        return ended;
    }

    /** The connection to talk on: the newest open one. */
    Optional<Carrier> newest() {
        return carriers.stream().filter(Carrier::isOpen).reduce((older, newer) -> newer);
    }

    /** A connection of this line that was not given up. */
    Optional<Carrier> find(int link) {
        for (int i = 0; i < carriers.size(); i++) {
            if (carriers.get(i).link() == link) {
                return Optional.of(carriers.get(i));
            }
        }
        return Optional.empty();
    }

    void start(long now) {
        retryAt = now;
    }

    /** Subscribes. */
    void opened(Carrier carrier, long now, Out out) {
        carrier.opened(now);
        backoff.connected(now);
        subscription.hello().forEach(frame -> carrier.say(frame, now, out));
    }

    void closed(int link, FeedReason reason, String text, FeedState state, long now, Out out) {
        find(link).ifPresent(carrier -> {
            carriers.remove(carrier);
            why = reason;
            ended = text;
            retryAt = backoff.next(now);
            if (carrier.isOpen()) {
                watch.lost(this, link, state, out);
            }
        });
    }

    /** Something is wrong with what this connection carries. */
    void giveUp(int link, FeedReason reason, String text, FeedState state, long now, Out out) {
        out.close(link);
        closed(link, reason, text, state, now, out);
    }

    /** Nothing that was open can be trusted. */
    void giveUpAll(FeedReason reason, String text, long now, Out out) {
        for (var carrier : List.copyOf(carriers)) {
            giveUp(carrier.link(), reason, text, FeedState.STALE, now, out);
        }
    }

    /** Does what is due. */
    void tick(long now, Out out) {
        for (var carrier : List.copyOf(carriers)) {
            examine(carrier, now, out);
        }
        if (carriers.size() == 2 && isHandedOver(now)) {
            out.close(carriers.remove(0).link());
        }
        if (now - retryAt >= 0 && (carriers.isEmpty() || carriers.size() == 1 && isAging(carriers.get(0), now))) {
            connect(now, out);
        }
    }

    private void examine(Carrier carrier, long now, Out out) {
        var pace = settings.pace();
        int link = carrier.link();
        if (!carrier.isOpen()) {
            if (now - carrier.bornNanos() >= pace.deadline().toNanos()) {
                var text = "the connection did not open in " + said(pace.deadline());
                giveUp(link, FeedReason.NO_ANSWER, text, FeedState.BACKING_OFF, now, out);
            }
        } else if (now - carrier.heardNanos() >= pace.silence().toNanos()) {
            giveUp(link, FeedReason.SILENT, "nothing was heard for " + said(pace.silence()), FeedState.STALE, now, out);
        } else {
            carrier.pump(now, out);
            keepAlive(carrier, now, out);
        }
    }

    private void keepAlive(Carrier carrier, long now, Out out) {
        long ping = settings.rates().ping().toNanos();
        if (ping > 0 && now - carrier.talkedNanos() >= ping) {
            dialect.probe(now & Long.MAX_VALUE).ifPresent(frame -> carrier.say(frame, now, out));
        }
    }

    /** When there will be something to do. */
    long due(long now) {
        long due = now + settings.pace().silence().toNanos();
        for (var carrier : carriers) {
            due = Math.min(due, due(carrier));
        }
        if (carriers.isEmpty()) {
            return retryAt;
        }
        if (carriers.size() == 2) {
            return carriers.get(1).isOpen() ? Math.min(due, handOverDue(now)) : due;
        }
        var only = carriers.get(0);
        long old = only.isEnding()
                ? now
                : only.openedNanos() + settings.pace().life().toNanos();
        return only.isOpen() ? Math.min(due, Math.max(old, retryAt)) : due;
    }

    private long due(Carrier carrier) {
        var pace = settings.pace();
        if (!carrier.isOpen()) {
            return carrier.bornNanos() + pace.deadline().toNanos();
        }
        long ping = settings.rates().ping().toNanos();
        long due = Math.min(carrier.heardNanos() + pace.silence().toNanos(), carrier.dueNanos());
        return ping > 0 ? Math.min(due, carrier.talkedNanos() + ping) : due;
    }

    private void connect(long now, Out out) {
        boolean first = carriers.isEmpty();
        var link = dials.dial();
        if (link.isEmpty()) {
            retryAt = dials.freeNanos();
            if (first) {
                watch.held(this, dials.isBanned(now), out);
            }
            return;
        }
        int perSecond = settings.rates().framesPerSecond();
        carriers.add(new Carrier(link.getAsInt(), dialect.reader(subscription), perSecond, now));
        if (first) {
            watch.connecting(this, out);
        }
        out.open(link.getAsInt(), subscription.url());
    }

    private boolean isAging(Carrier carrier, long now) {
        return carrier.isOpen()
                && (carrier.isEnding()
                        || now - carrier.openedNanos() >= settings.pace().life().toNanos());
    }

    /** One that has not taken over in a long while never will: then its books are taken anew. */
    private boolean isHandedOver(long now) {
        var successor = carriers.get(1);
        long both = now - successor.openedNanos();
        return successor.isOpen()
                && both >= OVERLAP
                && (watch.hasTakenOver(this, successor.link())
                        || both >= settings.pace().silence().toNanos());
    }

    private long handOverDue(long now) {
        long over = carriers.get(1).openedNanos() + OVERLAP;
        return now - over >= 0 ? now + OVERLAP / 5 : over;
    }

    private static String said(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
