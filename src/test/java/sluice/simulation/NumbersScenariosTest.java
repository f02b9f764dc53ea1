package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.sim.SimOrder;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.server.counter.Counter;

/** What a number means at each venue, and what a slow venue makes of time, through the venues' own wires. */
class NumbersScenariosTest {

    private static final Origin TRADER = new Origin("ada", "prompt", "test", Optional.empty());

    private static Terms market(String qty) {
        return new Terms(Scene.BTC, Side.BUY, Qty.of(qty), Optional.empty(), Tif.IOC, false, false);
    }

    private static Scene bought(Cast cast, String qty) {
        var scene = new Scene(cast);
        var place =
                new Command.Place(market(qty), Optional.empty(), Instructions.NONE, TRADER, Command.Until.ACKNOWLEDGED);
        var answer = scene.ask(place);
        scene.until(() -> answer.isDone() && scene.parent().state() == OrderState.FILLED, 20);
        return scene;
    }

    @Nested
    class Units {

        /** Bybit and Coinbase count a market order in the quote unless they are told otherwise. */
        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void aMarketBuyPreviewsAndFillsInBaseUnits(Cast cast) {
            var scene = bought(cast, "0.12");
            var preview = scene.ask(new Command.Preview(market("0.12"), Optional.empty(), Instructions.NONE));
            scene.until(preview::isDone, 10);

            assertThat(((Answer.Previewed) preview.join()).plan().legs())
                    .singleElement()
                    .satisfies(leg -> assertThat(leg.qty()).isEqualTo(Qty.of("0.12")));
            assertThat(scene.theirs()).singleElement().satisfies(order -> {
                assertThat(order.cumQty()).isEqualTo(Qty.of("0.12"));
                assertThat(order.leavesQty().isZero()).isTrue();
            });
            assertThat(scene.view().orders().fills().stream()
                            .map(fill -> fill.execution().lastQty().value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("0.12");
        }
    }

    @Nested
    class Grids {

        @Test
        void whatIsSplitOverVenuesAddsUpToWhatWasAskedForAndEachShareIsOnItsGrid() {
            var scene = bought(Cast.ALL, "0.98761");

            assertThat(scene.parent().children().stream()
                            .map(child -> child.cumQty().value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo("0.98761");
            for (var venue : Cast.ALL.venues()) {
                assertThat(scene.venue(venue).exchange().orders(Counter.DESK))
                        .extracting(SimOrder::state)
                        .doesNotContain(OrderState.REJECTED);
            }
        }
    }

    @Nested
    class Latency {

        @ParameterizedTest
        @EnumSource(names = {"BINANCE", "BYBIT", "COINBASE"})
        void anAnswerAfterSixSecondsBringsNoSecondOrder(Cast cast) {
            var scene = new Scene(cast);
            scene.fault(Fault.once(FaultKind.DELAY).on("place").with("ms", 6_000));
            scene.buy("0.1", 300);
            scene.pass(Duration.ofSeconds(40));
            scene.until(
                    () -> scene.order().inFlight().isEmpty() && !scene.order().isInDoubt(), 120);

            assertThat(scene.theirs()).hasSize(1);
            assertThat(scene.theirs().get(0).isOpen()).isEqualTo(scene.order().isOpen());
            assertThat(scene.parent().children()).extracting(Order::ids).hasSize(1);
        }
    }
}
