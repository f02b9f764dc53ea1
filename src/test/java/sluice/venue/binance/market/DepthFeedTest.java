package sluice.venue.binance.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Book;
import sluice.net.feed.book.BookFeed;
import sluice.net.feed.book.BookFeed.Answer;
import sluice.net.feed.book.BookFeed.Step;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.Slots;
import sluice.venue.binance.market.wire.DepthWire;

class DepthFeedTest {

    private final DepthDice dice = new DepthDice(7, "BTCUSDT");
    private final Slots slots = new Slots();
    private final DepthWire wire = new DepthWire(slots);
    private final Book book = new Book(new VenueId("binance"), Symbol.of("BTC-USDT"));
    private final List<Step> steps = new ArrayList<>();
    private final BookFeed feed = new BookFeed(
            0, book, new DepthSequence(), Optional.of(new BinanceSnapshots(wire, "", 100, Duration.ZERO)), steps::add);

    @BeforeEach
    void oneSymbol() {
        slots.add("BTCUSDT");
    }

    @Test
    void framesWaitForTheSnapshotAndThenGoOnFromIt() {
        take(dice.frame());
        take(dice.frame());
        var snapshot = dice.snapshot();
        take(dice.frame());
        assertThat(book.read(1)).isEmpty();
        assertThat(feed.snapshot(snapshot, 1)).isEqualTo(Answer.LIVE);
        take(dice.frame());
        assertThat(steps)
                .containsExactly(Step.HELD, Step.HELD, Step.HELD, Step.STALE, Step.STALE, Step.APPLIED, Step.APPLIED);
        assertIsRight();
    }

    @Test
    void aSnapshotOlderThanTheFirstFrameThatWaitsIsRefused() {
        var old = dice.snapshot();
        dice.frame();
        take(dice.frame());
        assertThat(feed.snapshot(old, 1)).isEqualTo(Answer.TOO_OLD);
        assertThat(book.read(1)).isEmpty();
        assertThat(feed.snapshot(dice.snapshot(), 1)).isEqualTo(Answer.LIVE);
        assertIsRight();
    }

    @Test
    void aSnapshotJustBeforeTheFirstFrameIsTaken() {
        var snapshot = dice.snapshot();
        take(dice.frame());
        assertThat(feed.snapshot(snapshot, 1)).isEqualTo(Answer.LIVE);
        assertIsRight();
    }

    @Test
    void aGapCostsTheWholeBookAndTheNextSnapshotMendsIt() {
        feed.snapshot(dice.snapshot(), 1);
        take(dice.frame());
        dice.frame();
        take(dice.frame());
        assertThat(steps).endsWith(Step.GAP);
        assertThat(book.read(1)).isEmpty();
        take(dice.frame());
        assertThat(feed.snapshot(dice.snapshot(), 1)).isEqualTo(Answer.LIVE);
        take(dice.frame());
        assertIsRight();
    }

    @Test
    void aGapAmongTheFramesThatWaitedNeedsAnotherSnapshot() {
        var snapshot = dice.snapshot();
        take(dice.frame());
        dice.frame();
        take(dice.frame());
        assertThat(feed.snapshot(snapshot, 1)).isEqualTo(Answer.BROKEN);
        assertThat(book.read(1)).isEmpty();
        assertThat(feed.snapshot(dice.snapshot(), 1)).isEqualTo(Answer.LIVE);
        assertIsRight();
    }

    @Test
    void aFrameThatComesTwiceIsStaleAndProvesThatTheFeedLives() {
        feed.snapshot(dice.snapshot(), 1);
        var frame = dice.frame();
        take(frame);
        wire.read(frame);
        feed.take(wire, 1, frame, 99);
        assertThat(steps).containsExactly(Step.APPLIED, Step.STALE);
        assertThat(book.read(1).orElseThrow().provenNanos()).isEqualTo(99);
        assertIsRight();
    }

    @Test
    void aCrossedBookIsGone() {
        feed.snapshot(dice.snapshot(), 1);
        var best = book.read(1).orElseThrow().quote().orElseThrow();
        take("{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":1001,\"u\":1001,\"b\":[[\"" + best.ask()
                + "\",\"1\"]],\"a\":[]}");
        assertThat(steps).containsExactly(Step.CROSSED);
        assertThat(feed.isLive()).isFalse();
        assertThat(book.read(1)).isEmpty();
    }

    @Test
    void whatIsNoSnapshotChangesNothing() {
        take(dice.frame());
        assertThatThrownBy(() -> feed.snapshot("{\"code\":-1003}", 1)).isInstanceOf(MalformedFrameException.class);
        assertThat(feed.snapshot(dice.snapshot(), 1)).isEqualTo(Answer.LIVE);
        assertIsRight();
    }

    private void take(String frame) {
        wire.read(frame);
        feed.take(wire, 1, frame, 1);
    }

    private void assertIsRight() {
        assertThat(new String(book.canonicalText().orElseThrow(), StandardCharsets.US_ASCII))
                .isEqualTo(dice.book());
    }
}
