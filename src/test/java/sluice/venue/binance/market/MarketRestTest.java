package sluice.venue.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.net.HttpOutcome;
import sluice.venue.VenueEvent;

/** How a session asks: for instruments and snapshots, within the venue's limits. */
class MarketRestTest {

    private final ScriptedVenue venue = new ScriptedVenue("BTC-USDT");
    private final DepthDice dice = new DepthDice(11, "BTCUSDT");

    @BeforeEach
    void start() {
        venue.session.start(venue);
    }

    @Test
    void aVenueThatWantsSilenceGetsIt() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.open(1);
        venue.states();
        venue.answer(ScriptedVenue.DEPTH, 418, Map.of("retry-after", "120"), "{\"code\":-1003,\"msg\":\"banned\"}");
        venue.keepAlive(Duration.ofSeconds(100));
        venue.session.pinged(1, venue);
        venue.pass(Duration.ofMillis(19_900));
        assertThat(venue.calls).isEmpty();
        venue.pass(Duration.ofSeconds(1));
        assertThat(venue.isAsked(ScriptedVenue.DEPTH)).isTrue();
        assertThat(venue.states())
                .containsExactly("BANNED no snapshot: the venue answered 418, no calls for 120 s", "SNAPSHOTTING");
    }

    @Test
    void manySnapshotsAreSpreadOverTheMinuteAndTwoAreOutAtOnce() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.open(1);
        int snapshots = 0;
        for (int step = 0; step < 3_000; step++) {
            if (venue.isAsked(ScriptedVenue.DEPTH)) {
                assertThat(venue.calls).hasSizeLessThanOrEqualTo(2);
                venue.answer(
                        ScriptedVenue.DEPTH,
                        200,
                        Map.of("x-mbx-used-weight-1m", String.valueOf(20 + 50 * ++snapshots)),
                        dice.snapshot());
                dice.frame();
                venue.receive(1, dice.frame());
            }
            venue.session.pinged(1, venue);
            venue.pass(Duration.ofMillis(10));
        }
        assertThat(snapshots).isBetween(3, 42);
    }

    @Test
    void aVenueThatDoesNotListItsInstrumentsIsAskedAgain() {
        venue.answer("/api/v3/exchangeInfo", new HttpOutcome.Failure(false, "no route", ScriptedVenue.TOOK));
        venue.pass(Duration.ofMillis(50));
        venue.answer("/api/v3/exchangeInfo", 502, Map.of(), "<html>Bad Gateway</html>");
        venue.pass(Duration.ofMillis(100));
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        assertThat(venue.links).hasSize(1);
    }

    @Test
    void instrumentsAreReadAgainAndToldWhenTheyChanged() {
        live();
        venue.events.clear();
        venue.keepAlive(Duration.ofMinutes(31));
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        assertThat(venue.events).isEmpty();
        venue.keepAlive(Duration.ofMinutes(31));
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO.replace("0.01000000", "0.10000000"));
        assertThat(venue.events).hasSize(1).first().isInstanceOf(VenueEvent.Listed.class);
    }

    @Test
    void aSymbolThatTheVenueDoesNotListIsClosed() {
        var other = new ScriptedVenue("XRP-USDT");
        other.session.start(other);
        other.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        assertThat(other.states()).endsWith("CLOSED the venue does not list it");
        assertThat(other.links).isEmpty();
    }

    private void live() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.open(1);
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        venue.states();
    }
}
