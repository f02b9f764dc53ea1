package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.engine.Answer;
import sluice.market.Qty;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Failures that must never come back, one class each, at every venue through its own wire. */
class OrderScenariosTest {

    private static final Qty ONE = Qty.of("0.1");

    /** The reply to the next order is lost, and the stream does not tell of it. */
    private static Scene lostReply(Cast cast) {
        var scene = new Scene(cast);
        scene.privateStreamTellsNothing();
        scene.fault(Fault.once(FaultKind.REPLY_LOST).on("place"));
        scene.buy("0.1", 300);
        return scene;
    }

    private static Scene resting(Cast cast) {
        var scene = new Scene(cast);
        scene.buy("0.1", 300);
        scene.until(
                () -> scene.order().state() == OrderState.SUBMITTED
                        && scene.order().inFlight().isEmpty(),
                10);
        return scene;
    }

    private static Answer given(CompletableFuture<Answer> answer) {
        return answer.getNow(null);
    }

    @Nested
    class TimeoutButPlaced {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void isInDoubtAndCountsAndIsFoundByAProbe(Cast cast) {
            var scene = lostReply(cast);
            scene.until(() -> scene.order().isInDoubt(), 10);
            assertThat(scene.parent().openQty()).isEqualTo(ONE);
            scene.until(() -> scene.order().state() == OrderState.SUBMITTED, 30);

            assertThat(scene.order().isInDoubt()).isFalse();
            assertThat(scene.theirs()).hasSize(1);
        }
    }

    @Nested
    class NetworkErrorIsNotNotFound {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void sixRestingOrdersOutliveMinutesWithoutTheVenue(Cast cast) {
            var scene = new Scene(cast);
            for (int i = 0; i < 6; i++) {
                scene.buy("0.1", 300 + i);
                scene.pass(Duration.ofSeconds(1));
            }
            scene.privateStreamTellsNothing();
            scene.outage();
            var half = Duration.ofMinutes(cast == Cast.BINANCE ? 5 : 1);
            scene.pass(half);
            scene.fills(scene.theirs().get(0), "0.04");
            scene.pass(half);
            assertThat(scene.view().orders().working())
                    .hasSize(6)
                    .allMatch(parent -> parent.children().stream().allMatch(Order::isOpen));
            scene.heal();
            scene.until(() -> scene.view().orders().fills().size() == 1, 120);
            scene.pass(Duration.ofSeconds(20));

            assertThat(scene.view().orders().fills()).hasSize(1);
            assertThat(scene.view().orders().working())
                    .hasSize(6)
                    .allMatch(parent ->
                            !parent.isInDoubt() && parent.children().get(0).isOpen());
            assertThat(scene.theirs()).hasSize(6);
        }
    }

    @Nested
    class ReadAfterWriteLag {

        private Scene lagging(Cast cast, Duration lag) {
            var scene = new Scene(cast);
            scene.privateStreamTellsNothing();
            scene.fault(Fault.once(FaultKind.READ_LAG).on("place").with("ms", lag.toMillis()));
            scene.fault(Fault.once(FaultKind.REPLY_LOST).on("place"));
            scene.buy("0.1", 300);
            return scene;
        }

        /** The stream may show the order, or a cancel sent ahead find it, where queries do not see it yet. */
        private void isInDoubtOrEndedByTheVenuesWord(Scene scene) {
            if (scene.order().isOpen()) {
                assertThat(scene.order().isInDoubt())
                        .isNotEqualTo(scene.order().orderId().isPresent());
                assertThat(scene.parent().openQty()).isEqualTo(ONE);
            } else {
                assertThat(scene.order().standing().closure().orElseThrow().reason())
                        .isNotEqualTo(Reason.NEVER_ACCEPTED);
                assertThat(scene.theirsOpen()).isEmpty();
            }
        }

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void ofThirtySecondsLeavesTheOrderInDoubtUntilItIsSeen(Cast cast) {
            var scene = lagging(cast, Duration.ofSeconds(30));
            scene.pass(Duration.ofSeconds(28));
            isInDoubtOrEndedByTheVenuesWord(scene);
            scene.until(() -> !scene.order().isInDoubt(), 60);

            assertThat(scene.theirs()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void ofThreeMinutesNeverBringsASecondOrderAndTheTruthWinsWhenItIsSeen(Cast cast) {
            var scene = lagging(cast, Duration.ofMinutes(3));
            scene.pass(Duration.ofSeconds(29));
            isInDoubtOrEndedByTheVenuesWord(scene);
            scene.heal();
            scene.pass(Duration.ofMinutes(4));

            assertThat(scene.theirs()).hasSize(1);
            assertThat(scene.order().isInDoubt()).isFalse();
            assertThat(scene.theirsOpen()).hasSize(scene.order().isOpen() ? 1 : 0);
            assertThat(scene.order().cumQty()).isEqualTo(Qty.ZERO);
        }
    }

    @Nested
    class OnlyClientIdKnown {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void findsTheOrderAfterARestartTooAndNeverCallsItRejected(Cast cast) {
            var scene = lostReply(cast);
            scene.pass(Duration.ofMillis(30));
            scene.restart();
            scene.until(() -> scene.order().orderId().isPresent(), 60);

            assertThat(scene.order().state()).isEqualTo(OrderState.SUBMITTED);
            assertThat(scene.theirs()).hasSize(1);
        }
    }

    @Nested
    class CancelFillRace {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void endsFilledWithoutAnotherOrder(Cast cast) {
            var scene = resting(cast);
            scene.privateStreamTellsNothing();
            scene.fills(scene.theirLast(), "0.1");
            scene.cancel();
            scene.until(() -> scene.order().state() == OrderState.FILLED, 60);
            scene.pass(Duration.ofSeconds(10));

            assertThat(scene.order().cumQty()).isEqualTo(ONE);
            assertThat(scene.view().orders().fills()).hasSize(1);
            assertThat(scene.theirs()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void keepsWhatFilledBeforeTheCancel(Cast cast) {
            var scene = resting(cast);
            scene.privateStreamTellsNothing();
            scene.fills(scene.theirLast(), "0.04");
            scene.cancel();
            scene.until(() -> scene.order().state() == OrderState.CANCELLED, 60);
            scene.heal();
            scene.pass(Duration.ofSeconds(5));

            assertThat(scene.order().cumQty()).isEqualTo(Qty.of("0.04"));
            assertThat(scene.parent().openQty()).isEqualTo(Qty.ZERO);
            assertThat(scene.theirs()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void isSettledThoughTheCancelsReplyIsLost(Cast cast) {
            var scene = resting(cast);
            scene.privateStreamTellsNothing();
            scene.fault(Fault.once(FaultKind.REPLY_LOST).on("cancel"));
            scene.cancel();
            scene.until(() -> !scene.order().isOpen(), 60);

            assertThat(scene.order().state()).isEqualTo(OrderState.CANCELLED);
            assertThat(scene.theirsOpen()).isEmpty();
        }
    }

    @Nested
    class CancelReplaceGap {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void neverHasTwoLiveThoughEveryReplyIsLost(Cast cast) {
            var scene = resting(cast);
            scene.privateStreamTellsNothing();
            for (int i = 1; i <= 5; i++) {
                scene.pass(Duration.ofSeconds(3));
                scene.fault(Fault.once(FaultKind.REPLY_LOST).on("amend"));
                var px = scene.below(300 + 10 * i);
                scene.amend(Optional.empty(), Optional.of(px));
                scene.until(
                        () -> scene.order().terms().px().equals(Optional.of(px))
                                && scene.order().inFlight().isEmpty()
                                && !scene.order().isInDoubt(),
                        120);
            }

            assertThat(scene.mostLive()).isEqualTo(1);
            assertThat(scene.theirsOpen())
                    .singleElement()
                    .matches(order -> order.leavesQty().equals(ONE));
        }

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void worksNoMoreThanWhatIsLeftAfterAFillInBetween(Cast cast) {
            var scene = resting(cast);
            scene.privateStreamTellsNothing();
            scene.fills(scene.theirLast(), "0.04");
            scene.amend(Optional.empty(), Optional.of(scene.below(320)));
            scene.until(() -> !scene.order().cumQty().isZero(), 90);
            scene.until(
                    () -> scene.order().inFlight().isEmpty() && !scene.order().isInDoubt(), 30);

            assertThat(scene.mostLive()).isEqualTo(1);
            assertThat(scene.order().cumQty()).isEqualTo(Qty.of("0.04"));
            assertThat(scene.theirsOpen())
                    .singleElement()
                    .matches(order -> order.leavesQty().equals(Qty.of("0.06")));
        }
    }

    @Nested
    class SilentUserStream {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void isNoticedByAskingToldOnceAndSubscribedToAnew(Cast cast) {
            var scene = resting(cast);
            scene.privateStreamTellsNothing();
            scene.fills(scene.theirLast(), "0.04");
            scene.until(() -> !scene.order().cumQty().isZero(), 75);
            scene.heal();
            scene.until(() -> scene.unready().equals("{}"), 60);
            scene.fills(scene.theirLast(), "0.01");
            scene.pass(Duration.ofSeconds(2));

            assertThat(scene.order().cumQty()).isEqualTo(Qty.of("0.05"));
            assertThat(scene.alerts()).filteredOn("STREAM_MISSED"::equals).hasSize(cast == Cast.COINBASE ? 0 : 1);
        }
    }

    @Nested
    class ReconnectGap {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void admitsNothingNewUntilWhatHappenedIsBooked(Cast cast) {
            var scene = resting(cast);
            scene.buy("0.1", 310);
            scene.pass(Duration.ofSeconds(2));
            var first = scene.theirs().get(0);
            var second = scene.theirs().get(1);
            scene.outage();
            scene.cutPrivate();
            scene.until(() -> !scene.unready().equals("{}"), 60);
            scene.fills(first, "0.1");
            scene.cancelledThere(second);
            var refused = given(whenDone(scene, scene.buy("0.1", 320)));
            scene.heal();
            scene.until(() -> scene.unready().equals("{}"), 120);

            assertThat(refused).isInstanceOf(Answer.Refused.class);
            assertThat(scene.view().orders().parents())
                    .extracting(parent -> parent.children().get(0).state())
                    .containsExactly(OrderState.FILLED, OrderState.CANCELLED);
            assertThat(scene.theirs()).hasSize(2);
            assertThat(scene.order().standing().closure().orElseThrow().reason())
                    .isNotEqualTo(Reason.NEVER_ACCEPTED);
        }

        private CompletableFuture<Answer> whenDone(Scene scene, CompletableFuture<Answer> answer) {
            scene.until(answer::isDone, 10);
            return answer;
        }
    }
}
