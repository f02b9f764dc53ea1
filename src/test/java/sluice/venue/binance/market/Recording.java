package sluice.venue.binance.market;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.market.Clock;
import sluice.market.VenueId;
import sluice.net.feed.replay.FrameReplay;
import sluice.net.feed.replay.ReplayReport;

/** Lines of a recording, to be replayed as they are or with something wrong. */
public record Recording(List<Line> lines) {

    public record Line(String dir, String conn, String url, String data) {

        boolean isDepth() {
            return dir.equals("recv") && data.contains("\"depthUpdate\"");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    public static Recording of(Path gzip) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (var text : SharedData.lines(gzip)) {
            var line = JSON.readTree(text);
            lines.add(new Line(
                    line.path("dir").asText(),
                    line.path("conn").asText(),
                    line.path("url").asText(),
                    line.path("data").asText()));
        }
        return new Recording(lines);
    }

    /** Without what is neither depth nor an answer. */
    public Recording onlyDepth() {
        return new Recording(lines.stream()
                .filter(line -> line.isDepth() || line.dir.equals("http"))
                .toList());
    }

    public Recording first(int count) {
        return new Recording(lines.subList(0, Math.min(count, lines.size())));
    }

    public Recording with(int index, Line line) {
        var changed = new ArrayList<>(lines);
        changed.set(index, line);
        return new Recording(changed);
    }

    public Recording without(int index) {
        var changed = new ArrayList<>(lines);
        changed.remove(index);
        return new Recording(changed);
    }

    public Recording inserting(int index, Line line) {
        var changed = new ArrayList<>(lines);
        changed.add(index, line);
        return new Recording(changed);
    }

    public Recording swapping(int index) {
        return with(index, lines.get(index + 1)).with(index + 1, lines.get(index));
    }

    List<ReplayReport> replay() {
        return replay(new BinanceReplay(new VenueId("binance"), new StillClock(), 50));
    }

    public List<ReplayReport> replay(FrameReplay replay) {
        lines.forEach(line -> replay.frame(line.dir, line.conn, line.url, line.data));
        return replay.reports();
    }

    public static final class StillClock implements Clock {

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanos() {
            return 0;
        }
    }
}
