package sluice.net.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.net.HttpCall;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.limit.Backoff;
import sluice.net.limit.Shutout;
import sluice.venue.Feed;
import sluice.venue.VenueEvent;

/** The other end of a session that speaks {@link PlainDialect}, and the time it lives in. */
final class PlainVenue implements Session.Out, Clock {

    final Map<Integer, String> links = new LinkedHashMap<>();
    final List<Integer> closed = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    final List<String> states = new ArrayList<>();
    final Map<String, LiveBook> books = new TreeMap<>();
    final Shutout shutout = Shutout.ofAll();
    final MarketSession session;
    private final List<Long> calls = new ArrayList<>();
    private long nanos = 1_000_000_000_000L;
    private Duration wall = Duration.ZERO;
    private long wake = Long.MAX_VALUE;

    PlainVenue(Rates rates, String... coins) {
        var symbols =
                List.of(coins).stream().map(coin -> Symbol.of(coin + "-USD")).toList();
        var settings = new MarketSettings(new VenueId("plain"), symbols, Pace.USUAL, rates, Backoff.Settings.STANDARD);
        session = new MarketSession(new PlainDialect(), settings, this, new SplittableRandom(3), shutout);
        session.start(this);
    }

    /** Of these coins, with their instruments read. */
    static PlainVenue of(String... coins) {
        var venue = new PlainVenue(new Rates(100, Duration.ofMinutes(5), 5, Duration.ZERO), coins);
        venue.answer(String.join(",", coins));
        return venue;
    }

    void answer(String body) {
        session.answered(calls.remove(0), new HttpOutcome.Reply(200, Map.of(), body, Duration.ofMillis(1)), this);
    }

    PlainVenue open(int link) {
        session.opened(link, this);
        return this;
    }

    PlainVenue says(int link, String... frames) {
        for (var frame : frames) {
            session.received(link, frame, this);
        }
        return this;
    }

    PlainVenue cuts(int link) {
        session.closed(link, "cut", this);
        return this;
    }

    /** Time passes, with every wake that was asked for. */
    PlainVenue passes(Duration time) {
        long end = nanos + time.toNanos();
        while (wake <= end) {
            nanos = Math.max(nanos, wake);
            wake = Long.MAX_VALUE;
            session.woken(this);
        }
        nanos = end;
        return this;
    }

    /** Time passes, and nobody runs. */
    PlainVenue sleeps(Duration time) {
        nanos += time.toNanos();
        return this;
    }

    PlainVenue setsTheWall(Duration by) {
        wall = wall.plus(by);
        return this;
    }

    /** Best bid of a book, or nothing while it is absent. */
    String bid(String coin) {
        return books.get(coin + "-USD")
                .read(1)
                .map(ladder -> ladder.bids().get(0).px().plain())
                .orElse("absent");
    }

    @Override
    public Instant now() {
        return Instant.ofEpochSecond(1_760_000_000L).plusNanos(nanos).plus(wall);
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public void call(long call, HttpCall request) {
        calls.add(call);
    }

    @Override
    public void open(int link, String url) {
        links.put(link, url);
    }

    @Override
    public void send(int link, String text) {
        sent.add(link + " " + text);
    }

    @Override
    public void close(int link) {
        closed.add(link);
    }

    @Override
    public void wakeAt(long at) {
        wake = Math.min(wake, at);
    }

    @Override
    public void emit(VenueEvent event) {
        if (event instanceof VenueEvent.BookOpened opened) {
            books.put(opened.book().symbol().toString(), opened.book());
        } else if (event instanceof VenueEvent.FeedChanged change
                && change.feed().kind() == Feed.Kind.BOOK) {
            states.add(change.feed().symbol().orElseThrow() + " " + change.state() + " " + change.reason());
        }
    }
}
