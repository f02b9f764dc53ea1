package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.venue.binance.trade.wire.Credentials;

/** What the session of order entry must be told. Immutable; prints no secret. */
public record TradeSettings(VenueId venue, Hosts hosts, Credentials credentials, List<Symbol> symbols, Rules rules) {

    public TradeSettings {
        symbols = List.copyOf(symbols);
    }

    /** Where REST is, such as {@code https://api.binance.com}, and the WebSocket API, its path included. */
    public record Hosts(String rest, String wsApi) {}

    /**
     * @param recvWindow how old a request may be when it gets there
     * @param deadline how long a reply is waited for; the venue itself gives up after ten seconds
     * @param weightPerMinute how much of the address's request weight this session may use
     * @param weightElsewhere how much of it others may use, who are not asked
     */
    public record Rules(
            Duration recvWindow,
            Duration deadline,
            int weightPerMinute,
            int weightElsewhere,
            int ordersPerTenSeconds,
            int ordersPerDay) {}
}
