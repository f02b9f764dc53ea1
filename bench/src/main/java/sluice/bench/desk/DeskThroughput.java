package sluice.bench.desk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import sluice.bench.Figures;
import sluice.engine.Answer;
import sluice.engine.Command;

/** Durable, acknowledged orders a second with 64 commands in flight, which share commits. */
public final class DeskThroughput {

    private static final int IN_FLIGHT = 64;
    private static final int WARM_UP = Integer.getInteger("warmup", 20_000);
    private static final int ORDERS = Integer.getInteger("orders", 30_000);

    private DeskThroughput() {}

    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "throughput");
        try (var server = CannedProcess.start();
                var rig = CannedRig.open(home, server.port())) {
            run(rig, WARM_UP);
            long commits = rig.desk().stages.commits();
            long start = System.nanoTime();
            run(rig, ORDERS);
            double seconds = (System.nanoTime() - start) / 1e9;
            Figures.print("desk.throughput", "orders_s", ORDERS / seconds);
            Figures.print(
                    "desk.throughput",
                    "orders_a_commit",
                    (double) ORDERS / (rig.desk().stages.commits() - commits));
        } finally {
            Homes.remove(home);
        }
        System.exit(0);
    }

    /** So many orders, as many in flight at a time as fit. */
    static void run(CannedRig rig, int orders) throws InterruptedException {
        var room = new Semaphore(IN_FLIGHT);
        var failed = new AtomicLong();
        for (int i = 0; i < orders; i++) {
            room.acquire();
            rig.desk().buy(Command.Until.ACKNOWLEDGED).thenAccept(answer -> {
                if (answer instanceof Answer.Placed) {
                    rig.end(DeskRig.clientId(answer));
                } else {
                    failed.incrementAndGet();
                }
                room.release();
            });
        }
        room.acquire(IN_FLIGHT);
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " orders were not placed");
        }
    }
}
