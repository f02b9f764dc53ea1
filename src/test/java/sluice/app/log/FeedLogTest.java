package sluice.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.health.FeedTurn;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.venues.FeedTurns;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.Manifest;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class FeedLogTest {

    private static final VenueId BINANCE = new VenueId("binance");
    private static final Feed BOOK = Feed.book(Symbol.of("BTC-USDT"));

    @TempDir
    private Path home;

    private final List<VenueEvent> heard = new ArrayList<>();
    private Consumer<VenueEvent> inbox = event -> {};

    /** Says what the test has it say. */
    private final class Talking implements Venue {

        @Override
        public Manifest manifest() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public void open(Consumer<VenueEvent> to) {
            inbox = to;
        }

        @Override
        public void send(VenueCommand command) {
            throw new AssertionError("nobody orders");
        }

        @Override
        public void close() {
            inbox = event -> {};
        }
    }

    private void says(int second, FeedState state, FeedReason reason, String text) {
        var at = new Stamp(
                Instant.parse("2026-11-01T00:00:00Z").plusSeconds(second),
                Duration.ofSeconds(second).toNanos());
        inbox.accept(new VenueEvent.FeedChanged(BINANCE, BOOK, state, reason, text, at));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(home.resolve("sim/feeds.jsonl"));
    }

    @Test
    void everyChangeIsALineWithUptimeAndTimeToRecover() throws IOException {
        try (var log = new FeedLog(home.resolve("sim/feeds.jsonl"))) {
            log.over(new Talking()).open(heard::add);
            says(0, FeedState.CONNECTING, FeedReason.STARTED, "");
            says(2, FeedState.LIVE, FeedReason.READY, "");
            says(9, FeedState.GAPPED, FeedReason.SEQUENCE_GAP, "update 5 was next, 7 came");
        }
        assertThat(lines())
                .hasSize(3)
                .last()
                .isEqualTo("{\"at\":\"2026-11-01T00:00:09.000000Z\",\"venue\":\"binance\",\"kind\":\"BOOK\","
                        + "\"symbol\":\"BTC-USDT\",\"state\":\"GAPPED\",\"code\":\"SEQUENCE_GAP\","
                        + "\"reason\":\"update 5 was next, 7 came\",\"uptimeMs\":7000,\"recoveryMs\":null}");
        assertThat(heard).hasSize(3);
    }

    @Test
    void aLineIsReadBackAsItWasWritten() throws IOException {
        try (var log = new FeedLog(home.resolve("sim/feeds.jsonl"))) {
            log.over(new Talking()).open(heard::add);
            says(0, FeedState.LIVE, FeedReason.READY, "");
            says(4, FeedState.STALE, FeedReason.SILENT, "nothing was heard for 30000 ms");
        }
        assertThat(FeedTurns.read(lines().get(1)))
                .contains(new FeedTurn(
                        BINANCE,
                        BOOK,
                        FeedState.STALE,
                        new FeedTurn.Why(FeedReason.SILENT, "nothing was heard for 30000 ms"),
                        Instant.parse("2026-11-01T00:00:04Z"),
                        Optional.of(Duration.ofSeconds(4)),
                        Optional.empty()));
    }

    @Test
    void whatIsNoLineOfOursIsPassedOver() {
        assertThat(FeedTurns.read("{\"at\":\"2026-11-01T00:0")).isEmpty();
        assertThat(FeedTurns.read("{\"venue\":\"binance\",\"kind\":\"MOON\"}")).isEmpty();
        assertThat(FeedTurns.read("")).isEmpty();
    }

    @Test
    void aLogThatCannotBeWrittenStopsNoFeed() throws IOException {
        Files.writeString(home.resolve("sim"), "a file where the directory should be");
        try (var log = new FeedLog(home.resolve("sim/feeds.jsonl"))) {
            log.over(new Talking()).open(heard::add);
            says(0, FeedState.LIVE, FeedReason.READY, "");
        }
        assertThat(heard).hasSize(1);
    }

    @Test
    void aFullFileIsSetAside() throws IOException {
        var path = home.resolve("sim/feeds.jsonl");
        Files.createDirectories(home.resolve("sim"));
        Files.writeString(path, "x".repeat(8 << 20));
        try (var log = new FeedLog(path)) {
            log.over(new Talking()).open(heard::add);
            says(0, FeedState.LIVE, FeedReason.READY, "");
        }
        assertThat(lines()).hasSize(1);
        assertThat(home.resolve("sim/feeds.jsonl.1")).hasSize(8 << 20);
    }
}
