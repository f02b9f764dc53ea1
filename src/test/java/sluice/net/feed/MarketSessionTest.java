package sluice.net.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the session does for venues whose streams begin with a snapshot; Binance's tests have the other kind. */
class MarketSessionTest {

    private final PlainVenue venue = PlainVenue.of("BTC");

    private void live() {
        venue.open(1).says(1, "snap 0 5 100 101");
        venue.states.clear();
        venue.sent.clear();
    }

    /** Seconds pass, and the connection is heard of in each. */
    private void passAlive(int seconds, int link) {
        for (int i = 0; i < seconds; i++) {
            venue.passes(Duration.ofSeconds(1)).says(link, "alive");
        }
    }

    @Test
    void aBookBeginsWithTheStreamsSnapshot() {
        venue.open(1);
        assertThat(venue.sent).containsExactly("1 hello BTC", "1 trades BTC");
        venue.says(1, "delta 0 4 99 2", "snap 0 5 100 101", "delta 0 6 100 7");
        assertThat(venue.bid("BTC")).isEqualTo("100");
        assertThat(venue.states)
                .containsExactly("BTC-USD CONNECTING STARTED", "BTC-USD SNAPSHOTTING STARTED", "BTC-USD LIVE READY");
    }

    @Test
    void aGapMakesTheBookAbsentAndHasTheStreamSendItAgain() {
        live();
        venue.says(1, "delta 0 8 100 7");
        assertThat(venue.bid("BTC")).isEqualTo("absent");
        venue.passes(Duration.ofMillis(60));
        assertThat(venue.sent).containsExactly("1 again 0");
        venue.says(1, "delta 0 9 100 7", "snap 0 20 102 103");
        assertThat(venue.bid("BTC")).isEqualTo("102");
        assertThat(venue.states).endsWith("BTC-USD SNAPSHOTTING SEQUENCE_GAP", "BTC-USD LIVE READY");
    }

    @Test
    void aSnapshotThatNeverComesCostsTheConnection() {
        live();
        venue.says(1, "delta 0 8 100 7");
        for (int second = 0; second < 10; second++) {
            venue.passes(Duration.ofSeconds(1)).says(1, "delta 0 9 100 7");
        }
        assertThat(venue.closed).contains(1);
        assertThat(venue.states).contains("BTC-USD BACKING_OFF SNAPSHOT_FAILED");
        venue.passes(Duration.ofMillis(200));
        assertThat(venue.links).hasSize(2);
    }

    @Test
    void aConnectionThatSkippedAMessageTakesItsBooksWithIt() {
        live();
        venue.says(1, "skip");
        assertThat(venue.bid("BTC")).isEqualTo("absent");
        assertThat(venue.closed).containsExactly(1);
        venue.passes(Duration.ofMillis(50)).open(2).says(2, "snap 0 30 104 105");
        assertThat(venue.bid("BTC")).isEqualTo("104");
        assertThat(venue.states).startsWith("BTC-USD GAPPED SEQUENCE_GAP", "BTC-USD CONNECTING SEQUENCE_GAP");
    }

    @Test
    void aSuccessorTakesOverWithItsSnapshotAndTheBookIsNeverAbsent() {
        live();
        passAlive((int) Duration.ofHours(23).toSeconds(), 1);
        assertThat(venue.links).hasSize(2);
        venue.open(2).says(1, "delta 0 6 100 0", "delta 0 7 99 1");
        assertThat(venue.bid("BTC")).isEqualTo("99");
        passAlive(6, 1);
        assertThat(venue.closed).as("it has taken over nothing yet").isEmpty();
        venue.says(2, "snap 0 7 99 101").says(1, "delta 0 8 98 1").says(2, "delta 0 8 97 1");
        assertThat(venue.bid("BTC")).isEqualTo("99");
        passAlive(6, 2);
        assertThat(venue.closed).containsExactly(1);
        assertThat(venue.states).isEmpty();
    }

    @Test
    void aBookGoesWithTheConnectionItFollowsThoughASuccessorIsOpen() {
        live();
        passAlive((int) Duration.ofHours(23).toSeconds(), 1);
        venue.open(2).cuts(1);
        assertThat(venue.bid("BTC")).isEqualTo("absent");
        venue.says(2, "snap 0 9 98 99");
        assertThat(venue.bid("BTC")).isEqualTo("98");
    }

    @Test
    void oneConnectionsEndLeavesTheBooksOfTheOthers() {
        var both = PlainVenue.of("BTC", "ETH");
        both.open(1).open(2).says(1, "snap 0 5 100 101").says(2, "snap 1 5 10 11");
        both.cuts(1);
        assertThat(both.bid("BTC")).isEqualTo("absent");
        assertThat(both.bid("ETH")).isEqualTo("10");
    }

    @Test
    void aBookThatStandsStillWhileOthersTradeIsTakenFromAnotherConnection() {
        live();
        for (int second = 0; second < 6; second++) {
            venue.passes(Duration.ofSeconds(1)).says(1, "print 0");
        }
        assertThat(venue.bid("BTC")).isEqualTo("absent");
        assertThat(venue.states).containsExactly("BTC-USD GAPPED FROZEN");
        venue.open(2).says(2, "snap 0 40 106 107");
        assertThat(venue.bid("BTC")).isEqualTo("106");
    }

    @Test
    void aBookThatStandsStillBesideAnOpenSuccessorIsTakenFromThatOne() {
        live();
        passAlive((int) Duration.ofHours(23).toSeconds(), 1);
        venue.open(2);
        for (int second = 0; second < 6; second++) {
            venue.passes(Duration.ofSeconds(1)).says(1, "print 0");
        }
        venue.passes(Duration.ofMillis(50));
        assertThat(venue.states).startsWith("BTC-USD GAPPED FROZEN", "BTC-USD SNAPSHOTTING FROZEN");
        assertThat(venue.sent).contains("2 " + PlainDialect.RESUBSCRIBE + " 0");
    }

    @Test
    void aSubscriptionThatIsTurnedDownIsTriedAgainOnAnotherConnection() {
        venue.open(1).says(1, "refused");
        assertThat(venue.states).endsWith("BTC-USD BACKING_OFF REFUSED");
        venue.passes(Duration.ofMillis(50));
        assertThat(venue.links).hasSize(2);
    }

    @Test
    void aFrameThatBreaksOffCostsItsBookAlone() {
        live();
        venue.says(1, "broken 0", "what");
        assertThat(venue.bid("BTC")).isEqualTo("absent");
        assertThat(venue.states).startsWith("BTC-USD GAPPED UNREADABLE");
        assertThat(venue.session.badFrames()).isEqualTo(2);
        assertThat(venue.closed).isEmpty();
    }

    @Test
    void aProcessThatWasSuspendedTakesEverythingAnew() {
        live();
        venue.sleeps(Duration.ofSeconds(40)).says(1, "delta 0 6 100 9");
        assertThat(venue.bid("BTC")).isEqualTo("absent");
        assertThat(venue.states).startsWith("BTC-USD STALE SUSPENDED");
        venue.passes(Duration.ofMillis(50)).open(2).says(2, "snap 0 50 108 109");
        assertThat(venue.bid("BTC")).isEqualTo("108");
    }

    @Test
    void aWallClockThatWasSetTakesEverythingAnew() {
        live();
        venue.setsTheWall(Duration.ofMinutes(-2)).passes(Duration.ofSeconds(3));
        assertThat(venue.states).startsWith("BTC-USD STALE CLOCK_STEP");
        assertThat(venue.closed).containsExactly(1);
    }

    @Test
    void aVenueThatMustHearPingsHearsThem() {
        var pinged = new PlainVenue(new Rates(100, Duration.ofMinutes(5), 5, Duration.ofSeconds(20)), "BTC");
        pinged.answer("BTC");
        pinged.open(1).says(1, "snap 0 5 100 101");
        for (int i = 0; i < 410; i++) {
            pinged.passes(Duration.ofMillis(100)).says(1, "delta 0 " + (6 + i) + " 99 1");
        }
        assertThat(pinged.sent).filteredOn("1 ping"::equals).hasSize(2);
    }

    @Test
    void noMoreFramesGoOutThanTheVenueTakes() {
        var slow = new PlainVenue(new Rates(100, Duration.ofMinutes(5), 1, Duration.ZERO), "BTC");
        slow.answer("BTC");
        slow.open(1);
        assertThat(slow.sent).containsExactly("1 hello BTC");
        slow.passes(Duration.ofMillis(1_001));
        assertThat(slow.sent).containsExactly("1 hello BTC", "1 trades BTC");
    }

    @Test
    void noMoreConnectionsAreOpenedThanTheVenueAllows() {
        var strict = new PlainVenue(new Rates(3, Duration.ofMinutes(5), 5, Duration.ZERO), "BTC");
        strict.answer("BTC");
        for (int link = 1; link <= 3; link++) {
            strict.open(link).cuts(link).passes(Duration.ofSeconds(40));
        }
        assertThat(strict.links).hasSize(3);
        assertThat(strict.states).endsWith("BTC-USD BACKING_OFF RATE_LIMITED");
        strict.passes(Duration.ofMinutes(5));
        assertThat(strict.links.size()).isGreaterThan(3);
    }

    @Test
    void instrumentsAreReadPageByPage() {
        var paged = new PlainVenue(new Rates(100, Duration.ofMinutes(5), 5, Duration.ZERO), "BTC", "ETH");
        paged.answer("BTC+");
        assertThat(paged.links).isEmpty();
        paged.answer("ETH");
        assertThat(paged.links).hasSize(2);
    }

    @Test
    void whoIsBannedAtOrderEntryDialsNoMore() {
        var venue = PlainVenue.of("BTC");
        venue.open(1);
        venue.shutout.ban(Duration.ofMinutes(2), venue.nanos());
        venue.cuts(1).passes(Duration.ofSeconds(90));
        assertThat(venue.links).containsOnlyKeys(1);
        assertThat(venue.states).last().isEqualTo("BTC-USD BANNED BANNED");
        venue.passes(Duration.ofSeconds(40));
        assertThat(venue.links).containsOnlyKeys(1, 2);
    }
}
