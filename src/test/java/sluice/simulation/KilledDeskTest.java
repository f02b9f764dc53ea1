package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.engine.codec.EventCodec;
import sluice.engine.state.State;
import sluice.journal.Entry;

/**
 * The simulation on a real SQLite file, in a process that is killed while it writes.
 *
 * <p>{@code -Dsluice.kills=N} kills more.
 */
class KilledDeskTest {

    private static final Plan SLICE = Plan.USUAL.trading(Duration.ofSeconds(8));

    private static final int USUALLY = 4;

    @TempDir
    private Path home;

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("sluice.kills", USUALLY));
    }

    /** Runs a seed on a file and says after each commit how far the journal is, until it is killed. */
    static final class Desk {

        private Desk() {}

        public static void main(String[] arguments) {
            var store = new SqliteStore(Path.of(arguments[0]), System.out::println);
            var seed = Long.parseLong(arguments[1]);
            Simulation.run(seed, SLICE.on(Cast.of(seed)).withStore(store));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasAcknowledgedIsThereAndReplaysExactly(long seed) throws Exception {
        var killed = home.resolve("killed.db");
        var whole = home.resolve("whole.db");
        var acknowledged = acknowledgedBeforeKill(killed, seed, 5 + new SplittableRandom(seed).nextInt(30));
        var outcome = Simulation.run(seed, SLICE.on(Cast.of(seed)).withStore(new SqliteStore(whole, seq -> {})));

        var found = SqliteStore.read(killed);
        assertThat(outcome.broken()).isEmpty();
        assertThat((long) found.size()).isGreaterThanOrEqualTo(acknowledged);
        var expected = outcome.chronicle().entries().subList(0, found.size());
        for (int i = 0; i < found.size(); i++) {
            assertThat(Chronicle.isSame(found.get(i), expected.get(i)))
                    .as(found.get(i) + " is " + expected.get(i))
                    .isTrue();
        }
        assertThat(fold(found).orders().parents())
                .containsExactlyElementsOf(fold(expected).orders().parents());
    }

    private static State fold(List<Entry> entries) {
        var state = new State();
        var codec = new EventCodec(id -> state.orders().order(id));
        entries.forEach(entry -> state.apply(entry.seq(), codec.decode(entry)));
        return state;
    }

    private static long acknowledgedBeforeKill(Path file, long seed, int batches) throws Exception {
        var desk = start(file, seed);
        try (var lines = new BufferedReader(new InputStreamReader(desk.getInputStream(), StandardCharsets.UTF_8))) {
            var acknowledged =
                    lines.lines().limit(batches).mapToLong(Long::parseLong).max();
            desk.destroyForcibly().waitFor();
            return acknowledged.orElseThrow();
        } finally {
            desk.destroyForcibly();
        }
    }

    private static Process start(Path file, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Desk.class.getName(),
                        file.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
