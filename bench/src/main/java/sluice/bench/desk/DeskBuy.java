package sluice.bench.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.bench.Figures;
import sluice.engine.Command;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.trade.wire.Credentials;

/**
 * {@code buy} until its acknowledgement is applied, the commit of its intent included, beside the least that could be:
 * one durable insert and one bare POST to the same server, in turns of fifty.
 *
 * <p>The server is a process of its own, on the processor named by {@code -Dserver.cpu}; without it, on this one's.
 */
public final class DeskBuy {

    private static final int WARM_UP = Integer.getInteger("warmup", 25_000);
    private static final int ORDERS = Integer.getInteger("orders", 4_000);
    private static final int TURN = 50;
    private static final List<String> STAGES = List.of("judged", "durable", "called", "replied", "applied");

    private final String name = System.getProperty("bench", "desk.buy");
    private final List<long[]> stages = new ArrayList<>();
    private final Samples ours = new Samples();
    private final Samples answered = new Samples();
    private final Samples insert = new Samples();
    private final Samples both = new Samples();

    private DeskBuy() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "desk");
        var server = server();
        try {
            new DeskBuy().run(home, port(server));
        } finally {
            server.destroy();
            Homes.remove(home);
        }
        System.exit(0);
    }

    private static Process server() throws IOException {
        var command = new ArrayList<String>();
        var cpu = System.getProperty("server.cpu", "");
        if (!cpu.isEmpty()) {
            command.addAll(List.of("taskset", "-c", cpu));
        }
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CannedServer.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process server) throws IOException {
        return Integer.parseInt(new BufferedReader(new InputStreamReader(server.getInputStream())).readLine());
    }

    private void run(Path home, int port) throws Exception {
        var url = "http://127.0.0.1:" + port;
        var hosts = BinanceConfig.Hosts.of(url, "ws://127.0.0.1:" + port);
        var config = DeskRig.config(hosts, new Credentials("key", "0123456789abcdef"));
        var venue = new CannedVenue[1];
        try (var bare = new Bare(home.resolve("bare.db"), port);
                var rig = new DeskRig(home.resolve("journal.db"), config, (transport, stages) -> {
                    venue[0] = new CannedVenue(transport, stages);
                    return venue[0];
                })) {
            for (int i = 0; i < WARM_UP; i++) {
                order(rig, venue[0]);
            }
            turns(rig, venue[0], bare, TURN * 20);
            for (var samples : List.of(ours, answered, insert, both)) {
                samples.clear();
            }
            stages.clear();
            var spent = new Spent();
            turns(rig, venue[0], bare, ORDERS);
            spent.report(name, ORDERS);
        }
        report();
    }

    private void turns(DeskRig rig, CannedVenue venue, Bare bare, int orders) throws Exception {
        for (int done = 0; done < orders; done += TURN) {
            for (int i = 0; i < TURN; i++) {
                order(rig, venue);
            }
            for (int i = 0; i < TURN; i++) {
                long start = System.nanoTime();
                bare.insert();
                long inserted = System.nanoTime();
                bare.post();
                insert.add(inserted - start);
                both.add(System.nanoTime() - start);
            }
        }
    }

    private void order(DeskRig rig, CannedVenue venue) {
        long start = System.nanoTime();
        var answer = rig.buy(Command.Until.ACKNOWLEDGED).join();
        answered.add(System.nanoTime() - start);
        ours.add(rig.stages.applied() - start);
        stages.add(rig.stages.since(start));
        venue.end(DeskRig.clientId(answer));
        rig.settle();
    }

    private void report() {
        ours.print(name);
        answered.print(name + ".answered");
        both.print(name + ".bare");
        insert.print(name + ".bare_insert");
        Figures.print(name, "ratio_p50", ours.at(50) / both.at(50));
        for (int i = 0; i < STAGES.size(); i++) {
            int stage = i;
            long[] took = stages.stream().mapToLong(all -> all[stage]).sorted().toArray();
            Figures.print(name + "." + STAGES.get(i), "p50_us", took[took.length / 2] / 1e3);
        }
    }
}
