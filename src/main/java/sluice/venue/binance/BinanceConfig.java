package sluice.venue.binance;

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
import sluice.venue.binance.market.BinanceMarketDialect;
import sluice.venue.binance.market.BinanceMarketRest;
import sluice.venue.binance.market.wire.InstrumentWire;
import sluice.venue.binance.trade.Rules;
import sluice.venue.binance.trade.TradeSettings;

/**
 * What the adapter must be told. Immutable; prints no secret.
 *
 * @param credentials without them the venue gives market data only
 * @param pace of the market data
 */
public record BinanceConfig(
        VenueId venue,
        Hosts hosts,
        Optional<Credentials> credentials,
        List<Symbol> symbols,
        Limits limits,
        Pace pace,
        Recovery recovery) {

    /** All that a simulated book has, at half of what a thousand levels cost. */
    private static final int SNAPSHOT_LEVELS = 500;

    /** So many books' snapshots are there within a minute; beyond it a fifth of their levels costs a fifth. */
    private static final int MANY_BOOKS = 100;

    private static final int SNAPSHOT_LEVELS_OF_MANY = 100;

    /** The usual one, market data only. */
    public static BinanceConfig of(VenueId venue, Hosts hosts, List<Symbol> symbols) {
        return new BinanceConfig(
                venue,
                hosts,
                Optional.empty(),
                symbols,
                Limits.PRODUCTION,
                Pace.USUAL.withSnapshotLimit(symbols.size() > MANY_BOOKS ? SNAPSHOT_LEVELS_OF_MANY : SNAPSHOT_LEVELS),
                Recovery.USUAL);
    }

    public BinanceConfig {
        symbols = List.copyOf(symbols);
    }

    /**
     * Where the venue is, without a slash at the end.
     *
     * @param rest such as {@code https://api.binance.com}
     * @param streams such as {@code wss://stream.binance.com:9443}
     * @param wsApi with its path, such as {@code wss://ws-api.binance.com:443/ws-api/v3}
     */
    public record Hosts(String rest, String streams, String wsApi) {

        public static final Hosts PRODUCTION = new Hosts(
                "https://api.binance.com", "wss://stream.binance.com:9443", "wss://ws-api.binance.com:443/ws-api/v3");

        /** One server for all three, as the simulator is. */
        public static Hosts of(String rest, String ws) {
            return new Hosts(rest, ws, ws + "/ws-api/v3");
        }
    }

    /**
     * Times, and the venue's limits.
     *
     * @param recvWindow how old a request may be when it gets there
     * @param deadlines for replies to orders, cancels and queries
     * @param weightPerMinute of the address; market data may use one half and order entry the other, so that neither
     *     session has to know what the other spends
     * @param ordersPerTenSeconds of the account
     */
    public record Limits(
            Duration recvWindow, Deadlines deadlines, int weightPerMinute, int ordersPerTenSeconds, int ordersPerDay) {

        public static final Limits PRODUCTION =
                new Limits(Duration.ofSeconds(5), Deadlines.STANDARD, 6000, 50, 160_000);
    }

    /** The same with other keys. */
    public BinanceConfig with(Credentials keys) {
        return new BinanceConfig(venue, hosts, Optional.of(keys), symbols, limits, pace, recovery);
    }

    MarketSettings market() {
        return new MarketSettings(venue, symbols, pace, BinanceMarketDialect.RATES, recovery.backoff());
    }

    MarketDialect dialect() {
        var half = limits.weightPerMinute() / 2;
        var reading = new BinanceMarketRest(half, limits.weightPerMinute());
        return new BinanceMarketDialect(new InstrumentWire(venue), hosts.rest(), hosts.streams(), pace, reading);
    }

    Optional<TradeSettings> trade() {
        var half = limits.weightPerMinute() / 2;
        var rules = new Rules(
                limits.recvWindow(),
                limits.deadlines(),
                half,
                limits.weightPerMinute() - half,
                limits.ordersPerTenSeconds(),
                limits.ordersPerDay());
        var ends = new TradeSettings.Hosts(hosts.rest(), hosts.wsApi());
        return credentials.map(keys -> new TradeSettings(venue, ends, keys, symbols, rules, recovery));
    }
}
