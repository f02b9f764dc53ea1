package sluice.bench.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.feed.book.FrameReader.Frame;
import sluice.net.feed.book.SequenceRule;
import sluice.venue.coinbase.market.CoinbaseReader;
import sluice.venue.coinbase.market.SharedBooks;
import sluice.venue.coinbase.market.wire.FrameWire;

/** Coinbase as it runs live, on the same changes in its own words. */
final class CoinbaseDepth implements Contender {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PRODUCT = "BTC-USD";

    private CoinbaseReader reader = reader();
    private BookFeed feed = feed();
    private long sequence;
    private long messages;

    @Override
    public String name() {
        return "book.coinbase";
    }

    @Override
    public void start(String snapshot) {
        reader = reader();
        feed = feed();
        messages = 0;
        take(snapshot.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void take(byte[] frame) {
        if (reader.read(frame, 0, frame.length) != Frame.DEPTH
                || feed.take(reader.update(), 1, "", ++messages) != Step.APPLIED) {
            throw new IllegalStateException("not applied: message " + messages);
        }
    }

    @Override
    public String book() {
        return new String(feed.book().canonicalText().orElseThrow(), StandardCharsets.US_ASCII);
    }

    /** The venue's own frame of a Binance snapshot; frames of changes are numbered on from it. */
    String snapshot(String binance) throws IOException {
        sequence = 0;
        return frame("snapshot", JSON.readTree(binance), "bids", "asks");
    }

    byte[] changes(byte[] binance) throws IOException {
        return frame("update", JSON.readTree(binance).get("data"), "b", "a").getBytes(StandardCharsets.ISO_8859_1);
    }

    private String frame(String type, JsonNode levels, String bids, String asks) {
        var text = new StringBuilder("{\"channel\":\"l2_data\",\"client_id\":\"\",")
                .append("\"timestamp\":\"2026-01-01T00:00:00.228568804Z\",\"sequence_num\":")
                .append(sequence++)
                .append(",\"events\":[{\"type\":\"")
                .append(type)
                .append("\",\"product_id\":\"" + PRODUCT + "\",\"updates\":[");
        append(text, "bid", levels.get(bids));
        append(text, "offer", levels.get(asks));
        text.setLength(text.length() - 1);
        return text.append("]}]}").toString();
    }

    private static void append(StringBuilder text, String side, JsonNode levels) {
        for (var level : levels) {
            text.append("{\"side\":\"")
                    .append(side)
                    .append("\",\"event_time\":\"2026-01-01T00:00:00.170326Z\",\"price_level\":\"")
                    .append(level.get(0).asText())
                    .append("\",\"new_quantity\":\"")
                    .append(level.get(1).asText())
                    .append("\"},");
        }
    }

    private static CoinbaseReader reader() {
        var books = new SharedBooks();
        books.slots().grid(books.add(0, PRODUCT), 2, 5);
        return new CoinbaseReader(new FrameWire(books.slots()), books);
    }

    private static BookFeed feed() {
        var book = new Book(new VenueId("coinbase"), Symbol.of(PRODUCT));
        return new BookFeed(0, book, SequenceRule.none(), Optional.empty(), step -> {});
    }
}
