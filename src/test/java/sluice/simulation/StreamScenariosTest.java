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
import sluice.order.OrderState;
import sluice.order.Reason;

/** Failures of the private stream that must never come back, one class each, at every venue through its own wire. */
class StreamScenariosTest {

    @Nested
    class SilentUserStream {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void isNoticedByAskingToldOnceAndSubscribedToAnew(Cast cast) {
            var scene = Scene.resting(cast);
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
            var scene = Scene.resting(cast);
            scene.buy("0.1", 310);
            scene.pass(Duration.ofSeconds(2));
            var first = scene.theirs().get(0);
            var second = scene.theirs().get(1);
            scene.outage();
            scene.cutPrivate();
            scene.until(() -> !scene.unready().equals("{}"), 60);
            scene.fills(first, "0.1");
            scene.cancelledThere(second);
            var refused = whenDone(scene, scene.buy("0.1", 320));
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

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void letsNoAmendThroughThatCouldMakeANewOrder(Cast cast) {
            var scene = Scene.resting(cast);
            scene.outage();
            scene.cutPrivate();
            scene.until(() -> !scene.unready().equals("{}"), 60);
            var refused = whenDone(scene, scene.amend(Optional.of(Qty.of("0.2")), Optional.empty()));

            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            answer -> assertThat(answer.code()).isEqualTo("NOT_READY"));
        }

        private Answer whenDone(Scene scene, CompletableFuture<Answer> answer) {
            scene.until(answer::isDone, 10);
            return answer.join();
        }
    }
}
