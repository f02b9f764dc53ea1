package sluice.net.feed;

import java.math.BigDecimal;
import java.time.Instant;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.venue.BadFrame;

/** What a public stream says beside depth. */
public sealed interface MarketNews {

    /** Somebody's execution; the aggressor is the side that took. */
    record Print(int book, Side aggressor, Px px, Qty qty, Instant at) implements MarketNews {}

    /** A perpetual's mark price, and its next funding. */
    record Marked(int book, Px markPx, BigDecimal fundingRate, Instant nextFunding) implements MarketNews {}

    /** The venue lives, and sends this connection all that was subscribed to: books without news are not stale. */
    record Alive() implements MarketNews {}

    /** The venue sends less than was subscribed to. */
    record Missing(String what) implements MarketNews {}

    /** A subscription was turned down. */
    record Refused(String text) implements MarketNews {}

    /** This connection will end soon. */
    record Ending() implements MarketNews {}

    /** Something that makes no sense here; counted, and no more. */
    record Odd(BadFrame kind, String text) implements MarketNews {}
}
