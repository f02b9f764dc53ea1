package sluice.venue.coinbase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.MarketDialect;
import sluice.net.feed.MarketSettings;
import sluice.net.feed.Pace;
import sluice.net.gate.Deadlines;
import sluice.net.limit.Recovery;
import sluice.venue.coinbase.market.CoinbaseMarketDialect;
import sluice.venue.coinbase.market.CoinbaseMarketRest;
import sluice.venue.coinbase.market.wire.ProductWire;
import sluice.venue.coinbase.trade.TradeSettings;
import sluice.venue.coinbase.trade.wire.Credentials;

/**
 * What the adapter must be told. Immutable; prints no secret.
 *
 * @param credentials without them the venue gives market data only
 * @param pace of the market data
 */
public record CoinbaseConfig(
        VenueId venue,
        Hosts hosts,
        Optional<Credentials> credentials,
        List<Symbol> symbols,
        Limits limits,
        Pace pace,
        Recovery recovery) {

    /** The usual one, market data only. */
    public static CoinbaseConfig of(VenueId venue, Hosts hosts, List<Symbol> symbols) {
        return new CoinbaseConfig(
                venue, hosts, Optional.empty(), symbols, Limits.PRODUCTION, CoinbaseMarketDialect.PACE, Recovery.USUAL);
    }

    public CoinbaseConfig {
        symbols = List.copyOf(symbols);
    }

    /**
     * Where the venue is, without a slash at the end.
     *
     * @param market of public streams
     * @param user of private ones
     * @param signed the host that tokens name, which the venue knows itself by wherever it is reached
     */
    public record Hosts(String rest, String market, String user, String signed) {

        private static final String SIGNED = "api.coinbase.com";

        public static final Hosts PRODUCTION = new Hosts(
                "https://api.coinbase.com",
                "wss://advanced-trade-ws.coinbase.com",
                "wss://advanced-trade-ws-user.coinbase.com",
                SIGNED);

        /** Canned replies about accounts and orders, and no matching: good for trying the connection only. */
        public static final Hosts SANDBOX = new Hosts(
                "https://api-sandbox.coinbase.com",
                "wss://advanced-trade-ws-sandbox.coinbase.com",
                "wss://advanced-trade-ws-user-sandbox.coinbase.com",
                "api-sandbox.coinbase.com");

        /** One server for all, as the simulator is. */
        public static Hosts of(String rest, String ws) {
            return new Hosts(rest, ws, ws, SIGNED);
        }
    }

    /**
     * Times, and the venue's limits.
     *
     * @param deadlines for replies to orders, cancels and queries
     * @param privatePerSecond requests of the account
     * @param publicPerSecond requests of the address
     * @param searched how far back an order is looked for whose venue id is not known
     */
    public record Limits(Deadlines deadlines, int privatePerSecond, int publicPerSecond, Duration searched) {

        public static final Limits PRODUCTION = new Limits(Deadlines.STANDARD, 30, 10, Duration.ofHours(24));
    }

    /** The same with other keys. */
    public CoinbaseConfig with(Credentials keys) {
        return new CoinbaseConfig(venue, hosts, Optional.of(keys), symbols, limits, pace, recovery);
    }

    MarketSettings market() {
        return new MarketSettings(venue, symbols, pace, CoinbaseMarketDialect.RATES, recovery.backoff());
    }

    MarketDialect dialect() {
        var place = new CoinbaseMarketDialect.Place(hosts.rest(), hosts.market(), pace.deadline());
        var reading = new CoinbaseMarketRest(limits.publicPerSecond());
        return new CoinbaseMarketDialect(new ProductWire(venue), place, reading);
    }

    Optional<TradeSettings> trade() {
        var ends = new TradeSettings.Hosts(hosts.rest(), hosts.user(), hosts.signed());
        var rules = new TradeSettings.Rules(limits.deadlines(), limits.privatePerSecond(), limits.searched());
        return credentials.map(keys -> new TradeSettings(venue, ends, keys, symbols, rules, recovery));
    }
}
