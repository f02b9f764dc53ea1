package sluice.venue.binance.market;

import java.time.Duration;
import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.limit.Backoff;

/**
 * Where the market data is, and of what we want it. Immutable.
 *
 * @param rest scheme, host and port of the REST API, without a path
 * @param stream scheme, host and port of the streams, without a path
 * @param symbols to keep books of, by canonical name
 */
public record MarketSettings(
        VenueId venue, String rest, String stream, List<Symbol> symbols, Pace pace, Backoff.Settings backoff) {

    /**
     * How fast things go.
     *
     * @param snapshotLimit levels a side; 100 cost weight 5, 1000 cost 50, 5000 cost 250
     * @param silence a connection that says nothing for so long is dead: the venue pings every 20 seconds
     * @param quiet a book without news for so long is asked after
     * @param life a connection is replaced at this age: the venue cuts it at 24 hours
     * @param relisting how often the instruments are read again
     * @param deadline of a call, and of opening a connection
     */
    public record Pace(
            int snapshotLimit, Duration silence, Duration quiet, Duration life, Duration relisting, Duration deadline) {

        public static final Pace USUAL = new Pace(
                1000,
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofHours(23),
                Duration.ofMinutes(30),
                Duration.ofSeconds(10));
    }

    public MarketSettings {
        symbols = List.copyOf(symbols);
    }

    /** With the usual backoff. */
    public MarketSettings(VenueId venue, String rest, String stream, List<Symbol> symbols, Pace pace) {
        this(venue, rest, stream, symbols, pace, Backoff.Settings.STANDARD);
    }
}
