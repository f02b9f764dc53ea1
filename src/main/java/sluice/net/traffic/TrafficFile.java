package sluice.net.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import sluice.net.traffic.TrafficFrame.Direction;

/** A recording on disk: gzip JSON Lines, one frame a line. */
public final class TrafficFile {

    private static final int BUFFER = 64 << 10;
    private static final int LONGEST = 256 << 20;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();

    private TrafficFile() {}

    /**
     * Hands over every frame in order; one gzip file or several behind each other, or plain text.
     *
     * @return how many there were
     */
    public static long read(Path file, Consumer<TrafficFrame> sink) {
        return read(file, sink, bytes -> {});
    }

    /** The same, telling behind each frame how many bytes of the file were read by then. */
    public static long read(Path file, Consumer<TrafficFrame> sink, LongConsumer position) {
        long frames = 0;
        try (var raw = new CountedInput(Files.newInputStream(file));
                var in = open(raw);
                var json = JSON.createParser(in)) {
            while (json.nextToken() != null) {
                sink.accept(frame(json));
                position.accept(raw.count());
                frames++;
            }
            return frames;
        } catch (NoSuchFileException missing) {
            throw new UnableToReadException("There is no recording " + file + ".", missing);
        } catch (JsonParseException malformed) {
            int line = malformed.getLocation().getLineNr();
            throw new UnableToReadException("The recording " + file + " is damaged in line " + line + ".", malformed);
        } catch (EOFException broken) {
            throw new UnableToReadException(
                    "The recording " + file + " breaks off after " + frames + " frames; they were read.", broken);
        } catch (IOException broken) {
            throw new UnableToReadException(
                    "The recording " + file + " could not be read on after " + frames + " frames.", broken);
        }
    }

    /** Begins a new recording, in place of any that has the name. */
    public static Writer write(Path file, Consumer<IOException> failed) throws IOException {
        var gzip = new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), BUFFER);
        var json = JSON.createGenerator(gzip);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        return new Writer(json, failed);
    }

    private static InputStream open(InputStream file) throws IOException {
        var in = new BufferedInputStream(file, BUFFER);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static TrafficFrame frame(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(json, "no frame");
        }
        long ts = 0;
        String dir = "";
        String conn = "";
        String url = "";
        String data = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "ts" -> ts = json.getLongValue();
                case "dir" -> dir = json.getText();
                case "conn" -> conn = json.getText();
                case "url" -> url = json.getText();
                case "data" -> data = json.getText();
                default -> json.skipChildren();
            }
        }
        return new TrafficFrame(ts, direction(dir, json), conn, url, data);
    }

    private static Direction direction(String word, JsonParser json) throws JsonParseException {
        for (var dir : Direction.values()) {
            if (word(dir).equals(word)) {
                return dir;
            }
        }
        throw new JsonParseException(json, "no direction");
    }

    private static String word(Direction dir) {
        return dir.name().toLowerCase(Locale.ROOT);
    }

    /** Safe for any thread. What cannot be written is told once; the recording then ends, and nothing else does. */
    public static final class Writer implements Consumer<TrafficFrame>, AutoCloseable {

        private final JsonGenerator json;
        private final Consumer<IOException> failed;
        private boolean ended;

        private Writer(JsonGenerator json, Consumer<IOException> failed) {
            this.json = json;
            this.failed = failed;
        }

        @Override
        public synchronized void accept(TrafficFrame frame) {
            if (ended) {
                return;
            }
            try {
                json.writeStartObject();
                json.writeNumberField("ts", frame.ts());
                json.writeStringField("dir", word(frame.dir()));
                json.writeStringField("conn", frame.conn());
                json.writeStringField("url", frame.url());
                json.writeStringField("data", frame.data());
                json.writeEndObject();
            } catch (IOException full) {
                end(full);
            }
        }

        @Override
        public synchronized void close() {
            try {
                if (!ended) {
                    json.writeRaw('\n');
                }
                json.close();
            } catch (IOException full) {
                end(full);
            }
            ended = true;
        }

        private void end(IOException full) {
            if (!ended) {
                ended = true;
                failed.accept(full);
            }
        }
    }

    /** Counts what is read of the file. Confined to one thread. */
    private static final class CountedInput extends FilterInputStream {

        private long count;

        CountedInput(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
