package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.app.desk.Footing;
import sluice.app.log.LogConfig;

/** Starts sluice in a home of its own, and sees what it says. */
record Sluice(Path home, Map<String, String> environment, List<String> jvmOptions, List<String> options) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    static final Duration PATIENCE = Duration.ofMinutes(3);

    static Sluice at(Path home) {
        return new Sluice(home, Map.of(), List.of(), List.of("--home", home.toString()));
    }

    /** The same with more global options. */
    Sluice with(String... more) {
        return new Sluice(
                home,
                environment,
                jvmOptions,
                Stream.concat(options.stream(), Stream.of(more)).toList());
    }

    Sluice knowing(Map<String, String> variables) {
        return new Sluice(home, variables, jvmOptions, options);
    }

    /** The same with more variables. */
    Sluice alsoKnowing(Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return new Sluice(home, all, jvmOptions, options);
    }

    /** The same on a virtual machine with these options. */
    Sluice on(String... virtualMachine) {
        return new Sluice(home, environment, List.of(virtualMachine), options);
    }

    /** What a run came to. */
    record Result(int status, String out, String err) {

        /** Standard output as JSON, a value a line. */
        List<JsonNode> json() {
            return out.lines().map(Sluice::parsed).toList();
        }
    }

    Result run(String... words) {
        return start(words).end();
    }

    /** The same where it may take as long as it takes. */
    Result ends(String... words) {
        try (var run = start(words)) {
            return run.end(Duration.ofMinutes(20));
        }
    }

    /**
     * Waits for what the run left in doubt: that stays so while no desk lives half a minute to prove anything, and is
     * not sent again meanwhile.
     */
    void settles(Result ended) {
        var waits = ended.json().stream()
                .filter(line -> line.at("/error/code").asText().equals("IN_DOUBT"))
                .map(line -> "wait " + line.at("/error/detail/parentId").asText() + " open --timeout 3m\n")
                .collect(Collectors.joining());
        if (!waits.isEmpty()) {
            ends("exec", "--keep-going", "-c", waits);
        }
    }

    /** The same in this process, where no process of its own is the point: its start is most of what it costs. */
    Result here(String... words) {
        var arguments =
                Options.of(Stream.concat(options.stream(), Stream.of(words)).toList());
        var variables = new HashMap<>(System.getenv());
        variables.putAll(environment);
        LogConfig.use(Path.of(System.getProperty("java.io.tmpdir"), "sluice-here.log"), false);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var streams = new Program.Streams(InputStream.nullInputStream(), out, err);
        try (var program = new Program(arguments, Home.of(arguments, variables), variables, streams, Footing.PLAIN)) {
            var status = program.run();
            return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
        }
    }

    Running start(String... words) {
        try {
            var command = Jvm.program(jvmOptions);
            command.addAll(options);
            command.addAll(List.of(words));
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return new Running(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    /** A process whose output is read as it comes. Closing it kills it. */
    static final class Running implements AutoCloseable {

        private final Process process;
        private final StringBuffer out = new StringBuffer();
        private final StringBuffer err = new StringBuffer();
        private final CompletableFuture<Void> outRead;
        private final CompletableFuture<Void> errRead;

        Running(Process process) {
            this.process = process;
            this.outRead = read(process.getInputStream(), out);
            this.errRead = read(process.getErrorStream(), err);
        }

        static Running of(List<String> command) {
            try {
                return new Running(new ProcessBuilder(command).start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private CompletableFuture<Void> read(InputStream in, StringBuffer into) {
            var done = new CompletableFuture<Void>();
            var thread = new Thread(() -> drain(in, into, done), "output");
            thread.setDaemon(true);
            thread.start();
            return done;
        }

        private void drain(InputStream in, StringBuffer into, CompletableFuture<Void> done) {
            try {
                var bytes = new byte[8_192];
                for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                    synchronized (this) {
                        into.append(new String(bytes, 0, read, UTF_8));
                        notifyAll();
                    }
                }
            } catch (IOException gone) {
                into.append(gone);
            }
            done.complete(null);
            synchronized (this) {
                notifyAll();
            }
        }

        long pid() {
            return process.pid();
        }

        boolean isAlive() {
            return process.isAlive();
        }

        String out() {
            return out.toString();
        }

        String err() {
            return err.toString();
        }

        /** Waits until standard output or error holds the text; not once there is no more to come. */
        synchronized Running says(String text) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (out.indexOf(text) < 0 && err.indexOf(text) < 0) {
                waits(outRead.isDone() && errRead.isDone() ? System.nanoTime() : deadline, text);
            }
            return this;
        }

        /** The line of standard output of that number, from 0; empty when the process ended before it came. */
        synchronized Optional<JsonNode> line(int number) {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (lines().size() <= number && !outRead.isDone()) {
                waits(deadline, "line " + number);
            }
            return lines().stream().skip(number).findFirst().map(Sluice::parsed);
        }

        private List<String> lines() {
            var text = out.substring(0, out.lastIndexOf("\n") + 1);
            return text.lines().toList();
        }

        private synchronized void waits(long deadline, String what) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("never said " + what + "; said " + out + err);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Running types(String text) {
            try {
                process.getOutputStream().write(text.getBytes(UTF_8));
                process.getOutputStream().flush();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Running endsInput() {
            try {
                process.getOutputStream().close();
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Sends a signal by its name, as {@code kill} does. */
        Running signal(String name) {
            try {
                var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
                kill.waitFor();
                return this;
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        Result end() {
            return end(PATIENCE);
        }

        Result end(Duration patience) {
            try {
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("never ended; said " + out + err);
                }
                outRead.join();
                errRead.join();
                return new Result(process.exitValue(), out(), err());
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** All files under the home, as text. */
    String everythingKept() {
        try (var files = Files.walk(home)) {
            var text = new StringBuilder();
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
