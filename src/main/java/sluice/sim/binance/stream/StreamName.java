package sluice.sim.binance.stream;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A market stream's name taken apart: {@code btcusdt@depth5@100ms}. */
record StreamName(String text, String symbol, Kind kind, int levels, boolean fast) {

    /** What a stream tells. */
    enum Kind {
        DEPTH,
        PARTIAL,
        BOOK_TICKER,
        TRADE,
        AGG_TRADE
    }

    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]+)@(depth|depth5|depth10|depth20|bookTicker|trade|aggTrade)(@100ms|@1000ms)?");

    /** The stream meant; empty when there is none of that name, which the venue accepts and never serves. */
    static Optional<StreamName> of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var kind = match.group(2);
        return Optional.of(new StreamName(
                text,
                match.group(1).toUpperCase(Locale.ROOT),
                kind(kind),
                kind.matches("depth[0-9]+") ? Integer.parseInt(kind.substring(5)) : 0,
                "@100ms".equals(match.group(3))));
    }

    private static Kind kind(String text) {
        if (text.equals("depth")) {
            return Kind.DEPTH;
        }
        if (text.startsWith("depth")) {
            return Kind.PARTIAL;
        }
        if (text.equals("bookTicker")) {
            return Kind.BOOK_TICKER;
        }
        return text.equals("trade") ? Kind.TRADE : Kind.AGG_TRADE;
    }
}
