package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.gate.Deadlines;
import sluice.net.limit.Recovery;
import sluice.venue.coinbase.trade.wire.Credentials;

/** What the session of order entry must be told. Immutable; prints no secret. */
public record TradeSettings(
        VenueId venue, Hosts hosts, Credentials credentials, List<Symbol> symbols, Rules rules, Recovery recovery) {

    public TradeSettings {
        symbols = List.copyOf(symbols);
    }

    /**
     * Where the venue is, without a slash at the end.
     *
     * @param signed the host that tokens name, whatever the connection is made to
     */
    public record Hosts(String rest, String user, String signed) {}

    /**
     * Times and limits for requests.
     *
     * @param deadlines for replies
     * @param requestsPerSecond of the account
     * @param searched how far back an order is looked for whose venue id is not known
     */
    public record Rules(Deadlines deadlines, int requestsPerSecond, Duration searched) {}
}
