package sluice.routing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.order.Terms;
import sluice.order.Tif;

/** Venues to route to, told as a trader would, and an order for them. */
final class GivenVenues {

    static final Symbol SYMBOL = Symbol.of("BTC-USDT");

    private final List<Candidate> candidates = new ArrayList<>();

    static GivenVenues given() {
        return new GivenVenues();
    }

    /** Levels as {@code "100 x 2"}, best first; the bid stands at 99. */
    GivenVenues asking(String venue, String taker, String... asks) {
        return with(new Quoting(venue).taker(taker).book(List.of("99 x 100"), List.of(asks)));
    }

    GivenVenues bidding(String venue, String taker, String... bids) {
        return with(new Quoting(venue).taker(taker).book(List.of(bids), List.of("101 x 100")));
    }

    GivenVenues with(Quoting quoting) {
        candidates.add(quoting.candidate());
        return this;
    }

    RoutePlan buying(String qty, String limit) {
        return route(market(Side.BUY, qty), limit);
    }

    RoutePlan selling(String qty, String limit) {
        return route(market(Side.SELL, qty), limit);
    }

    RoutePlan route(Terms terms, String limit) {
        var request = RouteRequest.of(terms, Px.of(limit), Optional.of(Px.of("99.5")), candidates);
        return new GreedyRouter().route(request);
    }

    static Terms market(Side side, String qty) {
        return new Terms(SYMBOL, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, false);
    }

    static Terms limit(Side side, String qty, String px, Tif tif) {
        return Terms.limit(SYMBOL, side, Qty.of(qty), Px.of(px), tif);
    }

    /** One venue, roomy in whatever is not said. */
    static final class Quoting {

        private final String venue;
        private Candidate.Fees fees = new Candidate.Fees(BigDecimal.ZERO, BigDecimal.ZERO);
        private Optional<Ladder> ladder = Optional.empty();
        private String lot = "0.1";
        private String minNotional = "0";
        private String cap = "1000000";
        private Expected expected = Expected.NOTHING;
        private List<String> gates = List.of();
        private Set<Tif.Kind> tifs = Set.of(Tif.Kind.values());

        Quoting(String venue) {
            this.venue = venue;
        }

        Quoting taker(String taker) {
            fees = new Candidate.Fees(fees.maker(), new BigDecimal(taker));
            return this;
        }

        Quoting maker(String maker) {
            fees = new Candidate.Fees(new BigDecimal(maker), fees.taker());
            return this;
        }

        Quoting book(List<String> bids, List<String> asks) {
            ladder = Optional.of(new Ladder(levels(bids), levels(asks), 1, 0));
            return this;
        }

        Quoting lot(String step) {
            lot = step;
            return this;
        }

        Quoting minNotional(String least) {
            minNotional = least;
            return this;
        }

        Quoting cap(String most) {
            cap = most;
            return this;
        }

        Quoting expecting(String name, String bps) {
            expected = Expected.ofEveryUnit(List.of(new CostTerm(name, new BigDecimal(bps))));
            return this;
        }

        Quoting shut(String why) {
            gates = List.of(why);
            return this;
        }

        Quoting onlyTakes(Tif.Kind... kinds) {
            tifs = Set.of(kinds);
            return this;
        }

        Candidate candidate() {
            var instrument = new Instrument(
                    new VenueId(venue),
                    SYMBOL,
                    "BTCUSDT",
                    Instrument.Grid.of("0.01", lot),
                    Instrument.Bounds.of("0", "0", minNotional, "0"),
                    BigDecimal.ONE,
                    Instrument.Status.TRADING);
            return new Candidate(instrument, Candidate.Book.of(ladder), fees, tifs, Qty.of(cap), expected, gates);
        }

        private static List<Level> levels(List<String> texts) {
            return texts.stream()
                    .map(text -> Arrays.asList(text.split(" x ")))
                    .map(parts -> new Level(Px.of(parts.get(0)), Qty.of(parts.get(1))))
                    .toList();
        }
    }
}
