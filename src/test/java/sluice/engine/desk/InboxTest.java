package sluice.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.engine.turn.Input;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.venue.VenueEvent;

class InboxTest {

    private static final VenueId ALPHA = new VenueId("alpha");
    private static final VenueId BETA = new VenueId("beta");
    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final Symbol ETH = Symbol.of("ETH-USDT");
    private static final Stamp NOW = new Stamp(Instant.EPOCH, 0);

    private final Inbox inbox = new Inbox();

    private static VenueEvent printed(VenueId venue, Symbol symbol, int px) {
        var trade = new Trade(venue, symbol, Side.BUY, Px.of(Integer.toString(px)), Qty.of("1"), Instant.EPOCH);
        return new VenueEvent.Printed(trade, NOW);
    }

    private static VenueEvent marked(Symbol symbol, int px) {
        return new VenueEvent.Marked(ALPHA, symbol, Px.of(Integer.toString(px)), BigDecimal.ZERO, Instant.EPOCH, NOW);
    }

    private static VenueEvent balances(VenueId venue) {
        return new VenueEvent.BalancesChanged(venue, List.of(), NOW);
    }

    private List<VenueEvent> taken() throws InterruptedException {
        return inbox.take(OptionalLong.of(0)).stream()
                .map(input -> ((Input.News) input).event())
                .toList();
    }

    @Test
    void ofPrintsAndMarksOnlyTheLatestOfEachMarketIsKept() throws InterruptedException {
        IntStream.rangeClosed(1, 1_000).forEach(px -> {
            inbox.put(printed(ALPHA, BTC, px));
            inbox.put(printed(BETA, BTC, -px));
            inbox.put(printed(ALPHA, ETH, 2 * px));
            inbox.put(marked(BTC, 3 * px));
        });
        assertThat(taken())
                .containsExactlyInAnyOrder(
                        printed(ALPHA, BTC, 1_000),
                        printed(BETA, BTC, -1_000),
                        printed(ALPHA, ETH, 2_000),
                        marked(BTC, 3_000));
        assertThat(taken()).isEmpty();
    }

    @Test
    void theyNeitherCountAsWaitingNorWakeTheDesk() throws InterruptedException {
        inbox.put(printed(ALPHA, BTC, 1));
        assertThat(inbox.depth()).isZero();
        assertThat(taken()).hasSize(1);
        assertThat(inbox.wasQuiet()).isTrue();
    }

    @Test
    void theyAreThereBeforeWhateverComesNext() throws InterruptedException {
        inbox.put(balances(ALPHA));
        inbox.put(printed(ALPHA, BTC, 1));
        assertThat(taken()).containsExactly(printed(ALPHA, BTC, 1), balances(ALPHA));
        assertThat(inbox.wasQuiet()).isFalse();
    }

    @Test
    void nothingElseIsDroppedOrChangesPlaces() throws InterruptedException {
        IntStream.range(0, 3_000).forEach(i -> inbox.put(balances(new VenueId("v" + i))));
        assertThat(inbox.depth()).isEqualTo(3_000);
        for (int next = 0; next < 3_000; ) {
            for (var event : taken()) {
                assertThat(event.venue()).isEqualTo(new VenueId("v" + next++));
            }
        }
        assertThat(inbox.depth()).isZero();
    }

    @Test
    void nothingThatComesWhileTheDeskFallsAsleepIsMissed() throws Exception {
        var handedOver = new Semaphore(1);
        var desk = CompletableFuture.runAsync(() -> takeOneByOne(20_000, handedOver));
        for (int i = 0; i < 20_000; i++) {
            assertThat(handedOver.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            inbox.put(balances(ALPHA));
        }
        desk.get(10, TimeUnit.SECONDS);
        assertThat(inbox.depth()).isZero();
    }

    private void takeOneByOne(int inputs, Semaphore handedOver) {
        try {
            for (int taken = 0; taken < inputs; ) {
                var batch = inbox.take(OptionalLong.empty());
                taken += batch.size();
                handedOver.release(batch.size());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverInterruptsTheDeskWakesIt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> inbox.take(OptionalLong.empty())).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatIsLeftAtTheEndIsGivenWhole() {
        IntStream.range(0, 3_000).forEach(i -> inbox.put(new Input.Nudged()));
        assertThat(inbox.drain()).hasSize(3_000);
    }
}
