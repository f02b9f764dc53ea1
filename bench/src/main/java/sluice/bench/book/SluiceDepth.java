package sluice.bench.book;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.BookFeed.Answer;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.text.Slots;
import sluice.venue.binance.market.BinanceSnapshots;
import sluice.venue.binance.market.DepthSequence;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.market.wire.DepthWire.Kind;

/** sluice as it runs live: decode, sequence rule, book, published under its sequence lock. */
final class SluiceDepth implements Contender {

    private DepthWire wire = new DepthWire(new Slots());
    private BookFeed feed = feed(wire);
    private long messages;

    @Override
    public String name() {
        return "book.binance";
    }

    @Override
    public void start(String snapshot) {
        var slots = new Slots();
        slots.grid(slots.add("BTCUSDT"), 2, 5);
        wire = new DepthWire(slots);
        feed = feed(wire);
        messages = 0;
        if (feed.snapshot(snapshot, 0) != Answer.LIVE) {
            throw new IllegalStateException("no book from the snapshot");
        }
    }

    @Override
    public void take(byte[] frame) {
        if (wire.read(frame, 0, frame.length) != Kind.DEPTH || feed.take(wire, 0, "", ++messages) != Step.APPLIED) {
            throw new IllegalStateException("not applied: message " + messages);
        }
    }

    @Override
    public String book() {
        return new String(feed.book().canonicalText().orElseThrow(), StandardCharsets.US_ASCII);
    }

    private static BookFeed feed(DepthWire wire) {
        var source = new BinanceSnapshots(wire, "", 1000, Duration.ZERO);
        return new BookFeed(
                0,
                new Book(new VenueId("binance"), Symbol.of("BTC-USDT")),
                new DepthSequence(),
                Optional.of(source),
                step -> {});
    }
}
