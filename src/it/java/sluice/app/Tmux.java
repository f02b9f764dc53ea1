package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A real terminal: a shell in tmux, typed into and looked at. Closing it ends all that runs in it. */
final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Between two looks at the screen. */
    private static final long LOOK_NANOS = 10_000_000;

    private final String socket;
    private final ProcessHandle shell;

    private Tmux(String socket) {
        this.socket = socket;
        this.shell = ProcessHandle.of(shellPid()).orElseThrow();
    }

    static boolean isThere() {
        try {
            return new ProcessBuilder("tmux", "-V")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Tmux start(Path home, int columns, int rows) {
        var socket = home.resolve("tmux").toString();
        told(
                socket,
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "env PS1='shell$ ' bash --norc --noprofile");
        told(socket, "set-option", "-g", "window-size", "manual");
        return new Tmux(socket);
    }

    private String run(String... words) {
        return told(socket, words);
    }

    private static String told(String socket, String... words) {
        try {
            var command = new ArrayList<>(List.of("tmux", "-S", socket));
            command.addAll(List.of(words));
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            process.waitFor();
            return said;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts this program with these arguments; a terminal takes no line as long as its whole class path. */
    Tmux starts(List<String> arguments) {
        var words = new ArrayList<>(Jvm.program(List.of()));
        words.addAll(arguments);
        var line = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        try {
            var script = Files.writeString(Path.of(socket + ".sh"), "exec " + line + "\n");
            return types("bash " + script).presses("Enter");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tmux types(String text) {
        run("send-keys", "-l", text);
        return this;
    }

    Tmux presses(String... keys) {
        for (var key : keys) {
            run("send-keys", key);
        }
        return this;
    }

    Tmux resizes(int columns, int rows) {
        run("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
        return this;
    }

    String screen() {
        return run("capture-pane", "-p");
    }

    /** Whether something has the alternate screen. */
    boolean isCovered() {
        return run("display-message", "-p", "#{alternate_on}").strip().equals("1");
    }

    long serverPid() {
        return Long.parseLong(run("display-message", "-p", "#{pid}").strip());
    }

    long shellPid() {
        return Long.parseLong(run("display-message", "-p", "#{pane_pid}").strip());
    }

    Tmux shows(String text) {
        until(screen -> screen.contains(text), text);
        return this;
    }

    /** How long it takes from now until the screen is so. */
    Duration until(Predicate<String> so, String what) {
        var from = System.nanoTime();
        var screen = screen();
        while (!so.test(screen)) {
            if (System.nanoTime() - from > PATIENCE.toNanos()) {
                throw new AssertionError("never showed " + what + ":\n" + screen);
            }
            LockSupport.parkNanos(LOOK_NANOS);
            screen = screen();
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** What runs in it loses its terminal, and may write until it has ended. */
    @Override
    public void close() {
        var running = shell.descendants().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        run("kill-server");
        CompletableFuture.allOf(running)
                .completeOnTimeout(null, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
