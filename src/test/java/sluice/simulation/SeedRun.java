package sluice.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Plays seeds of all casts for so long, each on one thread, and tells what came of them.
 *
 * <p>{@code SeedRun FIRST_SEED SECONDS THREADS}. Safe for its threads, who meet only to add up.
 */
final class SeedRun {

    private static final long TELL_EVERY = Duration.ofMinutes(1).toNanos();

    private final AtomicLong next;
    private final long began = System.nanoTime();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private long told = began;

    private SeedRun(long first) {
        this.next = new AtomicLong(first);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var run = new SeedRun(Long.parseLong(arguments[0]));
        var until = run.began + Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < Integer.parseInt(arguments[2]); i++) {
            threads.add(new Thread(() -> run.play(until)));
        }
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        run.tell();
        System.out.println(run.counts);
    }

    private void play(long until) {
        while (System.nanoTime() < until) {
            var seed = next.getAndIncrement();
            var cast = Cast.of(seed);
            add(cast, seed, Simulation.run(seed, Plan.USUAL.on(cast)));
        }
    }

    private synchronized void add(Cast cast, long seed, Simulation.Outcome outcome) {
        counts.merge("seeds", 1L, Long::sum);
        counts.merge("seeds of " + cast, 1L, Long::sum);
        outcome.counts().forEach((what, times) -> counts.merge(what, (long) times, Long::sum));
        outcome.broken().ifPresent(what -> {
            broken.add(cast + " " + seed);
            System.out.println(cast + " " + seed + ": " + what);
        });
        if (System.nanoTime() - told > TELL_EVERY) {
            told = System.nanoTime();
            tell();
        }
    }

    private synchronized void tell() {
        var seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        System.out.println(seconds + " s, " + counts.getOrDefault("seeds", 0L) + " seeds, "
                + counts.getOrDefault("orders at the venue", 0L) + " orders, broken: " + broken);
    }
}
