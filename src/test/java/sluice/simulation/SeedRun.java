package sluice.simulation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Plays seeds of all casts for so long, each on one thread, and tells what came of them.
 *
 * <p>{@code SeedRun FIRST_SEED SECONDS THREADS [DIRECTORY [CAST]]}. Each thread has its own lane of seeds; what came of
 * a lane is kept in the directory twice a minute, beside the story of each seed that broke, and the same command goes
 * on where it was left. A file {@code stop} in the directory ends the run, as does the last of {@code -Dsluice.seeds=N}
 * seeds a lane; {@code -Dsluice.trading=SECONDS} makes them shorter. {@code SeedRun DIRECTORY} adds up what is there,
 * {@code SeedRun CAST SEED} tells one seed's story.
 */
final class SeedRun {

    private static final long KEEP_EVERY = Duration.ofSeconds(30).toNanos();

    private static final long MOST = Long.getLong("sluice.seeds", Long.MAX_VALUE);

    private static final Plan PLAN = Optional.ofNullable(Long.getLong("sluice.trading"))
            .map(seconds -> Plan.USUAL.trading(Duration.ofSeconds(seconds)))
            .orElse(Plan.USUAL);

    private SeedRun() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 1) {
            tell(Tally.of(Path.of(arguments[0])));
            return;
        }
        if (arguments.length == 2) {
            var seed = Long.parseLong(arguments[1]);
            var outcome = Simulation.run(seed, PLAN.on(Cast.valueOf(arguments[0])), true);
            outcome.story().forEach(System.out::println);
            System.out.println(outcome.broken());
            return;
        }
        var first = Long.parseLong(arguments[0]);
        var until = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        var count = Integer.parseInt(arguments[2]);
        var lanes = new ArrayList<Lane>();
        for (var i = 0; i < count; i++) {
            lanes.add(new Lane(first + i, count, until, arguments));
        }
        lanes.forEach(Thread::start);
        var all = new Tally();
        for (var lane : lanes) {
            lane.join();
            all.add(lane.tally);
        }
        tell(all);
        System.out.println("of the process: "
                + ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private static void tell(Tally tally) {
        var seeds = tally.of("seeds");
        var orders = tally.of("orders at the venue");
        var millis = tally.of("processor ms");
        tally.counts().forEach((what, times) -> System.out.println(what + " = " + times));
        System.out.println("broken: " + tally.broken());
        System.out.printf(
                "%d seeds, %d orders, %.2f ms of processor time a seed, %.3f an order%n",
                seeds, orders, (double) millis / Math.max(1, seeds), (double) millis / Math.max(1, orders));
    }

    /** Every so manieth seed, on a thread of its own. */
    private static final class Lane extends Thread {

        private final int step;
        private final long until;
        private final List<Path> file;
        private final List<Cast> casts;
        private final Tally tally;
        private long next;

        Lane(long first, int step, long until, String[] arguments) {
            this.step = step;
            this.until = until;
            this.file = arguments.length < 4
                    ? List.of()
                    : List.of(Path.of(arguments[3]).resolve("lane-" + first + "-of-" + step + ".txt"));
            this.casts = arguments.length < 5 ? List.of() : List.of(Cast.valueOf(arguments[4]));
            this.tally = file.stream()
                    .filter(Files::exists)
                    .map(Tally::of)
                    .findFirst()
                    .orElseGet(Tally::new);
            this.next = first + tally.of("seeds") * step;
        }

        @Override
        public void run() {
            var kept = System.nanoTime();
            while (goesOn()) {
                play(next);
                next += step;
                if (System.nanoTime() - kept > KEEP_EVERY) {
                    kept = System.nanoTime();
                    file.forEach(tally::keep);
                }
            }
            file.forEach(tally::keep);
        }

        private boolean goesOn() {
            return System.nanoTime() < until
                    && tally.of("seeds") < MOST
                    && file.stream().noneMatch(kept -> Files.exists(kept.resolveSibling("stop")));
        }

        private void play(long seed) {
            var cast = casts.isEmpty() ? Cast.of(seed) : casts.get(0);
            var began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            var outcome = Simulation.run(seed, PLAN.on(cast));
            var took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
            tally.count("seeds", 1);
            tally.count("seeds of " + cast, 1);
            tally.count("processor ms", Duration.ofNanos(took).toMillis());
            outcome.counts().forEach((what, times) -> tally.count(what, times));
            outcome.broken().ifPresent(what -> {
                tally.broken().add(cast + " " + seed);
                System.out.println(cast + " " + seed + ": " + what);
                file.forEach(kept -> tell(
                        kept.resolveSibling(cast + "-" + seed + ".story"), Simulation.run(seed, PLAN.on(cast), true)));
            });
        }

        private static void tell(Path place, Simulation.Outcome outcome) {
            try {
                Files.createDirectories(place.toAbsolutePath().getParent());
                Files.write(place, outcome.story());
            } catch (IOException e) {
                throw new IllegalStateException(place + " cannot be written", e);
            }
        }
    }

    /** What came of many seeds, as it is kept. Confined to one thread. */
    private record Tally(Map<String, Long> counts, List<String> broken) {

        private static final String BROKEN = "broken ";

        Tally() {
            this(new TreeMap<>(), new ArrayList<>());
        }

        /** What one file keeps, or all files of a directory. */
        static Tally of(Path place) {
            var tally = new Tally();
            if (Files.isDirectory(place)) {
                files(place).forEach(file -> tally.add(of(file)));
            } else {
                lines(place).forEach(tally::read);
            }
            return tally;
        }

        private static List<Path> files(Path directory) {
            try (var files = Files.list(directory)) {
                return files.filter(file -> file.toString().endsWith(".txt")).toList();
            } catch (IOException e) {
                throw new IllegalStateException(directory + " cannot be listed", e);
            }
        }

        private static List<String> lines(Path file) {
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                throw new IllegalStateException(file + " cannot be read", e);
            }
        }

        private void read(String line) {
            if (line.startsWith(BROKEN)) {
                broken.add(line.substring(BROKEN.length()));
            } else {
                var cut = line.lastIndexOf('=');
                count(line.substring(0, cut), Long.parseLong(line.substring(cut + 1)));
            }
        }

        void keep(Path file) {
            var lines = new ArrayList<String>();
            counts.forEach((what, times) -> lines.add(what + "=" + times));
            broken.forEach(seed -> lines.add(BROKEN + seed));
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                var next = file.resolveSibling(file.getFileName() + ".next");
                Files.write(next, lines);
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new IllegalStateException(file + " cannot be written", e);
            }
        }

        void add(Tally other) {
            other.counts.forEach(this::count);
            broken.addAll(other.broken);
        }

        void count(String what, long times) {
            counts.merge(what, times, Long::sum);
        }

        long of(String what) {
            return counts.getOrDefault(what, 0L);
        }
    }
}
