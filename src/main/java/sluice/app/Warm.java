package sluice.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import sluice.app.desk.Footing;
import sluice.app.log.LogConfig;

/**
 * Loads what a short run needs, by running some: the launcher keeps the classes so that later starts find them ready.
 * Touches no network but this machine's own, and no home but one it makes and removes.
 */
final class Warm {

    private static final String COMMANDS =
            "symbols; venues; book BTC-USDT --depth 3; buy 0.01 BTC-USDT; wait last closed --timeout 10s; orders --all;"
                    + " order last; fills; positions; balances; route buy 1 BTC-USDT; risk; status; reconcile; feeds;"
                    + " buy 0.01 BTC-USDT --at 50000; cancel last; help buy; no-such-command";

    private Warm() {}

    static int up() {
        try {
            var home = Files.createTempDirectory("sluice-warm");
            LogConfig.use(home.resolve("sluice.log"), false);
            run(home, "exec", "--keep-going", "-c", COMMANDS);
            run(home, "--json", "exec", "--keep-going", "-c", COMMANDS);
            delete(home);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(Path home, String... words) {
        var options = Options.of(List.of(words));
        var nowhere = OutputStream.nullOutputStream();
        try (var program = new Program(
                options,
                new Home(home, home.resolve("none.toml")),
                Map.of(),
                new Program.Streams(InputStream.nullInputStream(), nowhere, nowhere),
                Footing.PLAIN)) {
            program.run();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
