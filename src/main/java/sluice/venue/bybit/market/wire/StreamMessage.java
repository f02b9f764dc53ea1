package sluice.venue.bybit.market.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** What a public socket says beside books. */
public sealed interface StreamMessage {

    /** {@code publicTrade}: executions of one symbol, up to 1024 in a message. */
    record Prints(String venueSymbol, List<Print> prints) implements StreamMessage {

        public Prints {
            prints = List.copyOf(prints);
        }
    }

    /** Somebody's execution; the aggressor is the side that took. */
    record Print(Side aggressor, Px px, Qty qty, Instant at) {}

    /** {@code tickers}: of a linear symbol; a delta names only what changed. */
    record Ticker(
            String venueSymbol, Optional<Px> markPx, Optional<BigDecimal> fundingRate, Optional<Instant> nextFunding)
            implements StreamMessage {}

    /** The answer to a subscribe or an unsubscribe of ours. */
    record Answered(String requestId, boolean success, String text) implements StreamMessage {}

    /** The venue lives. */
    record Pong() implements StreamMessage {}

    /** Of a type that was not asked for. */
    record Unknown() implements StreamMessage {}

    /** Something that nobody here needs. */
    record Unneeded() implements StreamMessage {}
}
