package sluice.bench.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import sluice.engine.Command;
import sluice.net.hmac.Credentials;
import sluice.sim.WorldSpec;
import sluice.sim.server.SimServer;
import sluice.sim.server.SimSpec;
import sluice.sim.store.MemoryLedger;
import sluice.venue.binance.BinanceConfig;

/**
 * {@code buy} until acknowledged on the simulator in the same process, as the default profile has it: its matching, its
 * checks and its market at work beside the desk are in the figure. At the venue's own pace of 50 orders in ten seconds.
 */
public final class DeskSim {

    private static final int ORDERS = Integer.getInteger("orders", 80);
    private static final int WARM_UP = 20;
    private static final long EVERY_MILLIS = 210;

    private DeskSim() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sim");
        try (var sim = SimServer.start(SimSpec.of(WorldSpec.usual(7), new MemoryLedger(), DeskRig.WALL))) {
            var venue = sim.venues().get(0);
            var config = DeskRig.config(
                    BinanceConfig.Hosts.of(venue.rest(), venue.ws()),
                    new Credentials(venue.apiKey(), venue.apiSecret()));
            try (var rig = new DeskRig(home.resolve("journal.db"), config, Watched::new)) {
                var acknowledged = new Samples();
                var stations = new Stations();
                for (int i = 0; i < WARM_UP + ORDERS; i++) {
                    Thread.sleep(EVERY_MILLIS);
                    long start = System.nanoTime();
                    DeskRig.clientId(rig.buy(Command.Until.ACKNOWLEDGED).join());
                    if (i >= WARM_UP) {
                        acknowledged.add(rig.stages.applied() - start);
                        stations.add(rig.stages.since(start));
                    }
                }
                acknowledged.print("desk.buy.sim");
                stations.print("desk.buy.sim");
            }
        } finally {
            Homes.remove(home);
        }
        System.exit(0);
    }
}
