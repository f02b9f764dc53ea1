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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.pane.Logged;

/** The end of the program's log, read again at most once a second. Confined to the dash's thread. */
final class LogTail {

    private static final int BYTES = 1 << 14;
    private static final Pattern STAMP =
            Pattern.compile("^(?:\\{\"at\":\")?([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:[.][0-9]+)?Z)(?:\",)? ?");
    /** Thread and logger are for whoever reads the file. */
    private static final Pattern FROM = Pattern.compile("^([A-Z]+) \\[[^\\]]*] [\\w.$-]+: ");

    private static final Pattern FROM_JSON = Pattern.compile("^\"level\":\"([A-Z]+)\",\"thread\":\"[^\"]*\","
            + "\"logger\":\"[^\"]*\",\"message\":\"(.*?)\"(?:,\"trace\":.*)?}$");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final long EVERY_NANOS = 1_000_000_000;

    private final Path file;
    private final ZoneId zone;
    private List<Logged> lines = List.of();
    private long next = Long.MIN_VALUE;
    private long size = -1;

    LogTail(Path file, ZoneId zone) {
        this.zone = zone;
        this.file = file;
    }

    List<Logged> lines(long nanos) {
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

    private List<Logged> tail(FileChannel channel, long from) throws IOException {
        var bytes = ByteBuffer.allocate(BYTES);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            continue;
        }
        var tail = new ArrayList<Logged>();
        new String(bytes.array(), 0, bytes.position(), UTF_8)
                .lines()
                .skip(from > 0 ? 1 : 0)
                .forEach(line -> tail.add(logged(line, tail)));
        return tail;
    }

    /** With the time as the rest of the screen has it; a line that has none belongs to the one before. */
    private Logged logged(String line, List<Logged> before) {
        var stamp = STAMP.matcher(line);
        if (stamp.find()) {
            var at = Instant.parse(stamp.group(1));
            return new Logged(
                    at, Line.of(TIME.format(at.atZone(zone)) + " " + said(line.substring(stamp.end())), Tone.DIM));
        }
        var at =
                before.isEmpty() ? Instant.EPOCH : before.get(before.size() - 1).at();
        return new Logged(at, Line.of(line, Tone.DIM));
    }

    private static String said(String entry) {
        return FROM_JSON
                .matcher(FROM.matcher(entry).replaceFirst("$1 "))
                .replaceFirst("$1 $2")
                .replace("\\\"", "\"");
    }
}
