package sluice.venue.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Side;
import sluice.market.book.Book;
import sluice.venue.VenueEvent;

class BinanceMarketSessionTest {

    private final ScriptedVenue venue = new ScriptedVenue("BTC-USDT");
    private final DepthDice dice = new DepthDice(11, "BTCUSDT");

    @BeforeEach
    void start() {
        venue.session.start(venue);
    }

    @Test
    void instrumentsComeFirstThenOneConnectionThenTheSnapshot() {
        assertThat(venue.links).isEmpty();
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        assertThat(venue.links)
                .containsExactly(Map.entry(1, "wss://stream/stream?streams=btcusdt@depth@100ms/btcusdt@trade"));
        assertThat(venue.isAsked("/depth")).isFalse();
        venue.open(1);
        assertThat(venue.isAsked(ScriptedVenue.DEPTH)).isTrue();
        venue.receive(1, dice.frame());
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        venue.receive(1, dice.frame());
        assertIsRight();
        assertThat(venue.states()).containsExactly("CONNECTING starting", "SNAPSHOTTING", "LIVE");
        assertThat(venue.events).first().isInstanceOf(VenueEvent.Listed.class);
    }

    @Test
    void aGapMakesTheBookAbsentAtOnceUntilASnapshotMendsIt() {
        live();
        dice.frame();
        venue.receive(1, dice.frame());
        assertThat(venue.book().read(1)).isEmpty();
        venue.pass(Duration.ofMillis(60));
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        venue.receive(1, dice.frame());
        assertIsRight();
        assertThat(venue.states()).hasSize(3).first().asString().matches("GAPPED update \\d+ was next, \\d+ came");
    }

    @Test
    void aSnapshotOlderThanTheStreamIsFetchedAgain() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.open(1);
        var old = dice.snapshot();
        dice.frame();
        venue.receive(1, dice.frame());
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), old);
        assertThat(venue.book().read(1)).isEmpty();
        venue.pass(Duration.ofMillis(60));
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        assertIsRight();
    }

    @Test
    void aConnectionThatEndsTakesItsBooksWithItAndIsOpenedAgainSoon() {
        live();
        venue.session.closed(1, "reset by peer", venue);
        assertThat(venue.book().read(1)).isEmpty();
        venue.pass(Duration.ofMillis(50));
        assertThat(venue.links).hasSize(2);
        venue.open(2);
        venue.receive(2, dice.frame());
        venue.pass(Duration.ofMillis(100));
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        assertIsRight();
        assertThat(venue.states())
                .containsExactly("BACKING_OFF reset by peer", "CONNECTING reset by peer", "SNAPSHOTTING", "LIVE");
    }

    @Test
    void aSnapshotAskedForBeforeTheConnectionEndedIsOfNoUse() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.open(1);
        var before = dice.snapshot();
        venue.session.closed(1, "reset", venue);
        venue.pass(Duration.ofMillis(50));
        venue.open(2);
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), before);
        assertThat(venue.book().read(1)).isEmpty();
    }

    @Test
    void aConnectionThatSaysNothingIsGivenUp() {
        live();
        venue.pass(Duration.ofSeconds(31));
        assertThat(venue.closed).containsExactly(1);
        assertThat(venue.book().read(1)).isEmpty();
        assertThat(venue.links).hasSize(2);
        venue.receive(1, dice.frame());
        assertThat(venue.states())
                .containsExactly("STALE nothing was heard for 30000 ms", "CONNECTING nothing was heard for 30000 ms");
    }

    @Test
    void aConnectionThatDoesNotOpenIsTriedAgainAndAgain() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.pass(Duration.ofMinutes(3));
        assertThat(venue.links.size()).isBetween(5, 18);
    }

    @Test
    void aQuietBookIsAskedAfterAndProvenByTheAnswer() {
        live();
        venue.pass(Duration.ofSeconds(5));
        assertThat(venue.sent).isNotEmpty().allMatch(text -> text.startsWith("1 {\"method\":\"LIST_SUBSCRIPTIONS\""));
        venue.receive(1, "{\"result\":[\"btcusdt@trade\",\"btcusdt@depth@100ms\"],\"id\":1}");
        assertThat(venue.book().read(1).orElseThrow().provenNanos()).isEqualTo(venue.nanos());
    }

    @Test
    void aStreamThatTheVenueForgotIsTakenAgain() {
        live();
        venue.pass(Duration.ofSeconds(3));
        venue.receive(1, "{\"result\":[\"btcusdt@trade\"],\"id\":1}");
        assertThat(venue.book().read(1)).isEmpty();
        venue.pass(Duration.ofMillis(60));
        assertThat(venue.links).hasSize(2);
    }

    @Test
    void aPingProvesThatTheFeedLives() {
        live();
        venue.pass(Duration.ofSeconds(1));
        venue.session.pinged(1, venue);
        assertThat(venue.book().read(1).orElseThrow().provenNanos()).isEqualTo(venue.nanos());
    }

    @Test
    void aConnectionIsReplacedBeforeTheVenueCutsItAndTheBookStaysWhole() {
        live();
        for (int hour = 0; hour < 23 * 60; hour++) {
            venue.session.pinged(1, venue);
            venue.pass(Duration.ofSeconds(20));
            venue.session.pinged(1, venue);
            venue.pass(Duration.ofSeconds(20));
            venue.session.pinged(1, venue);
            venue.pass(Duration.ofSeconds(20));
        }
        assertThat(venue.links).hasSize(2);
        venue.open(2);
        var both = dice.frame();
        venue.receive(1, both);
        venue.receive(2, both);
        assertThat(venue.closed).isEmpty();
        venue.pass(Duration.ofSeconds(5));
        assertThat(venue.closed).containsExactly(1);
        venue.session.closed(1, "closed by us", venue);
        venue.receive(2, dice.frame());
        assertIsRight();
        assertThat(venue.states()).isEmpty();
    }

    @Test
    void anAnnouncedShutdownIsForestalled() {
        live();
        venue.receive(1, "{\"e\":\"serverShutdown\",\"E\":1760000000000}");
        assertThat(venue.links).hasSize(2);
        assertThat(venue.book().read(1)).isPresent();
    }

    @Test
    void framesThatCannotBeReadAreCountedAndKillNothing() {
        live();
        venue.receive(
                1, "<html>502</html>", "", "[]", "\u0000", "{\"e\":\"trade\",\"s\":\"BTCUSDT\"}", "x".repeat(9 << 20));
        assertThat(venue.session.badFrames()).isEqualTo(6);
        venue.receive(1, dice.frame());
        assertIsRight();
    }

    @Test
    void aDepthFrameThatBreaksOffCostsItsBook() {
        live();
        var frame = dice.frame();
        venue.receive(1, frame.substring(0, frame.length() - 9));
        assertThat(venue.book().read(1)).isEmpty();
        venue.pass(Duration.ofMillis(60));
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        assertIsRight();
    }

    @Test
    void printsArePassedOn() {
        live();
        venue.receive(
                1,
                "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"E\":1,\"s\":\"BTCUSDT\",\"t\":5,"
                        + "\"p\":\"60000.5\",\"q\":\"0.01\",\"T\":1760000000104,\"m\":false,\"M\":true}}");
        assertThat(venue.events).last().isInstanceOfSatisfying(VenueEvent.Printed.class, event -> {
            assertThat(event.trade().aggressor()).isEqualTo(Side.BUY);
            assertThat(event.trade().px().plain()).isEqualTo("60000.5");
        });
    }

    private void live() {
        venue.answer("/api/v3/exchangeInfo", 200, Map.of(), ScriptedVenue.INFO);
        venue.open(1);
        venue.receive(1, dice.frame());
        venue.answer(ScriptedVenue.DEPTH, 200, Map.of(), dice.snapshot());
        assertIsRight();
        venue.states();
    }

    private void assertIsRight() {
        var book = (Book) venue.book();
        assertThat(new String(book.canonicalText().orElseThrow(), StandardCharsets.US_ASCII))
                .isEqualTo(dice.book());
    }
}
