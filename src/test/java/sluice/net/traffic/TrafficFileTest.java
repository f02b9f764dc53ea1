package sluice.net.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.net.traffic.TrafficFrame.Direction;

class TrafficFileTest {

    private static final TrafficFrame TICK =
            new TrafficFrame(1_723_161_253_937_085_768L, Direction.RECV, "ws", "wss://v", "{\"p\":\"1.50\"}");

    @TempDir
    Path dir;

    @Property(tries = 100)
    void whatWasWrittenIsReadExactly(
            @ForAll List<String> texts, @ForAll Direction dir, @ForAll long ts, @ForAll String conn)
            throws IOException {
        var file = Files.createTempFile("traffic", ".jsonl.gz");
        var frames = texts.stream()
                .map(text -> wellFormed(text))
                .map(text -> new TrafficFrame(ts, dir, wellFormed(conn), "url", text))
                .toList();
        write(file, frames);
        assertThat(read(file)).isEqualTo(frames);
        Files.delete(file);
    }

    @Test
    void aFrameIsOneLine() throws IOException {
        var file = dir.resolve("two.jsonl.gz");
        write(file, List.of(TICK, TICK));
        var line = "{\"ts\":1723161253937085768,\"dir\":\"recv\",\"conn\":\"ws\",\"url\":\"wss://v\","
                + "\"data\":\"{\\\"p\\\":\\\"1.50\\\"}\"}\n";
        assertThat(unzipped(file)).isEqualTo(line + line);
    }

    @Test
    void filesBehindEachOtherAreOneRecording() throws IOException {
        var file = dir.resolve("one.jsonl.gz");
        write(file, List.of(TICK));
        var once = Files.readAllBytes(file);
        var twice = Arrays.copyOf(once, once.length * 2);
        System.arraycopy(once, 0, twice, once.length, once.length);
        assertThat(read(Files.write(file, twice))).containsExactly(TICK, TICK);
    }

    @Test
    void plainTextAndUnknownFieldsAreReadToo() throws IOException {
        var file = dir.resolve("plain.jsonl");
        Files.writeString(
                file, "{\"ts\":5,\"extra\":{\"a\":[1]},\"dir\":\"connect\",\"conn\":\"c\",\"data\":\"\"}\n\n");
        assertThat(read(file)).containsExactly(new TrafficFrame(5, Direction.CONNECT, "c", "", ""));
    }

    @Test
    void aRecordingThatBreaksOffIsReadAsFarAsItGoes() throws IOException {
        var file = dir.resolve("cut.jsonl.gz");
        write(file, List.of(TICK, TICK, TICK));
        var whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        var frames = new ArrayList<TrafficFrame>();
        assertThatThrownBy(() -> TrafficFile.read(file, frames::add))
                .isInstanceOf(UnableToReadException.class)
                .hasMessageContaining("breaks off after " + frames.size() + " frames");
        assertThat(frames).isNotEmpty().allMatch(TICK::equals);
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        var file = Files.writeString(
                dir.resolve("bad.jsonl"), "{\"ts\":5,\"dir\":\"send\"}\n{\"ts\":6,\"dir\":\"sideways\"}\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(UnableToReadException.class)
                .hasMessage("The recording " + file + " is damaged in line 2.");
    }

    @Test
    void whatIsNoRecordingIsNamed() throws IOException {
        var missing = dir.resolve("none.jsonl.gz");
        assertThatThrownBy(() -> read(missing)).hasMessage("There is no recording " + missing + ".");
        var array = Files.writeString(dir.resolve("array.json"), "[1,2]");
        assertThatThrownBy(() -> read(array)).hasMessageContaining("is damaged in line 1");
    }

    @Test
    void afterClosingNothingIsWritten() throws IOException {
        var file = dir.resolve("closed.jsonl.gz");
        var failures = new ArrayList<IOException>();
        var writer = TrafficFile.write(file, failures::add);
        writer.accept(TICK);
        writer.close();
        writer.accept(TICK);
        writer.close();
        assertThat(failures).isEmpty();
        assertThat(read(file)).containsExactly(TICK);
    }

    @Test
    void aFullDiskIsToldOfOnceAndEndsTheRecordingAlone() throws IOException {
        var full = Path.of("/dev/full");
        assumeThat(full).exists();
        var failures = new ArrayList<IOException>();
        var writer = TrafficFile.write(full, failures::add);
        var incompressible = new java.util.SplittableRandom(1);
        for (int i = 0; i < 40_000; i++) {
            writer.accept(new TrafficFrame(
                    incompressible.nextLong(), Direction.RECV, "ws", "", "" + incompressible.nextLong()));
        }
        writer.close();
        assertThat(failures).hasSize(1);
    }

    @Test
    void recordedTrafficIsReadToTheLastFrame() throws IOException {
        var captures = Stream.of("../shared", "../../shared", System.getProperty("sluice.shared", "../shared"))
                .map(shared -> Path.of(shared, "data", "captures", "bybit"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeThat(captures).as("skipped: ../shared is not here").isPresent();
        var file = captures.orElseThrow().resolve("orderbook1_spot_2025-06-13.jsonl.gz");
        var copy = dir.resolve("copy.jsonl.gz");
        var frames = read(file);
        write(copy, frames);
        assertThat(frames).hasSize((int) unzipped(file).lines().count());
        assertThat(read(copy)).isEqualTo(frames);
    }

    /** Half a surrogate pair has no bytes in UTF-8; no frame off a wire holds one. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void write(Path file, List<TrafficFrame> frames) throws IOException {
        var failures = new ArrayList<IOException>();
        try (var writer = TrafficFile.write(file, failures::add)) {
            frames.forEach(writer);
        }
        assertThat(failures).isEmpty();
    }

    private static List<TrafficFrame> read(Path file) {
        var frames = new ArrayList<TrafficFrame>();
        assertThat(TrafficFile.read(file, frames::add)).isEqualTo(frames.size());
        return frames;
    }

    private static String unzipped(Path file) throws IOException {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
