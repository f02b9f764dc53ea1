package sluice.app.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import sluice.app.Options.Value;
import sluice.app.Start;
import sluice.app.desk.journal.Bans;
import sluice.engine.KillPath;
import sluice.journal.sqlite.JournalFile;
import sluice.journal.sqlite.beside.Beside;
import sluice.market.Clock;
import sluice.market.DeskException;
import sluice.net.Ends;
import sluice.net.OkHttpTransport;
import sluice.net.SessionDriver;
import sluice.order.Doubt;

/**
 * The kill path over connections and threads of its own, apart from any desk's. Safe for any thread.
 *
 * <p>One venue that hangs or fails keeps no other waiting.
 */
public final class OwnPath implements KillPath {

    private static final Duration PAUSE = Duration.ofMillis(1_000);

    private final Start start;
    private final Clock clock;
    private final Supplier<List<Connections.Connection>> connections;

    /** Whose orders are looked for, and where nobody may be asked. */
    private record Search(OurIds ids, Bans bans, boolean drill) {}

    private OwnPath(Start start, Clock clock, Supplier<List<Connections.Connection>> connections) {
        this.start = start;
        this.clock = clock;
        this.connections = connections;
    }

    /** By what the configuration and the keys say, whether or not there is a desk. */
    public static OwnPath of(Start start, Map<String, String> environment, Clock clock) {
        return new OwnPath(start, clock, () -> connections(start, environment));
    }

    /** To the venues of a desk of this process. */
    static OwnPath to(Start start, Clock clock, List<Connections.Connection> connections) {
        return new OwnPath(start, clock, () -> connections);
    }

    private static List<Connections.Connection> connections(Start start, Map<String, String> environment) {
        if (start.isLive()) {
            return Connections.real(start, environment);
        }
        return start.isSimulated()
                ? start.options()
                        .path(Value.SIM)
                        .map(file -> Connections.simulated(start, SimFile.read(file)))
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public Swept sweep(boolean drill, Duration patience) {
        var journal = start.journal();
        if (!Files.exists(journal)) {
            return Swept.NOTHING;
        }
        var ids = new OurIds(new JournalFile(journal).identity());
        var bans = Bans.of(journal, clock.now());
        try (var transport = new OkHttpTransport("kill", clock)) {
            var sweeps = connections.get().stream()
                    .map(connection -> CompletableFuture.supplyAsync(
                            () -> sweep(connection, transport, new Search(ids, bans, drill), patience),
                            task -> Threads.daemon("kill-" + connection.config().name(), task)
                                    .start()))
                    .toList();
            return new Swept(sweeps.stream().map(CompletableFuture::join).toList());
        }
    }

    private At sweep(Connections.Connection connection, OkHttpTransport transport, Search search, Duration patience) {
        var pool = Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("kill-timer", work));
        var around = Connections.around(start, new Ends(transport, clock, SessionDriver.Timer.on(pool)));
        var dice = new SplittableRandom(new SecureRandom().nextLong());
        try (var venue = connection.venue(around, dice, start.config().names())) {
            Optional.ofNullable(search.bans.left().get(connection.config().venue()))
                    .ifPresent(venue::keepAway);
            return new VenueSweep(venue, clock, search.ids, search.drill, PAUSE).run(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(connection, "it was interrupted");
        } catch (DeskException e) {
            return failed(connection, String.valueOf(e.getMessage()));
        } finally {
            pool.shutdownNow();
        }
    }

    private static At failed(Connections.Connection connection, String why) {
        return new At(connection.config().venue(), List.of(), List.of(), List.of(), Doubt.trouble(why), Duration.ZERO);
    }

    @Override
    public void leaveWord(String who) {
        var file = word(start.journal());
        try {
            var next = Beside.named(file, ".next");
            Beside.createPrivate(next);
            Files.writeString(next, who, StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the word for the running desk, " + file, e);
        }
    }

    /** Where word is left for the desk that holds the journal. */
    static Path word(Path journal) {
        return Beside.named(journal, ".kill");
    }
}
