package sluice.app.attach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import sluice.app.Start;
import sluice.attach.AttachServer;
import sluice.attach.Host;
import sluice.attach.Rendezvous;
import sluice.engine.Desk;
import sluice.engine.KillPath;
import sluice.market.Clock;
import sluice.report.Failure;
import sluice.shell.CommandTable;
import sluice.shell.ExitStatus;
import sluice.shell.Settings;
import sluice.shell.UnableToRunException;

/**
 * Those at other terminals of this user, who share the desk. Safe for any thread.
 *
 * <p>They are let in from the moment the journal is held, and wait for the desk as its own terminal does.
 */
public record Guests(Settings settings, CommandTable table, Map<String, String> environment) {

    private static final long STARTING_SECONDS = 60;

    /** Empty, with a word about it, where no socket can be had: a desk works without. */
    public Optional<AttachServer> let(
            Start start,
            CompletableFuture<Desk> desk,
            Supplier<KillPath> killPath,
            Clock clock,
            Consumer<String> notes) {
        var place = Rendezvous.of(start.journal());
        var host = new Host(ThisProcess.greeting(start.profile()), () -> ready(desk), killPath, clock, settings, table);
        try {
            var socket = place.socketIn(directories());
            if (socket.isEmpty()) {
                notes.accept("No other terminal can attach: no directory for a socket is this user's alone, and short"
                        + " enough by name.");
            }
            return socket.map(path -> AttachServer.open(host, place, path));
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Guests.class).error("no other terminal can attach", e);
            notes.accept("No other terminal can attach: " + e.getMessage());
            return Optional.empty();
        }
    }

    private List<Path> directories() {
        var directories = new ArrayList<Path>();
        Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                .filter(path -> path.startsWith("/"))
                .ifPresent(path -> directories.add(Path.of(path, "sluice")));
        directories.add(settings.state().resolve("attach"));
        directories.add(Path.of(System.getProperty("java.io.tmpdir"), "sluice-" + System.getProperty("user.name")));
        return directories;
    }

    private static Desk ready(CompletableFuture<Desk> desk) {
        try {
            return desk.get(STARTING_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw unready();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unready();
        }
    }

    private static UnableToRunException unready() {
        return new UnableToRunException(
                ExitStatus.JOURNAL_HELD,
                Failure.of("DESK_STARTING", "Not done: the desk that holds the journal did not get ready."));
    }
}
