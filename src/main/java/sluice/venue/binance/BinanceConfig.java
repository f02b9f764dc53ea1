package sluice.venue.binance;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.venue.binance.trade.TradeSettings;
import sluice.venue.binance.trade.wire.Credentials;

/**
 * What the adapter must be told. Immutable; prints no secret.
 *
 * @param credentials without them the venue gives market data only
 */
public record BinanceConfig(
        VenueId venue, Hosts hosts, Optional<Credentials> credentials, List<Symbol> symbols, Limits limits) {

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
     * Times, and how much of the venue's limits may be used. The address has one budget of request weight, and each
     * session a fixed share of it, so that neither has to know of the other.
     *
     * @param recvWindow how old a request may be when it gets there
     * @param deadline how long a reply is waited for
     * @param marketWeightPerMinute the share of snapshots
     * @param tradeWeightPerMinute the share of orders, queries and history
     */
    public record Limits(
            Duration recvWindow,
            Duration deadline,
            int marketWeightPerMinute,
            int tradeWeightPerMinute,
            int ordersPerTenSeconds,
            int ordersPerDay) {

        /** Those of production, of which a third is the market's. */
        public static final Limits PRODUCTION =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 2000, 4000, 50, 160_000);
    }

    Optional<TradeSettings> trade() {
        var rules = new TradeSettings.Rules(
                limits.recvWindow(),
                limits.deadline(),
                limits.tradeWeightPerMinute(),
                limits.marketWeightPerMinute(),
                limits.ordersPerTenSeconds(),
                limits.ordersPerDay());
        var ends = new TradeSettings.Hosts(hosts.rest(), hosts.wsApi());
        return credentials.map(keys -> new TradeSettings(venue, ends, keys, symbols, rules));
    }
}
