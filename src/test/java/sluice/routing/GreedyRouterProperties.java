package sluice.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import sluice.market.Px;
import sluice.market.Side;
import sluice.routing.GivenVenues.Quoting;

class GreedyRouterProperties {

    /** One random case: venues with ladders of whole units, all on the same lot. */
    private record Puzzle(Side side, int qty, List<List<int[]>> ladders, List<String> fees) {

        static Puzzle random(Random random) {
            var side = random.nextBoolean() ? Side.BUY : Side.SELL;
            var ladders = new ArrayList<List<int[]>>();
            var fees = new ArrayList<String>();
            for (var venue = 0; venue < 1 + random.nextInt(4); venue++) {
                var ladder = new ArrayList<int[]>();
                var px = 1000 + side.sign() * random.nextInt(4);
                for (var level = 0; level < 1 + random.nextInt(3); level++) {
                    ladder.add(new int[] {px, 1 + random.nextInt(3)});
                    px += side.sign() * (1 + random.nextInt(4));
                }
                ladders.add(ladder);
                fees.add(List.of("-0.0002", "0", "0.0005", "0.001", "0.003").get(random.nextInt(5)));
            }
            return new Puzzle(side, 1 + random.nextInt(8), ladders, fees);
        }

        RouteRequest request() {
            var candidates = new ArrayList<Candidate>();
            for (var venue = 0; venue < ladders.size(); venue++) {
                var levels = ladders.get(venue).stream()
                        .map(level -> level[0] + " x " + level[1])
                        .toList();
                var buying = side == Side.BUY;
                candidates.add(new Quoting("v" + venue)
                        .lot("1")
                        .taker(fees.get(venue))
                        .book(buying ? List.of("900 x 1") : levels, buying ? levels : List.of("1100 x 1"))
                        .candidate());
            }
            var limit = side == Side.BUY ? "5000" : "1";
            var terms = GivenVenues.market(side, Integer.toString(qty));
            return RouteRequest.of(terms, Px.of(limit), Optional.of(Px.of("1000")), candidates);
        }

        BigDecimal cost(int venue, int units) {
            var left = units;
            var quote = 0;
            for (var level : ladders.get(venue)) {
                var here = Math.min(left, level[1]);
                quote += here * level[0];
                left -= here;
            }
            var paid = BigDecimal.valueOf((long) quote * side.sign());
            return paid.add(new BigDecimal(fees.get(venue)).multiply(BigDecimal.valueOf(quote)));
        }

        int depth(int venue) {
            return ladders.get(venue).stream().mapToInt(level -> level[1]).sum();
        }

        /** The cheapest of all ways to spread the units over the venues from this one on. */
        BigDecimal best(int venue, int units) {
            if (venue == ladders.size() - 1) {
                return units <= depth(venue) ? cost(venue, units) : BigDecimal.valueOf(Long.MAX_VALUE);
            }
            var best = BigDecimal.valueOf(Long.MAX_VALUE);
            for (var here = 0; here <= Math.min(units, depth(venue)); here++) {
                best = best.min(cost(venue, here).add(best(venue + 1, units - here)));
            }
            return best;
        }

        int allDepth() {
            var sum = 0;
            for (var venue = 0; venue < ladders.size(); venue++) {
                sum += depth(venue);
            }
            return sum;
        }
    }

    @Property(tries = 10_000)
    void theSplitCostsWhatTheBestOfAllSplitsCosts(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed));
        var plan = new GreedyRouter().route(puzzle.request());
        var fillable = Math.min(puzzle.qty(), puzzle.allDepth());
        var cost = BigDecimal.ZERO;
        for (var leg : plan.legs()) {
            var venue = Integer.parseInt(leg.venue().name().substring(1));
            cost = cost.add(puzzle.cost(venue, leg.qty().value().intValueExact()));
        }
        assertThat(plan.routedQty().value()).isEqualByComparingTo(BigDecimal.valueOf(fillable));
        assertThat(cost).isEqualByComparingTo(puzzle.best(0, fillable));
        assertThat(plan.exact()).isTrue();
    }

    @Property(tries = 500)
    void everyVenueIsEitherUsedOrLeftOutWithAReason(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed));
        var plan = new GreedyRouter().route(puzzle.request());
        assertThat(plan.legs().size() + plan.leftOut().size())
                .isEqualTo(puzzle.ladders().size());
        assertThat(plan.rest().isPresent()).isEqualTo(puzzle.qty() > puzzle.allDepth());
    }

    @Property(tries = 500)
    void noVenueGetsMoreThanStandsOnItsBookInsideTheLimit(@ForAll long seed) {
        var puzzle = Puzzle.random(new Random(seed));
        for (var leg : new GreedyRouter().route(puzzle.request()).legs()) {
            assertThat(leg.take().depth()).isGreaterThanOrEqualTo(leg.qty());
        }
    }
}
