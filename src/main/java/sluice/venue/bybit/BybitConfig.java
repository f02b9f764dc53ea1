package sluice.venue.bybit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.feed.MarketDialect;
import sluice.net.feed.MarketSettings;
import sluice.net.feed.Pace;
import sluice.net.gate.Deadlines;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Recovery;
import sluice.venue.bybit.market.BybitMarketDialect;
import sluice.venue.bybit.market.BybitMarketRest;
import sluice.venue.bybit.trade.TradeSettings;

/**
 * What the adapter must be told. Immutable; prints no secret.
 *
 * @param credentials without them the venue gives market data only
 * @param pace of the market data
 */
public record BybitConfig(
        VenueId venue,
        Hosts hosts,
        Optional<Credentials> credentials,
        List<Symbol> symbols,
        Limits limits,
        Pace pace,
        Recovery recovery) {

    /** Two hundred levels a side: what may be had every 100 milliseconds of either category. */
    public static final Pace USUAL_PACE = Pace.USUAL.withSnapshotLimit(200);

    /** The usual one, market data only. */
    public static BybitConfig of(VenueId venue, Hosts hosts, List<Symbol> symbols) {
        return new BybitConfig(venue, hosts, Optional.empty(), symbols, Limits.PRODUCTION, USUAL_PACE, Recovery.USUAL);
    }

    public BybitConfig {
        symbols = List.copyOf(symbols);
    }

    /**
     * Where the venue is, without a slash at the end.
     *
     * @param rest such as {@code https://api.bybit.com}
     * @param publicStreams such as {@code wss://stream.bybit.com}
     * @param privateStream the same; the demo account has one of its own
     */
    public record Hosts(String rest, String publicStreams, String privateStream) {

        public static final Hosts PRODUCTION =
                new Hosts("https://api.bybit.com", "wss://stream.bybit.com", "wss://stream.bybit.com");
        public static final Hosts TESTNET = new Hosts(
                "https://api-testnet.bybit.com", "wss://stream-testnet.bybit.com", "wss://stream-testnet.bybit.com");

        /** Production's books and no real money. */
        public static final Hosts DEMO =
                new Hosts("https://api-demo.bybit.com", "wss://stream.bybit.com", "wss://stream-demo.bybit.com");

        /** One server for all three, as the simulator is. */
        public static Hosts of(String rest, String ws) {
            return new Hosts(rest, ws, ws);
        }
    }

    /**
     * Times, and the venue's limits.
     *
     * @param recvWindow how old a request may be when it gets there
     * @param deadlines for replies to orders, cancels and queries
     * @param callsInFiveSeconds of the address; market data may use one half and order entry the other, so that neither
     *     session has to know what the other spends
     */
    public record Limits(Duration recvWindow, Deadlines deadlines, int callsInFiveSeconds) {

        public static final Limits PRODUCTION = new Limits(Duration.ofSeconds(5), Deadlines.STANDARD, 600);
    }

    /** The same with other keys. */
    public BybitConfig with(Credentials keys) {
        return new BybitConfig(venue, hosts, Optional.of(keys), symbols, limits, pace, recovery);
    }

    MarketSettings market() {
        return new MarketSettings(venue, symbols, pace, BybitMarketDialect.RATES, recovery.backoff());
    }

    MarketDialect dialect() {
        var place = new BybitMarketDialect.Place(hosts.rest(), hosts.publicStreams(), depth(), pace.deadline());
        return new BybitMarketDialect(venue, place, new BybitMarketRest(limits.callsInFiveSeconds() / 2));
    }

    /** Orderbook: 1, 50, 200 and 1000 levels are offered; what is asked for is rounded up. */
    private int depth() {
        int levels = pace.snapshotLimit();
        if (levels <= 50) {
            return 50;
        }
        return levels <= 200 ? 200 : 1000;
    }

    Optional<TradeSettings> trade() {
        int half = limits.callsInFiveSeconds() - limits.callsInFiveSeconds() / 2;
        var rules = new TradeSettings.Rules(limits.recvWindow(), limits.deadlines(), half);
        var ends = new TradeSettings.Hosts(hosts.rest(), hosts.privateStream() + "/v5/private");
        return credentials.map(keys -> new TradeSettings(venue, ends, keys, symbols, rules, recovery));
    }
}
