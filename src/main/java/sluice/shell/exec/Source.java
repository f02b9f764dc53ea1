package sluice.shell.exec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sluice.shell.Caller;
import sluice.shell.Session;
import sluice.shell.script.Script;

/** Where a script comes from. */
record Source(Caller caller) {

    /** The commands of a script, one after the other. */
    interface Items {

        /** The next; empty at the end. */
        Optional<Script.Item> next();

        default List<Script.Item> all() {
            var all = new ArrayList<Script.Item>();
            for (var item = next(); item.isPresent(); item = next()) {
                all.add(item.get());
            }
            return all;
        }

        static Items of(List<Script.Item> items) {
            var left = new ArrayDeque<>(items);
            return () -> Optional.ofNullable(left.poll());
        }
    }

    static Items of(String commands) {
        return Items.of(Script.of(commands, "-c").items());
    }

    /** Files are read at once; what comes in by a pipe is run line by line, as it comes. */
    Items items(List<Path> files) {
        if (isPiped(files)) {
            return new Piped(new BufferedReader(new InputStreamReader(caller.in(), UTF_8)));
        }
        var items = new ArrayList<Script.Item>();
        files.forEach(file -> items.addAll(
                Script.of(isInput(file) ? piped() : caller.text(file), isInput(file) ? "-" : file.toString())
                        .items()));
        return Items.of(items);
    }

    /** Whether the end is not known before the commands run. */
    static boolean isPiped(List<Path> files) {
        return files.size() == 1 && isInput(files.get(0));
    }

    private static boolean isInput(Path file) {
        return file.toString().equals("-");
    }

    private String piped() {
        try {
            return new String(caller.in().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines as they come; no command spans two. */
    private static final class Piped implements Items {

        private final BufferedReader reader;
        private final Deque<Script.Item> read = new ArrayDeque<>();
        private int line;

        Piped(BufferedReader reader) {
            this.reader = reader;
        }

        @Override
        public Optional<Script.Item> next() {
            while (read.isEmpty()) {
                var text = line();
                if (text.isEmpty()) {
                    return Optional.empty();
                }
                line++;
                read.addAll(Script.of(text.get(), "-", line).items());
            }
            return Optional.of(read.removeFirst());
        }

        /** A read cannot be interrupted, but waiting for one on another thread can. */
        private Optional<String> line() {
            var line = new CompletableFuture<Optional<String>>();
            var thread = new Thread(() -> read(line), "exec-input");
            thread.setDaemon(true);
            thread.start();
            return Session.await(line);
        }

        private void read(CompletableFuture<Optional<String>> line) {
            try {
                line.complete(Optional.ofNullable(reader.readLine()));
            } catch (IOException e) {
                line.complete(Optional.empty());
            }
        }
    }
}
