package sluice.routing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Instrument;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.book.Ladder;
import sluice.order.Tif;

/**
 * A place that an order might go to. Immutable.
 *
 * @param cap the most that may go there: balance, position room, the order's own bounds
 * @param expected costs beside price and fee that are expected there
 * @param gates why nothing may go there at all; empty lets it in
 */
public record Candidate(
        Instrument instrument,
        Book book,
        Fees fees,
        Set<Tif.Kind> tifs,
        Qty cap,
        Expected expected,
        List<String> gates) {

    /** Our rates there as fractions of notional; negative is a rebate. */
    public record Fees(BigDecimal maker, BigDecimal taker) {}

    /**
     * What stands there, as far as it can be relied on.
     *
     * @param ladder in the venue's own quote; empty while there is no book
     * @param conversion what one unit of that quote is worth in the request's; 1 where they are the same
     */
    public record Book(Optional<Ladder> ladder, BigDecimal conversion) {

        public static Book of(Optional<Ladder> ladder) {
            return new Book(ladder, BigDecimal.ONE);
        }

        public boolean isConverted() {
            return conversion.compareTo(BigDecimal.ONE) != 0;
        }

        /** A price of the request's quote in the venue's own. */
        public Optional<Px> own(Optional<Px> px) {
            return isConverted()
                    ? px.map(whole -> new Px(whole.value().divide(conversion, MathContext.DECIMAL64)))
                    : px;
        }
    }

    public Candidate {
        tifs = Set.copyOf(tifs);
        gates = List.copyOf(gates);
    }

    /** The same with another look at the book. */
    public Candidate with(Book look) {
        return new Candidate(instrument, look, fees, tifs, cap, expected, gates);
    }

    /** The same, shut for another reason. */
    public Candidate shut(String why) {
        var more = new ArrayList<>(gates);
        more.add(why);
        return new Candidate(instrument, book, fees, tifs, cap, expected, more);
    }

    public Place place() {
        return new Place(instrument.venue(), instrument.symbol());
    }
}
