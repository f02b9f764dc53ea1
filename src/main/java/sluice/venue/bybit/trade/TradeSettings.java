package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.List;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.gate.Deadlines;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Recovery;

/** What the session of order entry must be told. Immutable; prints no secret. */
public record TradeSettings(
        VenueId venue, Hosts hosts, Credentials credentials, List<Symbol> symbols, Rules rules, Recovery recovery) {

    public TradeSettings {
        symbols = List.copyOf(symbols);
    }

    /** Where REST is, such as {@code https://api.bybit.com}, and the private socket, its path included. */
    public record Hosts(String rest, String privateSocket) {}

    /**
     * Times and limits for requests. Immutable.
     *
     * @param recvWindow how old a request may be when it gets there
     * @param deadlines for replies
     * @param callsInFiveSeconds how many of the address's calls this session may make
     */
    public record Rules(Duration recvWindow, Deadlines deadlines, int callsInFiveSeconds) {}
}
