package sluice.venue.coinbase.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.market.Clock;
import sluice.market.VenueId;
import sluice.net.feed.replay.ReplayReport;
import sluice.venue.coinbase.SharedData;

/** Lines of a recording, to be replayed as they are or with something wrong. */
record Recording(List<Line> lines) {

    static final String CAPTURE = "captures/coinbase/BTC-USD+ETH-USD_2026-08-09_first12s.jsonl.gz";

    record Line(String dir, String conn, String url, String data) {

        static Line recv(String data) {
            return new Line("recv", "ws", "", data);
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    static Recording ofTheVenue() {
        return new Recording(
                SharedData.lines(CAPTURE).stream().map(Recording::line).toList());
    }

    private static Line line(String text) {
        try {
            var line = JSON.readTree(text);
            return new Line(
                    line.path("dir").asText(),
                    line.path("conn").asText(),
                    line.path("url").asText(),
                    line.path("data").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    Recording with(int index, Line line) {
        var changed = new ArrayList<>(lines);
        changed.set(index, line);
        return new Recording(changed);
    }

    Recording without(int index) {
        var changed = new ArrayList<>(lines);
        changed.remove(index);
        return new Recording(changed);
    }

    Recording inserting(int index, Line line) {
        var changed = new ArrayList<>(lines);
        changed.add(index, line);
        return new Recording(changed);
    }

    Recording swapping(int index) {
        return with(index, lines.get(index + 1)).with(index + 1, lines.get(index));
    }

    List<ReplayReport> replay() {
        var replay = new CoinbaseReplay(new VenueId("coinbase"), new StillClock(), 50);
        lines.forEach(line -> replay.frame(line.dir, line.conn, line.url, line.data));
        return replay.reports();
    }

    private static final class StillClock implements Clock {

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
