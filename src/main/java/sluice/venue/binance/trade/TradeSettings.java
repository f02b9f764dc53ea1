package sluice.venue.binance.trade;

import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Recovery;

/** What the session of order entry must be told. Immutable; prints no secret. */
public record TradeSettings(
        VenueId venue, Hosts hosts, Credentials credentials, List<Symbol> symbols, Rules rules, Recovery recovery) {

    public TradeSettings {
        symbols = List.copyOf(symbols);
    }

    /** With the usual patience. */
    public TradeSettings(VenueId venue, Hosts hosts, Credentials credentials, List<Symbol> symbols, Rules rules) {
        this(venue, hosts, credentials, symbols, rules, Recovery.USUAL);
    }

    /** Where REST is, such as {@code https://api.binance.com}, and the WebSocket API, its path included. */
    public record Hosts(String rest, String wsApi) {}
}
