package sluice.bench.journal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import sluice.engine.checkpoint.StateBytes;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.Setup;
import sluice.journal.sqlite.SqliteJournal;
import sluice.market.Clock;
import sluice.market.consolidated.Consolidation;
import sluice.risk.limits.Limits;

/** A journal opened and its state brought back; a checkpoint is left behind where the desk would leave one. */
public final class Restart {

    private static final Clock WALL = new Clock() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    private Restart() {}

    /** Prints the milliseconds since the process began. */
    public static void main(String[] args) {
        try (var journal = SqliteJournal.open(Path.of(args[0]), StateBytes.FOLD)) {
            var core = new DeskCore(
                    new Setup(journal, WALL, List.of(), Limits.simulated(), Consolidation.DEFAULT, "abc123", "0.1.0"));
            System.out.println(System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime());
            core.idle();
        }
    }

    /** The same in a process of its own, with the launcher's options for a desk. */
    static double fresh(Path file) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:+UseG1GC",
                        "-XX:MaxGCPauseMillis=20",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Restart.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Double.parseDouble(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
}
