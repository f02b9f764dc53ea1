package sluice.venue.binance.market.wire;

import java.time.Instant;
import java.util.List;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

/** What a market stream says beside depth. */
public sealed interface StreamMessage {

    /** {@code @trade}: somebody's execution; the aggressor is the side that took. */
    record Print(String venueSymbol, Side aggressor, Px px, Qty qty, Instant at) implements StreamMessage {}

    /** {@code serverShutdown}: this connection will end soon. */
    record Shutdown() implements StreamMessage {}

    /** The answer to LIST_SUBSCRIPTIONS: these streams are sent to us, and the venue lives. */
    record Subscriptions(List<String> streams) implements StreamMessage {

        public Subscriptions {
            streams = List.copyOf(streams);
        }
    }

    /** The venue did not like what we asked on the stream. */
    record Refusal(String text) implements StreamMessage {}

    /** Of a type that was not asked for. */
    record Unknown() implements StreamMessage {}

    /** Something that nobody here needs. */
    record Unneeded() implements StreamMessage {}
}
