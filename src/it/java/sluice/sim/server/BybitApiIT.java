package sluice.sim.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

/** bybit-api, unchanged but for its URLs, trades on the simulator. Needs what {@link CcxtIT} needs. */
class BybitApiIT {

    private static final NodeClient CLIENT = new NodeClient("bybit-api", List.of("trades.js"));

    @Test
    void bybitApiTradesOnBothCategories() throws IOException, InterruptedException {
        CLIENT.assumeInstalled();
        var spec = SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), Wall.CLOCK);
        try (var server = SimServer.start(spec.serving(List.of("bybit")))) {
            var ran = CLIENT.run("trades.js", Wall.venue(server, "bybit"));
            assertThat(ran.status()).as(ran.out()).isZero();
            assertThat(ran.steps()).hasSize(8);
        }
    }
}
