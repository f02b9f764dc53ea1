package sluice.venue.binance.market;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.market.Clock;
import sluice.market.Trade;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.text.MalformedFrameException;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.market.MarketFeeds.Kept;
import sluice.venue.binance.market.wire.StreamMessage;
import sluice.venue.binance.market.wire.StreamWire;

/**
 * Books and prints of Binance spot, kept for as long as the process runs, whatever the network does.
 *
 * <p>Instruments first, then one connection with all streams, then a snapshot a book. A book is absent from the moment
 * something is wrong with it, and nothing that the venue sends ends the session: what cannot be read is counted, and
 * what it may have hidden shows as a gap. Confined to its driver.
 */
public final class BinanceMarketSession implements Session {

    private final MarketSettings settings;
    private final Clock clock;
    private final MarketRest rest;
    private final Listing listing;
    private final MarketBooks books;
    private final MarketFeeds feeds;
    private final MarketStreams streams;
    private long probedNanos;
    private long malformed;

    public BinanceMarketSession(MarketSettings settings, Clock clock, SplittableRandom random) {
        this.settings = settings;
        this.clock = clock;
        rest = new MarketRest(settings, clock);
        listing = new Listing(settings, random.split());
        books = new MarketBooks(settings, clock, rest, random.split());
        feeds = books.feeds();
        streams = new MarketStreams(settings, random.split());
    }

    /** Frames and replies so far that could not be read. */
    public long malformed() {
        return malformed + books.malformed();
    }

    @Override
    public void start(Out out) {
        long now = clock.nanos();
        feeds.tellAll(FeedState.CONNECTING, FeedReason.STARTED, "starting", out);
        listing.start(now);
        probedNanos = now;
        tick(now, out);
    }

    @Override
    public void command(VenueCommand command, Out out) {
        // Orders are the trading session's.
    }

    @Override
    public void woken(Out out) {
        tick(clock.nanos(), out);
    }

    @Override
    public void answered(long call, HttpOutcome outcome, Out out) {
        if (listing.isAsked(call)) {
            listed(outcome, out);
        } else {
            books.answered(call, outcome, out);
        }
        tick(clock.nanos(), out);
    }

    @Override
    public void opened(int link, Out out) {
        long now = clock.nanos();
        if (streams.opened(link, now)) {
            feeds.tellTrades(FeedState.LIVE, out);
            books.flow(now, out);
            tick(now, out);
        }
    }

    @Override
    public void received(int link, String text, Out out) {
        long now = clock.nanos();
        if (!streams.heard(link, now)) {
            return;
        }
        switch (books.take(text, now, out)) {
            case TAKEN -> {}
            case BROKEN -> tick(now, out);
            case OTHER -> other(link, text, now, out);
        }
    }

    @Override
    public void pinged(int link, Out out) {
        long now = clock.nanos();
        if (streams.heard(link, now)) {
            books.proven(now);
        }
    }

    @Override
    public void closed(int link, String reason, Out out) {
        long now = clock.nanos();
        boolean wasOpen = streams.isOpen();
        streams.closed(link, FeedReason.LINK_CLOSED, reason, now);
        lostIf(wasOpen, FeedState.BACKING_OFF, out);
        tick(now, out);
    }

    private void other(int link, String text, long now, Out out) {
        StreamMessage message;
        try {
            message = StreamWire.read(text);
        } catch (MalformedFrameException e) {
            malformed++;
            return;
        }
        if (message instanceof StreamMessage.Print print) {
            feeds.find(print.venueSymbol()).ifPresent(kept -> printed(kept, print, out));
        } else if (message instanceof StreamMessage.Shutdown) {
            streams.ending(link);
            tick(now, out);
        } else if (message instanceof StreamMessage.Subscriptions subscriptions) {
            subscribed(link, subscriptions.streams(), now, out);
        } else if (message instanceof StreamMessage.Refusal) {
            malformed++;
        } else if (!(message instanceof StreamMessage.Unneeded)) {
            throw new AssertionError(message);
        }
    }

    private void printed(Kept kept, StreamMessage.Print print, Out out) {
        var trade = new Trade(settings.venue(), kept.symbol(), print.aggressor(), print.px(), print.qty(), print.at());
        out.emit(new VenueEvent.Printed(trade, clock.stamp()));
    }

    /** The venue still sends us these: books without news are not stale. A stream that is missing is a dead one. */
    private void subscribed(int link, List<String> names, long now, Out out) {
        var missing = feeds.all().stream()
                .map(kept -> kept.depthStream)
                .filter(name -> !names.contains(name))
                .findFirst();
        if (missing.isEmpty()) {
            books.proven(now);
            return;
        }
        boolean wasOpen = streams.isOpen();
        streams.giveUp(
                link, FeedReason.SUBSCRIPTION_LOST, "the venue stopped sending " + missing.orElseThrow(), now, out);
        lostIf(wasOpen, FeedState.STALE, out);
        tick(now, out);
    }

    private void listed(HttpOutcome outcome, Out out) {
        long now = clock.nanos();
        try {
            listing.answered(rest.body(outcome), now)
                    .ifPresent(fresh ->
                            out.emit(new VenueEvent.Listed(settings.venue(), fresh, List.of(), clock.stamp())));
        } catch (MalformedFrameException e) {
            malformed++;
            listing.again(now);
            if (!streams.isStarted()) {
                feeds.tellAll(
                        MarketRest.state(outcome), FeedReason.LISTING_FAILED, "no instruments: " + e.getMessage(), out);
            }
            return;
        }
        if (!streams.isStarted()) {
            openBooks(now, out);
        }
    }

    private void openBooks(long now, Out out) {
        for (var symbol : settings.symbols()) {
            listing.find(symbol)
                    .ifPresentOrElse(
                            instrument -> books.open(instrument, out),
                            () -> feeds.tellClosed(symbol, "the venue does not list it", out));
        }
        if (!feeds.all().isEmpty()) {
            var names = feeds.all().stream()
                    .flatMap(kept -> Stream.of(kept.depthStream, kept.tradeStream))
                    .collect(Collectors.joining("/"));
            feeds.tellAll(FeedState.CONNECTING, FeedReason.STARTED, "", out);
            streams.start(settings.stream() + "/stream?streams=" + names, now, out);
        }
    }

    private void lostIf(boolean wasOpen, FeedState state, Out out) {
        if (wasOpen && !streams.isOpen()) {
            books.lost();
            feeds.tellAll(state, streams.why(), streams.ended(), out);
        }
    }

    /** Does everything that is due, and asks to be woken for what is next. */
    private void tick(long now, Out out) {
        boolean wasOpen = streams.isOpen();
        boolean connecting = streams.tick(now, out);
        lostIf(wasOpen, FeedState.STALE, out);
        if (connecting) {
            feeds.tellAll(FeedState.CONNECTING, streams.why(), streams.ended(), out);
        }
        if (listing.isDue(now)) {
            rest.get("/api/v3/exchangeInfo", Listing.WEIGHT, out).ifPresent(listing::asked);
        }
        if (streams.isOpen()) {
            books.ask(now, out);
            probe(now, out);
        }
        out.wakeAt(due(now));
    }

    /** A book without news may be quiet or forgotten: the venue is asked which streams it sends. */
    private void probe(long now, Out out) {
        long quiet = settings.pace().quiet().toNanos();
        if (now - probedNanos >= quiet && books.isQuietSince(now - quiet)) {
            probedNanos = now;
            out.send(streams.link(), StreamWire.listSubscriptions(now & Long.MAX_VALUE));
        }
    }

    private long due(long now) {
        long due = Math.min(streams.due(now), Math.max(listing.dueNanos(), rest.freeNanos()));
        if (!streams.isOpen()) {
            return due;
        }
        long quiet = now + settings.pace().quiet().toNanos();
        return Math.min(Math.min(due, quiet), books.due().orElse(due));
    }
}
