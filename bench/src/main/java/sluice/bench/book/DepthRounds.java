package sluice.bench.book;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.bench.Figures;

/**
 * Bytes of one frame to published book, one thread, beside XChange: 200,000 messages a round, contenders in turn, the
 * median of five rounds. A round counts only when its final book is right.
 */
public final class DepthRounds {

    private static final int MESSAGES = 200_000;
    private static final int ROUNDS = 5;

    private final DepthStream stream = new DepthStream(20260101, MESSAGES);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Map<String, double[]> figures = new HashMap<>();

    private DepthRounds() {}

    public static void main(String[] args) throws Exception {
        new DepthRounds().run(List.of(new SluiceDepth(), new XChangeDepth(true), new XChangeDepth(false)));
    }

    private void run(List<Contender> contenders) throws Exception {
        System.err.printf(
                "%d messages, %.1f changes each%n", MESSAGES, (double) stream.changes() / MESSAGES);
        for (int round = -1; round < ROUNDS; round++) {
            for (var contender : contenders) {
                rate(contender, round);
                var nanos = latencies(contender);
                keep(contender.name() + " p50_us", round, nanos[MESSAGES / 2] / 1e3);
                keep(contender.name() + " p99_us", round, nanos[MESSAGES / 100 * 99] / 1e3);
            }
        }
        for (var contender : contenders) {
            for (var metric : List.of("msgs_s", "p50_us", "p99_us", "bytes_msg")) {
                Figures.print(contender.name(), metric, median(contender.name() + " " + metric));
            }
        }
        double best = Math.max(median("book.xchange.shipped msgs_s"), median("book.xchange.parts msgs_s"));
        Figures.print("book.binance", "times_best_xchange", median("book.binance msgs_s") / best);
        double quickest = Math.min(median("book.xchange.shipped p99_us"), median("book.xchange.parts p99_us"));
        Figures.print("book.binance", "p99_share_of_best_xchange", median("book.binance p99_us") / quickest);
    }

    private void rate(Contender contender, int round) throws Exception {
        contender.start(stream.snapshot());
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        for (var frame : stream.frames()) {
            contender.take(frame);
        }
        long took = System.nanoTime() - begin;
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        check(contender);
        keep(contender.name() + " msgs_s", round, MESSAGES * 1e9 / took);
        keep(contender.name() + " bytes_msg", round, (double) bytes / MESSAGES);
    }

    private long[] latencies(Contender contender) throws Exception {
        contender.start(stream.snapshot());
        var nanos = new long[MESSAGES];
        long before = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            contender.take(stream.frames()[i]);
            long now = System.nanoTime();
            nanos[i] = now - before;
            before = now;
        }
        check(contender);
        Arrays.sort(nanos);
        return nanos;
    }

    private void check(Contender contender) {
        if (!contender.book().equals(stream.rightBook())) {
            throw new IllegalStateException(contender.name() + " ended with a wrong book");
        }
    }

    /** The first round is for the compiler. */
    private void keep(String figure, int round, double value) {
        if (round >= 0) {
            figures.computeIfAbsent(figure, name -> new double[ROUNDS])[round] = value;
        }
    }

    private double median(String figure) {
        var sorted = figures.get(figure).clone();
        Arrays.sort(sorted);
        return sorted[ROUNDS / 2];
    }
}
