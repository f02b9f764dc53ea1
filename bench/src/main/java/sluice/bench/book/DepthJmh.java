package sluice.bench.book;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import sluice.bench.Figures;
import sluice.net.text.Slots;
import sluice.venue.binance.market.wire.DepthWire;

/** Decode alone, and decode and apply, by JMH. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DepthJmh {

    private static final int MESSAGES = 50_000;

    private final Contender sluice = new SluiceDepth();
    private DepthStream stream;
    private DepthWire wire;
    private int next;

    public static void main(String[] args) throws Exception {
        var options = new OptionsBuilder()
                .include(DepthJmh.class.getName())
                .verbosity(VerboseMode.SILENT)
                .build();
        for (var result : new Runner(options).run()) {
            var name = result.getPrimaryResult().getLabel();
            Figures.print(
                    "book.binance.jmh." + name,
                    "msgs_s",
                    result.getPrimaryResult().getScore());
        }
    }

    @Setup
    public void generate() {
        stream = new DepthStream(7, MESSAGES);
        var slots = new Slots();
        slots.grid(slots.add("BTCUSDT"), 2, 5);
        wire = new DepthWire(slots);
    }

    @Benchmark
    public long decode() {
        var frame = stream.frames()[next];
        next = (next + 1) % MESSAGES;
        wire.read(frame, 0, frame.length);
        return wire.last();
    }

    /** Starts again from the snapshot after the last frame, which costs one message in fifty thousand. */
    @Benchmark
    public void decodeAndApply() throws Exception {
        if (next == 0) {
            sluice.start(stream.snapshot());
        }
        sluice.take(stream.frames()[next]);
        next = (next + 1) % MESSAGES;
    }
}
