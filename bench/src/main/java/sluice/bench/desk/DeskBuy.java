package sluice.bench.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sluice.bench.Figures;
import sluice.engine.Command;

/**
 * {@code buy} until its acknowledgement is applied, the commit of its intent included, beside the least that could be:
 * one durable insert and one bare POST to the same server, in turns of fifty; and ccxt's undurable createOrder after
 * both, where {@code -Dccxt} names its script.
 *
 * <p>There are two bare POSTs, after an insert each: bytes written to a socket, which no program that speaks to a venue
 * gets by with, and the least call of the HTTP client that sluice itself uses, on the calling thread, signature and
 * body the same each time and the reply taken as text.
 */
public final class DeskBuy {

    private static final int WARM_UP = Integer.getInteger("warmup", 80_000);
    private static final int ORDERS = Integer.getInteger("orders", 4_000);
    private static final String NAME = System.getProperty("bench", "desk.buy");
    private static final String CCXT = System.getProperty("ccxt", "");
    private static final String CPU = System.getProperty("cpu", "");
    private static final int TURN = 50;

    private final Stations stages = new Stations();
    private final Samples ours = new Samples();
    private final Samples answered = new Samples();
    private final Samples insert = new Samples();
    private final Samples socket = new Samples();
    private final Samples client = new Samples();

    private DeskBuy() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "desk");
        try (var server = CannedProcess.start()) {
            new DeskBuy().run(home, server.port());
            if (!CCXT.isEmpty()) {
                ccxt(server.port());
            }
        } finally {
            Homes.remove(home);
        }
        System.exit(0);
    }

    private static void ccxt(int port) throws Exception {
        var process = new ProcessBuilder("node", CCXT, Integer.toString(port), Integer.toString(ORDERS), NAME)
                .inheritIO()
                .start();
        process.waitFor();
    }

    private void run(Path home, int port) throws Exception {
        try (var bare = new Bare(home.resolve("bare.db"), port);
                var rig = CannedRig.open(home, port)) {
            DeskThroughput.run(rig, WARM_UP);
            pin();
            turns(rig, bare, TURN * 20);
            for (var samples : List.of(ours, answered, insert, socket, client)) {
                samples.clear();
            }
            stages.clear();
            var spent = new Spent();
            turns(rig, bare, ORDERS);
            spent.report(NAME, ORDERS);
        }
        report();
    }

    /** What is compiled in the warm-up is compiled wherever there is room. */
    private static void pin() throws Exception {
        if (!CPU.isEmpty()) {
            var self = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("taskset", "-acp", CPU, self).start().waitFor();
        }
    }

    private void turns(CannedRig rig, Bare bare, int orders) throws Exception {
        for (int done = 0; done < orders; done += TURN) {
            for (int i = 0; i < TURN; i++) {
                order(rig);
            }
            for (int i = 0; i < TURN; i++) {
                least(bare, bare::write, socket);
            }
            for (int i = 0; i < TURN; i++) {
                least(bare, bare::call, client);
            }
        }
    }

    private void least(Bare bare, Bare.Post post, Samples both) throws Exception {
        long start = System.nanoTime();
        bare.insert();
        long inserted = System.nanoTime();
        post.run();
        insert.add(inserted - start);
        both.add(System.nanoTime() - start);
    }

    private void order(CannedRig rig) {
        long start = System.nanoTime();
        var answer = rig.desk().buy(Command.Until.ACKNOWLEDGED).join();
        answered.add(System.nanoTime() - start);
        ours.add(rig.desk().stages.applied() - start);
        stages.add(rig.desk().stages.since(start));
        rig.end(DeskRig.clientId(answer));
        rig.desk().settle();
    }

    private void report() {
        ours.print(NAME);
        answered.print(NAME + ".answered");
        client.print(NAME + ".bare_client");
        socket.print(NAME + ".bare_socket");
        insert.print(NAME + ".bare_insert");
        Figures.print(NAME, "ratio_client_p50", ours.at(50) / client.at(50));
        Figures.print(NAME, "ratio_socket_p50", ours.at(50) / socket.at(50));
        stages.print(NAME);
    }
}
