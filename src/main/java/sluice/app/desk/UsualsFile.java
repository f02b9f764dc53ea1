package sluice.app.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.market.Symbol;

/**
 * What markets usually are like, beside the journal from one run to the next: a line each symbol, under the version of
 * their form. Another version, or a file that cannot be read, is as none: all of it is learned again.
 */
record UsualsFile(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(UsualsFile.class);
    private static final String HEAD = "sluice usuals 1";
    private static final long EVERY_MINUTES = 10;

    Map<Symbol, String> read() {
        var usuals = new HashMap<Symbol, String>();
        if (!Files.exists(path)) {
            return usuals;
        }
        try {
            var lines = Files.readAllLines(path);
            for (var line : lines.isEmpty() || !lines.get(0).equals(HEAD) ? List.<String>of() : lines) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    usuals.put(Symbol.of(line.substring(0, tab)), line.substring(tab + 1));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("what markets usually are like is learned anew: {} cannot be read: {}", path, e.toString());
        }
        return usuals;
    }

    /** Another process that writes at the same time leaves one of the two files, whole. */
    void write(Map<Symbol, String> usuals) {
        if (usuals.isEmpty()) {
            return;
        }
        var lines = new ArrayList<>(List.of(HEAD));
        new TreeMap<>(usuals).forEach((symbol, text) -> lines.add(symbol + "\t" + text));
        try {
            var fresh = Files.createTempFile(
                    Objects.requireNonNull(path.toAbsolutePath().getParent()), "usuals", ".new");
            Files.write(fresh, lines);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("what markets usually are like is not kept: {} cannot be written: {}", path, e.toString());
        }
    }

    /** Writes them now and then, on a thread that nobody waits for; until it is shut down. */
    ScheduledExecutorService keep(Supplier<Map<Symbol, String>> usuals) {
        var pool = Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("usuals", work));
        pool.scheduleWithFixedDelay(() -> write(usuals.get()), EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
        return pool;
    }
}
