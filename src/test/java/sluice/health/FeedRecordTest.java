package sluice.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.VenueEvent.FeedChanged;

class FeedRecordTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private Optional<FeedRecord> known = Optional.empty();
    private final List<FeedTurn> turns = new ArrayList<>();

    private FeedRecordTest at(int second, FeedState state, FeedReason reason) {
        var change = new FeedChanged(
                new VenueId("binance"), Feed.book(Symbol.of("BTC-USDT")), state, reason, "", stamp(second));
        turns.add(known.orElseGet(() -> FeedRecord.of(change)).turn(change));
        known = Optional.of(known.map(before -> before.after(change)).orElseGet(() -> FeedRecord.of(change)));
        return this;
    }

    private static Stamp stamp(int second) {
        return new Stamp(START.plusSeconds(second), Duration.ofSeconds(second).toNanos());
    }

    private FeedRecord known() {
        return known.orElseThrow();
    }

    private FeedTurn last() {
        return turns.get(turns.size() - 1);
    }

    @Test
    void aFeedThatIsLostTellsHowLongItWasUp() {
        at(0, FeedState.CONNECTING, FeedReason.STARTED).at(2, FeedState.LIVE, FeedReason.READY);
        at(12, FeedState.GAPPED, FeedReason.SEQUENCE_GAP);

        assertThat(last().uptime()).contains(Duration.ofSeconds(10));
        assertThat(last().recovery()).isEmpty();
        assertThat(known().drops()).isEqualTo(1);
    }

    @Test
    void aFeedThatComesBackTellsHowLongThatTook() {
        at(0, FeedState.CONNECTING, FeedReason.STARTED).at(2, FeedState.LIVE, FeedReason.READY);
        at(12, FeedState.GAPPED, FeedReason.SEQUENCE_GAP).at(12, FeedState.SNAPSHOTTING, FeedReason.SEQUENCE_GAP);
        at(15, FeedState.LIVE, FeedReason.READY);

        assertThat(last().recovery()).contains(Duration.ofSeconds(3));
        assertThat(last().uptime()).isEmpty();
    }

    @Test
    void theFirstRecoveryCountsFromTheStart() {
        at(1, FeedState.CONNECTING, FeedReason.STARTED).at(3, FeedState.LIVE, FeedReason.READY);

        assertThat(last().recovery()).contains(Duration.ofSeconds(2));
        assertThat(known().drops()).isZero();
    }

    @Test
    void timeThatItWasLiveAddsUp() {
        at(0, FeedState.CONNECTING, FeedReason.STARTED).at(2, FeedState.LIVE, FeedReason.READY);
        at(12, FeedState.STALE, FeedReason.SILENT).at(20, FeedState.LIVE, FeedReason.READY);

        assertThat(known().liveUntil(stamp(25))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aFeedThatIsToldOfTwiceInOneStateHasNotDropped() {
        at(0, FeedState.LIVE, FeedReason.READY).at(5, FeedState.LIVE, FeedReason.READY);

        assertThat(known().drops()).isZero();
        assertThat(known().liveUntil(stamp(9))).isEqualTo(Duration.ofSeconds(9));
    }
}
