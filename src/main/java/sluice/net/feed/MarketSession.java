package sluice.net.feed;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import sluice.market.Clock;
import sluice.market.Trade;
import sluice.net.BadFrames;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.feed.book.FrameReader;
import sluice.net.limit.Shutout;
import sluice.net.text.Flaw;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.BadFrame;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * Books and prints of one venue, kept for as long as the process runs, whatever the network does.
 *
 * <p>Instruments first, then the connections, then a snapshot a book. A book is absent from the moment something is
 * wrong with it, and nothing that the venue sends ends the session: what cannot be read is counted, and what it may
 * have hidden shows as a gap. Confined to its driver.
 */
public final class MarketSession implements Session {

    private static final String SKIPPED = "the connection skipped a message";
    private static final String NOT_LISTED = "the venue does not list it";
    private static final String UNREAD = "a message could not be read";

    private final MarketDialect dialect;
    private final MarketSettings settings;
    private final Clock clock;
    private final PublicRest rest;
    private final Listed listed;
    private final Books books;
    private final FeedBoard board;
    private final Vigil vigil;
    private final Lines lines;
    private final BadFrames bad;

    /** @param shutout what the venue's other session is told as well */
    public MarketSession(
            MarketDialect dialect, MarketSettings settings, Clock clock, SplittableRandom random, Shutout shutout) {
        this.dialect = dialect;
        this.settings = settings;
        this.clock = clock;
        var dials = new Dials(settings.rates(), clock, shutout);
        bad = new BadFrames(settings.venue(), clock);
        rest = new PublicRest(dialect.rest(), dialect.limits(), clock, shutout, bad);
        listed = new Listed(dialect, settings, random.split());
        books = new Books(dialect, settings, clock, rest, bad, random.split());
        board = books.board();
        lines = new Lines(dialect, settings, dials, books, random.split());
        vigil = new Vigil(clock);
    }

    /** Frames and replies so far that were not what they should be. */
    public long badFrames() {
        return bad.total();
    }

    @Override
    public void start(Out out) {
        board.tellAll(settings.symbols(), FeedState.CONNECTING, FeedReason.STARTED, "starting", out);
        listed.start(clock.nanos());
        tick(out);
    }

    @Override
    public void command(VenueCommand command, Out out) {
        // Orders are the trading session's.
    }

    /** An order was turned down for its price or quantity, so what the venue lists may be other than we think. */
    @Override
    public void overheard(VenueEvent event, Out out) {
        listed.doubt(clock.nanos());
        tick(out);
    }

    @Override
    public void woken(Out out) {
        tick(out);
    }

    @Override
    public void answered(long call, HttpOutcome outcome, Out out) {
        if (listed.isAsked(call)) {
            listing(call, outcome, out);
        } else {
            books.answered(call, outcome, out);
        }
        tick(out);
    }

    @Override
    public void opened(int link, Out out) {
        long now = clock.nanos();
        lines.find(link).ifPresent(line -> {
            line.find(link).ifPresent(carrier -> line.opened(carrier, now, out));
            books.of(line).forEach(kept -> board.tell(kept.trades(), FeedState.LIVE, FeedReason.READY, "", out));
            books.flow(line, now, out);
            tick(out);
        });
    }

    @Override
    public void received(int link, String text, Out out) {
        if (vigil.isLate(clock.nanos())) {
            tick(out);
        }
        var line = lines.find(link);
        if (line.isPresent()) {
            received(line.orElseThrow(), line.orElseThrow().find(link).orElseThrow(), text, out);
        }
    }

    private void received(Line line, Carrier carrier, String text, Out out) {
        long now = clock.nanos();
        carrier.heard(now);
        var reader = carrier.reader();
        FrameReader.Frame frame;
        try {
            frame = reader.read(text);
        } catch (MalformedFrameException e) {
            unreadable(reader.update().book(), Flaw.of(text, e), e, now, out);
            return;
        }
        switch (frame) {
            case DEPTH -> depth(line, carrier, text, now, out);
            case OTHER -> other(line, carrier, text, now, out);
            case GAP -> lost(line, carrier, BadFrame.OUT_OF_ORDER, FeedReason.SEQUENCE_GAP, SKIPPED, now, out);
            case UNREADABLE -> lost(line, carrier, Flaw.of(text), FeedReason.UNREADABLE, UNREAD, now, out);
            case OLD -> bad.count(BadFrame.REPEATED, "a message that came before");
        }
    }

    private void depth(Line line, Carrier carrier, String text, long now, Out out) {
        var reader = carrier.reader();
        do {
            var update = reader.update();
            if (update.book() != Slots.NONE && !books.take(update, carrier.link(), text, now, out)) {
                ail(books.at(update.book()), line, carrier, now, out);
            }
        } while (reader.next());
    }

    /** Something is wrong with a book; one that stands still needs another connection, which may be there already. */
    private void ail(Kept kept, Line line, Carrier carrier, long now, Out out) {
        if (kept.lost == FeedReason.FROZEN) {
            carrier.ending();
            line.newest().filter(newer -> newer != carrier).ifPresent(newer -> books.want(kept, now, out));
        }
        tick(out);
    }

    private void unreadable(int book, BadFrame kind, MalformedFrameException why, long now, Out out) {
        var text = String.valueOf(why.getMessage());
        if (book == Slots.NONE) {
            bad.count(kind, text);
            tick(out);
        } else {
            bad.count(Optional.of(books.at(book).books()), kind, text);
            books.unreadable(book, text, now, out);
            tick(out);
        }
    }

    private void lost(Line line, Carrier carrier, BadFrame kind, FeedReason reason, String text, long now, Out out) {
        bad.count(kind, text);
        line.giveUp(carrier.link(), reason, text, FeedState.GAPPED, now, out);
        tick(out);
    }

    @Override
    public void pinged(int link, Out out) {
        long now = clock.nanos();
        lines.find(link).ifPresent(line -> {
            line.find(link).ifPresent(carrier -> carrier.heard(now));
            books.proven(line, now);
        });
    }

    @Override
    public void unread(int link, BadFrame kind, Out out) {
        bad.count(kind, "a frame that was not read");
    }

    @Override
    public void closed(int link, String reason, Out out) {
        long now = clock.nanos();
        lines.find(link)
                .ifPresent(line -> line.closed(link, FeedReason.LINK_CLOSED, reason, FeedState.BACKING_OFF, now, out));
        tick(out);
    }

    private void other(Line line, Carrier carrier, String text, long now, Out out) {
        List<MarketNews> all;
        try {
            all = dialect.news(line.subscription(), text);
        } catch (MalformedFrameException e) {
            bad.count(Flaw.of(text, e), String.valueOf(e.getMessage()));
            tick(out);
            return;
        }
        for (var news : all) {
            take(news, line, carrier, now, out);
        }
    }

    private void take(MarketNews news, Line line, Carrier carrier, long now, Out out) {
        if (news instanceof MarketNews.Print print) {
            printed(print, line, carrier, now, out);
        } else if (news instanceof MarketNews.Marked mark) {
            var symbol = books.at(mark.book()).symbol();
            out.emit(new VenueEvent.Marked(
                    settings.venue(), symbol, mark.markPx(), mark.fundingRate(), mark.nextFunding(), clock.stamp()));
        } else if (news instanceof MarketNews.Alive) {
            books.proven(line, now);
        } else if (news instanceof MarketNews.Missing missing) {
            var text = "the venue stopped sending " + missing.what();
            line.giveUp(carrier.link(), FeedReason.SUBSCRIPTION_LOST, text, FeedState.STALE, now, out);
            tick(out);
        } else if (news instanceof MarketNews.Refused refused) {
            line.giveUp(carrier.link(), FeedReason.REFUSED, refused.text(), FeedState.BACKING_OFF, now, out);
            tick(out);
        } else if (news instanceof MarketNews.Ending) {
            carrier.ending();
            tick(out);
        } else if (news instanceof MarketNews.Odd odd) {
            bad.count(odd.kind(), odd.text());
            tick(out);
        } else {
            throw new AssertionError(news);
        }
    }

    private void printed(MarketNews.Print print, Line line, Carrier carrier, long now, Out out) {
        var kept = books.at(print.book());
        var trade = new Trade(settings.venue(), kept.symbol(), print.aggressor(), print.px(), print.qty(), print.at());
        out.emit(new VenueEvent.Printed(trade, clock.stamp()));
        if (!books.isMoving(kept, now, out)) {
            ail(kept, line, carrier, now, out);
        }
    }

    private void listing(long call, HttpOutcome outcome, Out out) {
        long now = clock.nanos();
        var result = rest.result(call, outcome);
        try {
            var body = result.body().orElseThrow(() -> new MalformedFrameException(result.why()));
            listed.answered(body, now)
                    .ifPresent(fresh ->
                            out.emit(new VenueEvent.Listed(settings.venue(), fresh, List.of(), clock.stamp())));
        } catch (MalformedFrameException e) {
            result.body().ifPresent(body -> bad.count(Flaw.of(body, e), "instruments: " + e.getMessage()));
            listed.again(now);
            if (!lines.areStarted()) {
                var state = result.body().isPresent() ? FeedState.BACKING_OFF : result.state();
                board.tellAll(
                        settings.symbols(), state, FeedReason.LISTING_FAILED, "no instruments: " + e.getMessage(), out);
            }
            return;
        }
        if (!lines.areStarted() && listed.isRead()) {
            openBooks(now, out);
        }
    }

    private void openBooks(long now, Out out) {
        for (var symbol : settings.symbols()) {
            listed.find(symbol)
                    .ifPresentOrElse(
                            instrument -> books.open(instrument, out),
                            () -> board.tellAll(
                                    List.of(symbol), FeedState.CLOSED, FeedReason.NOT_LISTED, NOT_LISTED, out));
        }
        lines.start(now);
    }

    /** Does everything that is due, and asks to be woken for what is next. */
    private void tick(Out out) {
        long now = clock.nanos();
        vigil.look().ifPresent(alarm -> lines.giveUpAll(alarm, now, out));
        if (listed.isDue(now)) {
            rest.call(listed.next(), out).ifPresent(listed::asked);
        }
        lines.tick(now, out);
        bad.tell(out);
        long due = Math.min(lines.due(now), Math.max(listed.dueNanos(), rest.freeNanos()));
        due = Math.min(due, bad.dueNanos());
        vigil.nextLook(due);
        out.wakeAt(due);
    }
}
