package sluice.sim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

/**
 * ccxt, unchanged but for its URLs, trades on the simulator. Needs node, and npm's registry or cache the first time.
 */
class CcxtIT {

    private static final NodeClient CCXT = new NodeClient("ccxt", List.of("trades.js", "venues.js"));
    private static final List<String> STEPS = List.of(
            "loadMarkets",
            "fetchOrderBook",
            "watchOrderBook",
            "watchTrades",
            "createOrder",
            "fetchOpenOrders",
            "fetchOrder",
            "editOrder",
            "cancelOrder",
            "createMarketOrder",
            "fetchMyTrades",
            "fetchBalance",
            "fetchPositions",
            "watchOrders",
            "createOrderWs");

    @ParameterizedTest
    @ValueSource(strings = {"binance", "coinbase", "bybit-spot", "bybit-linear"})
    void ccxtTradesOn(String name) throws IOException, InterruptedException {
        CCXT.assumeInstalled();
        try (var server = SimServer.start(SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), Wall.CLOCK))) {
            var ran = CCXT.run("trades.js", Wall.venue(server, name.replaceFirst("-.*", "")), name);
            assertThat(ran.status()).as(ran.out()).isZero();
            assertThat(ran.steps())
                    .hasSameSizeAs(STEPS)
                    .allMatch(line -> STEPS.stream().anyMatch(step -> line.startsWith("{\"step\":\"" + step + "\"")));
        }
    }
}
