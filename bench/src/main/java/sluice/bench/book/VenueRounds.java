package sluice.bench.book;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import sluice.bench.Figures;

/**
 * Bytes of one frame to published book, one thread, each venue's path on the same changes in its own words: 40,000
 * messages a round, in turn, the median of nine rounds, and what a byte costs beside Binance's. A round counts only
 * when its final book is right.
 */
public final class VenueRounds {

    private static final int MESSAGES = 40_000;
    private static final int ROUNDS = 9;

    private final DepthStream stream = new DepthStream(20260101, MESSAGES);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private VenueRounds() {}

    /** One venue's path, and the stream in its words. */
    private record Lane(Contender contender, String snapshot, byte[][] frames, double[] nanos, double[] allocated) {

        Lane(Contender contender, String snapshot, byte[][] frames) {
            this(contender, snapshot, frames, new double[ROUNDS], new double[ROUNDS]);
        }

        double bytes() {
            return Arrays.stream(frames).mapToLong(frame -> frame.length).sum();
        }

        double nanosPerByte() {
            return median(nanos) / bytes();
        }
    }

    public static void main(String[] args) throws Exception {
        new VenueRounds().run();
    }

    private void run() throws Exception {
        var binance = new Lane(new SluiceDepth(), stream.snapshot(), stream.frames());
        var coinbase = coinbase();
        var bybit = bybit();
        for (int round = -2; round < ROUNDS; round++) {
            rate(binance, round);
            rate(coinbase, round);
            rate(bybit, round);
        }
        for (var lane : new Lane[] {binance, coinbase, bybit}) {
            var name = lane.contender.name() + ".venue";
            Figures.print(name, "msgs_s", MESSAGES * 1e9 / median(lane.nanos));
            Figures.print(name, "bytes_msg", median(lane.allocated) / MESSAGES);
            Figures.print(name, "frame_bytes", lane.bytes() / MESSAGES);
            Figures.print(name, "ns_byte", lane.nanosPerByte());
            Figures.print(name, "times_binance_a_byte", lane.nanosPerByte() / binance.nanosPerByte());
        }
    }

    private Lane coinbase() throws IOException {
        var contender = new CoinbaseDepth();
        var snapshot = contender.snapshot(stream.snapshot());
        var frames = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            frames[i] = contender.changes(stream.frames()[i]);
        }
        return new Lane(contender, snapshot, frames);
    }

    private Lane bybit() {
        var contender = new BybitDepth();
        var snapshot = contender.snapshot(stream.snapshot());
        var frames = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            frames[i] = contender.changes(stream.frames()[i]);
        }
        return new Lane(contender, snapshot, frames);
    }

    /** The first rounds are for the compiler. */
    private void rate(Lane lane, int round) throws Exception {
        lane.contender.start(lane.snapshot);
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        for (var frame : lane.frames) {
            lane.contender.take(frame);
        }
        long took = System.nanoTime() - begin;
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        if (!lane.contender.book().equals(stream.rightBook())) {
            throw new IllegalStateException(lane.contender.name() + " ended with a wrong book");
        }
        if (round >= 0) {
            lane.nanos[round] = took;
            lane.allocated[round] = bytes;
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
