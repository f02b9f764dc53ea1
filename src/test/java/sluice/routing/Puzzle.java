package sluice.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sluice.market.Px;
import sluice.market.Side;
import sluice.routing.GivenVenues.Quoting;

/**
 * One random case: venues with fees, and ladders and caps of whole lots, all of the same size; solved by trying every
 * split.
 *
 * @param lot in thousandths of the base
 */
record Puzzle(Side side, int qty, int lot, List<Place> places) {

    private static final BigDecimal NEVER = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final List<String> FEES = List.of("-0.0002", "0", "0.0005", "0.001", "0.003");
    private static final List<Integer> LOTS = List.of(1, 5, 10, 100, 1000);

    /**
     * @param cap what the balance there pays for, in tenths of a lot
     * @param minNotional what an order there must be worth
     */
    record Place(List<int[]> ladder, String fee, int cap, int minNotional) {

        int room() {
            return Math.min(
                    cap / 10, ladder.stream().mapToInt(level -> level[1]).sum());
        }
    }

    static Puzzle random(Random random, boolean withMinimums) {
        var side = random.nextBoolean() ? Side.BUY : Side.SELL;
        var lot = LOTS.get(random.nextInt(LOTS.size()));
        var places = new ArrayList<Place>();
        for (var venue = 0; venue < 1 + random.nextInt(4); venue++) {
            var ladder = new ArrayList<int[]>();
            var px = 1000 + side.sign() * random.nextInt(4);
            for (var level = 0; level < 1 + random.nextInt(3); level++) {
                ladder.add(new int[] {px, 1 + random.nextInt(3)});
                px += side.sign() * (1 + random.nextInt(4));
            }
            var cap = random.nextInt(3) == 0 ? 10 + random.nextInt(50) : 1_000;
            var least = withMinimums && random.nextBoolean() ? lot * (1 + random.nextInt(3)) : 0;
            places.add(new Place(ladder, FEES.get(random.nextInt(FEES.size())), cap, least));
        }
        return new Puzzle(side, 1 + random.nextInt(8), lot, places);
    }

    RouteRequest request() {
        var candidates = new ArrayList<Candidate>();
        for (var venue = 0; venue < places.size(); venue++) {
            var place = places.get(venue);
            var levels = place.ladder.stream()
                    .map(level -> level[0] + " x " + size(level[1]))
                    .toList();
            var buying = side == Side.BUY;
            candidates.add(new Quoting("v" + venue)
                    .lot(size(1).toPlainString())
                    .taker(place.fee)
                    .cap(size(place.cap).movePointLeft(1).toPlainString())
                    .minNotional(Integer.toString(place.minNotional))
                    .book(buying ? List.of("900 x 1") : levels, buying ? levels : List.of("1100 x 1"))
                    .candidate());
        }
        var limit = side == Side.BUY ? "1100" : "900";
        var terms = GivenVenues.market(side, size(qty).toPlainString());
        return RouteRequest.of(terms, Px.of(limit), Optional.of(Px.of("1000")), candidates);
    }

    /** So many lots in the base. */
    BigDecimal size(int lots) {
        return new BigDecimal(lots).multiply(new BigDecimal(lot)).movePointLeft(3);
    }

    int lots(BigDecimal size) {
        return size.movePointRight(3).divide(new BigDecimal(lot)).intValueExact();
    }

    /** Whether so many lots may go there at the price that would be sent, the collar's. */
    boolean isAllowed(int venue, int lots) {
        var limit = side == Side.BUY ? 1100 : 900;
        var notional = size(lots).multiply(BigDecimal.valueOf(limit));
        return lots == 0 || notional.compareTo(BigDecimal.valueOf(places.get(venue).minNotional)) >= 0;
    }

    BigDecimal cost(int venue, int lots) {
        var left = lots;
        var quote = 0;
        for (var level : places.get(venue).ladder) {
            var here = Math.min(left, level[1]);
            quote += here * level[0];
            left -= here;
        }
        var fee = new BigDecimal(places.get(venue).fee).multiply(BigDecimal.valueOf(quote));
        return BigDecimal.valueOf((long) quote * side.sign()).add(fee);
    }

    /** The cheapest of all ways to spread so many lots over all venues. */
    BigDecimal best(int lots) {
        return best(0, lots);
    }

    private BigDecimal best(int venue, int lots) {
        if (venue == places.size()) {
            return lots == 0 ? BigDecimal.ZERO : NEVER;
        }
        var best = NEVER;
        for (var here = 0; here <= Math.min(lots, places.get(venue).room()); here++) {
            best = best.min(cost(venue, here).add(best(venue + 1, lots - here)));
        }
        return best;
    }

    /** What there is for it at all. */
    int fillable() {
        return Math.min(qty, places.stream().mapToInt(Place::room).sum());
    }
}
