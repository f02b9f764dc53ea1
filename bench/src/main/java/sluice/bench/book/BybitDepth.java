package sluice.bench.book;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.feed.book.FrameReader.Frame;
import sluice.net.text.Slots;
import sluice.venue.bybit.market.BookReader;
import sluice.venue.bybit.market.UpdateSequence;
import sluice.venue.bybit.market.wire.BookWire;

/** The same changes as Bybit writes them, taken as live: decode, sequence rule, book. */
final class BybitDepth implements Contender {

    private static final String TOPIC = BookWire.topic(1000, "BTCUSDT");
    private static final long BEGIN = 3_000;

    private BookReader reader = new BookReader(new BookWire(new Slots()), new int[0]);
    private BookFeed feed = feed();
    private long update;
    private long messages;

    @Override
    public String name() {
        return "book.bybit";
    }

    /** The venue's own frame of a Binance snapshot; frames of changes are numbered on from it. */
    String snapshot(String binance) {
        update = BEGIN;
        return frame("snapshot", binance, "\"bids\":", "\"asks\":", update);
    }

    byte[] changes(byte[] binance) {
        var text = new String(binance, StandardCharsets.ISO_8859_1);
        return frame("delta", text, "\"b\":", "\"a\":", ++update).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String frame(String type, String text, String bids, String asks, long update) {
        int comma = text.indexOf("," + asks);
        var buys = text.substring(text.indexOf(bids) + bids.length(), comma);
        var sells = text.substring(comma + 1 + asks.length(), text.lastIndexOf(']') + 1);
        return "{\"topic\":\"" + TOPIC + "\",\"type\":\"" + type
                + "\",\"ts\":1767225600000,\"data\":{\"s\":\"BTCUSDT\",\"b\":" + buys + ",\"a\":" + sells + ",\"u\":"
                + update + ",\"seq\":" + (753_843_900_000L + update) + "},\"cts\":1767225599999}";
    }

    @Override
    public void start(String snapshot) {
        var slots = new Slots();
        slots.grid(slots.add(TOPIC), 2, 5);
        reader = new BookReader(new BookWire(slots), new int[] {0});
        feed = feed();
        messages = 0;
        take(snapshot.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void take(byte[] frame) {
        if (reader.read(frame, 0, frame.length) != Frame.DEPTH
                || feed.take(reader, 0, "", ++messages) != Step.APPLIED) {
            throw new IllegalStateException("not applied: message " + messages);
        }
    }

    @Override
    public String book() {
        return new String(feed.book().canonicalText().orElseThrow(), StandardCharsets.US_ASCII);
    }

    private static BookFeed feed() {
        var book = new Book(new VenueId("bybit"), Symbol.of("BTC-USDT"));
        return new BookFeed(0, book, new UpdateSequence(), Optional.empty(), step -> {});
    }
}
