package sluice.bench.book;

import java.nio.charset.StandardCharsets;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.net.text.Slots;
import sluice.venue.binance.market.DepthFeed;
import sluice.venue.binance.market.DepthFeed.Answer;
import sluice.venue.binance.market.DepthFeed.Step;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.market.wire.DepthWire.Kind;

/** sluice as it runs live: decode, sequence rule, book, published under its sequence lock. */
final class SluiceDepth implements Contender {

    private DepthWire wire = new DepthWire(new Slots());
    private DepthFeed feed = feed();
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
        feed = feed();
        messages = 0;
        if (feed.snapshot(wire, snapshot, 0) != Answer.LIVE) {
            throw new IllegalStateException("no book from the snapshot");
        }
    }

    @Override
    public void take(byte[] frame) {
        if (wire.read(frame, 0, frame.length) != Kind.DEPTH || feed.take(wire, "", ++messages) != Step.APPLIED) {
            throw new IllegalStateException("not applied: message " + messages);
        }
    }

    @Override
    public String book() {
        return new String(feed.book().canonicalText().orElseThrow(), StandardCharsets.US_ASCII);
    }

    private static DepthFeed feed() {
        return new DepthFeed(0, new Book(new VenueId("binance"), Symbol.of("BTC-USDT")), step -> {});
    }
}
