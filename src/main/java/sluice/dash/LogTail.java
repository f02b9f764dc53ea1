package sluice.dash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;

/** The end of the program's log, read again at most once a second. Confined to the dash's thread. */
final class LogTail {

    private static final int BYTES = 1 << 14;
    private static final Pattern STAMP = Pattern.compile("^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z) ");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final long EVERY_NANOS = 1_000_000_000;

    private final Path file;
    private final ZoneId zone;
    private List<Line> lines = List.of();
    private long next = Long.MIN_VALUE;
    private long size = -1;

    LogTail(Path file, ZoneId zone) {
        this.zone = zone;
        this.file = file;
    }

    List<Line> lines(long nanos) {
        if (nanos >= next) {
            next = nanos + EVERY_NANOS;
            read();
        }
        return lines;
    }

    private void read() {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var now = channel.size();
            if (now != size) {
                size = now;
                lines = tail(channel, Math.max(0, now - BYTES));
            }
        } catch (IOException none) {
            lines = List.of();
        }
    }

    private List<Line> tail(FileChannel channel, long from) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            continue;
        }
        return new String(bytes.array(), 0, bytes.position(), UTF_8)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .map(line -> Line.of(shorter(line), Tone.DIM))
                .toList();
    }

    /** With the time as the rest of the screen has it. */
    private String shorter(String line) {
        var stamp = STAMP.matcher(line);
        return stamp.find()
                ? TIME.format(Instant.parse(stamp.group(1)).atZone(zone)) + line.substring(stamp.end(1))
                : line;
    }
}
