package sluice.venue.binance.trade;

import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Backoff;
import sluice.net.limit.Breaker;

/** What the session of order entry must be told. Immutable; prints no secret. */
public record TradeSettings(
        VenueId venue,
        Hosts hosts,
        Credentials credentials,
        List<Symbol> symbols,
        Rules rules,
        Breaker.Settings breaker,
        Backoff.Settings backoff) {

    public TradeSettings {
        symbols = List.copyOf(symbols);
    }

    /** With the usual breaker and backoff. */
    public TradeSettings(VenueId venue, Hosts hosts, Credentials credentials, List<Symbol> symbols, Rules rules) {
        this(venue, hosts, credentials, symbols, rules, Breaker.Settings.STANDARD, Backoff.Settings.STANDARD);
    }

    /** Where REST is, such as {@code https://api.binance.com}, and the WebSocket API, its path included. */
    public record Hosts(String rest, String wsApi) {}
}
