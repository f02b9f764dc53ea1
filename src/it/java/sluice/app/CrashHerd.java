package sluice.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Desks that live and die together: each round they all begin in one process, and when each has had its life that is
 * killed. What they do meanwhile is each one's own business. Safe for any thread, of which each member has one.
 */
final class CrashHerd {

    private final Path log;
    private final Set<String> members;
    private final Map<String, CrashingDesk> waiting = new TreeMap<>();
    private final Map<String, Member> living = new TreeMap<>();
    private final Set<String> done = new HashSet<>();
    private Optional<Process> process = Optional.empty();

    /** @param log what the processes say beside their results */
    CrashHerd(Path log, List<String> members) {
        this.log = log;
        this.members = new HashSet<>(members);
    }

    /** Waits until all others begin or have left. */
    synchronized Member begin(CrashingDesk desk) {
        waiting.put(desk.name(), desk);
        startIfAllWait();
        while (waiting.containsKey(desk.name())) {
            waits();
        }
        return living.get(desk.name());
    }

    /** The member begins no more. */
    synchronized void leave(String name) {
        if (living.containsKey(name)) {
            end(name);
        }
        members.remove(name);
        startIfAllWait();
    }

    private void startIfAllWait() {
        if (living.isEmpty() && !waiting.isEmpty() && waiting.keySet().containsAll(members)) {
            start();
            waiting.clear();
            notifyAll();
        }
    }

    private void start() {
        var command = Jvm.withClassesOf(CrashingDesks.class, List.of());
        command.add(log.resolveSibling("sluice.log").toString());
        waiting.values().forEach(desk -> command.addAll(CrashingDesks.words(desk)));
        try {
            var started = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = Optional.of(started);
            waiting.keySet().forEach(name -> living.put(name, new Member(name, started)));
            var all = Map.copyOf(living);
            var thread = new Thread(() -> hear(started, all), "herd");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void hear(Process process, Map<String, Member> members) {
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                var name = line.substring(0, line.indexOf(' '));
                members.get(name).hears(line.substring(name.length() + 1));
            }
        } catch (IOException gone) {
            // As good as the end.
        }
        members.values().forEach(member -> member.hears(CrashingDesk.STOPPED));
    }

    /** Waits until all others have ended, too, and the process is gone. */
    synchronized void end(String name) {
        done.add(name);
        if (done.containsAll(living.keySet())) {
            kill();
            living.clear();
            done.clear();
            notifyAll();
            startIfAllWait();
        }
        while (done.contains(name)) {
            waits();
        }
    }

    private void kill() {
        try {
            var killed = process.orElseThrow().destroyForcibly();
            if (!killed.waitFor(Sluice.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the process was not killed");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void waits() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** One desk of the process that runs now. */
    static final class Member {

        private final String name;
        private final Process process;
        private final List<String> said = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();
        private int heard;
        private boolean stopped;

        private Member(String name, Process process) {
            this.name = name;
            this.process = process;
        }

        private synchronized void hears(String line) {
            if (line.equals(CrashingDesk.STOPPED)) {
                stopped = true;
            } else if (line.startsWith(CrashingDesk.STEP)) {
                steps.add(line.substring(CrashingDesk.STEP.length()));
            } else {
                said.add(line);
            }
            notifyAll();
        }

        /** What a command came to; empty when the desk stopped before it was done. */
        synchronized Optional<JsonNode> ask(String command) {
            type(command);
            var end = System.nanoTime() + Sluice.PATIENCE.toNanos();
            while (said.size() <= heard && !stopped) {
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError(name + " never answered " + command + "; said " + said);
                }
                waits(left);
            }
            return said.size() > heard ? Optional.of(Sluice.parsed(said.get(heard++))) : Optional.empty();
        }

        private void type(String command) {
            try {
                synchronized (process) {
                    process.getOutputStream().write((name + " " + command + "\n").getBytes(UTF_8));
                    process.getOutputStream().flush();
                }
            } catch (IOException e) {
                hears(CrashingDesk.STOPPED);
            }
        }

        private void waits(long millis) {
            try {
                wait(millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        synchronized List<String> steps() {
            return List.copyOf(steps);
        }

        synchronized String said() {
            return String.join("\n", said);
        }
    }
}
