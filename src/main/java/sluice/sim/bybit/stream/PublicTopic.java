package sluice.sim.bybit.stream;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.sim.front.Occasion;

/** A public topic's name taken apart: {@code orderbook.50.BTCUSDT}. */
record PublicTopic(String text, Kind kind, int depth, String symbol) {

    /** What a topic tells. */
    enum Kind {
        BOOK("orderbook"),
        TRADES("publicTrade"),
        TICKER("tickers");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }
    }

    private static final Pattern BOOKS = Pattern.compile("orderbook\\.(1|50|200|1000)\\.([A-Z0-9-]+)");
    private static final Pattern OTHERS = Pattern.compile("(publicTrade|tickers)\\.([A-Z0-9-]+)");

    static Optional<PublicTopic> of(String text) {
        var book = BOOKS.matcher(text);
        if (book.matches()) {
            return Optional.of(new PublicTopic(text, Kind.BOOK, Integer.parseInt(book.group(1)), book.group(2)));
        }
        var other = OTHERS.matcher(text);
        return other.matches()
                ? List.of(Kind.TRADES, Kind.TICKER).stream()
                        .filter(kind -> kind.wire.equals(other.group(1)))
                        .findFirst()
                        .map(kind -> new PublicTopic(text, kind, 0, other.group(2)))
                : Optional.empty();
    }

    /** Every name by which a fault can mean its messages; the category tells two topics of one name apart. */
    Occasion occasion(String category) {
        return Occasion.of(text, kind.wire, category, category + "." + text);
    }
}
