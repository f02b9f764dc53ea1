package sluice.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GreedyRouterProperties {

    private static int venue(RoutePlan.Leg leg) {
        return Integer.parseInt(leg.venue().name().substring(1));
    }

    private static BigDecimal cost(Puzzle puzzle, RoutePlan plan) {
        return plan.legs().stream()
                .map(leg -> puzzle.cost(venue(leg), puzzle.lots(leg.qty().value())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 10_000)
    void theSplitCostsWhatTheBestOfAllSplitsCosts(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed), false);
        var plan = new GreedyRouter().route(puzzle.request());
        assertThat(plan.routedQty().value()).isEqualByComparingTo(puzzle.size(puzzle.fillable()));
        assertThat(cost(puzzle, plan)).isEqualByComparingTo(puzzle.best(puzzle.fillable()));
        assertThat(plan.exact()).isTrue();
    }

    @Property(tries = 10_000)
    void withMinimumsEveryShareIsLargeEnoughAndAPlanThatSaysItIsTheBestIs(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed), true);
        var plan = new GreedyRouter().route(puzzle.request());
        var lots = puzzle.lots(plan.routedQty().value());
        assertThat(plan.legs())
                .allMatch(leg ->
                        puzzle.isAllowed(venue(leg), puzzle.lots(leg.qty().value())));
        assertThat(lots).isLessThanOrEqualTo(puzzle.fillable());
        if (plan.exact()) {
            assertThat(lots).isEqualTo(puzzle.fillable());
            assertThat(cost(puzzle, plan)).isEqualByComparingTo(puzzle.best(lots));
        } else {
            assertThat(plan.leftOut()).anyMatch(left -> left.reason().contains("the smallest order"));
        }
    }

    @Property(tries = 500)
    void everyVenueIsEitherUsedOrLeftOutWithAReason(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed), false);
        var plan = new GreedyRouter().route(puzzle.request());
        assertThat(plan.legs().size() + plan.leftOut().size())
                .isEqualTo(puzzle.places().size());
        assertThat(plan.rest().isPresent()).isEqualTo(puzzle.qty() > puzzle.fillable());
    }

    @Property(tries = 500)
    void noVenueGetsMoreThanStandsOnItsBookInsideTheLimitOrItsBalancePaysFor(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed), true);
        for (var leg : new GreedyRouter().route(puzzle.request()).legs()) {
            assertThat(leg.take().depth()).isGreaterThanOrEqualTo(leg.qty());
            assertThat(puzzle.lots(leg.qty().value()))
                    .isLessThanOrEqualTo(puzzle.places().get(venue(leg)).room());
        }
    }

    @Property(tries = 2_000)
    void aPlanIsThinWhereLessThanFourFifthsCanBeHad(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed), true);
        var plan = new GreedyRouter().route(puzzle.request());
        var enough = plan.routedQty()
                        .value()
                        .multiply(BigDecimal.TEN)
                        .compareTo(puzzle.size(puzzle.qty()).multiply(BigDecimal.valueOf(8)))
                >= 0;
        assertThat(plan.isThin()).isEqualTo(!enough && !plan.legs().isEmpty());
    }
}
