package sluice.engine.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import sluice.engine.market.Books;
import sluice.engine.market.Exposures;
import sluice.engine.turn.Turn;
import sluice.market.Instrument;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Level;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.risk.Listing;
import sluice.risk.exposure.Exposure;
import sluice.routing.Candidate;
import sluice.routing.Expected;
import sluice.venue.Manifest;

/** Where an order might go now: the places that list its symbol or another of its group, and what each has to offer. */
final class Prospects {

    private static final int DEPTH = 400;
    private static final int NEAR = 5;

    private final Turn turn;
    private final Books books;
    private final Exposures exposures;
    private final Gates gates;

    Prospects(Turn turn, Books books, Exposures exposures, Gates gates) {
        this.turn = turn;
        this.books = books;
        this.exposures = exposures;
        this.gates = gates;
    }

    /** Every place of the symbol and of its group, at the venues asked for; those of the symbol itself first. */
    List<Place> places(Symbol symbol, Instructions instructions) {
        var wanted = instructions.on().isEmpty() ? List.copyOf(turn.venues().keySet()) : instructions.on();
        var places = new ArrayList<Place>();
        for (var member : books.group(symbol)) {
            for (var venue : wanted) {
                if (turn.venues().containsKey(venue)
                        && turn.venue(venue).instrument(member).isPresent()) {
                    places.add(member.equals(symbol) ? 0 : places.size(), new Place(venue, member));
                }
            }
        }
        return places;
    }

    Listing listing(Place place) {
        var state = turn.venue(place.venue());
        var can = state.manifest().orders();
        var instrument = state.instrument(place.symbol()).orElseThrow();
        return new Listing(
                instrument,
                can.tifs(),
                can.postOnly(),
                can.reduceOnly(),
                maxOpenOrders(instrument, state.manifest()),
                state.outlay(place.symbol()));
    }

    /** The instrument's own bound, or else the one that the venue documents for all. */
    private static OptionalInt maxOpenOrders(Instrument instrument, Manifest manifest) {
        var own = instrument.bounds().maxOpenOrders();
        var documented = manifest.answers().openList().atMost();
        return own.isPresent() || documented.isEmpty() ? own : OptionalInt.of(documented.get());
    }

    /** Few levels are read where they are enough: most orders never get beyond them. */
    List<Prospect> of(List<Place> places, Terms terms, Optional<String> tag, Px limit, Map<VenueId, String> barred) {
        var near = places.stream()
                .map(place -> prospect(place, terms, tag, limit, barred))
                .toList();
        return near.stream().anyMatch(each -> mayGoDeeper(each.candidate(), terms, limit))
                ? near.stream().map(this::deepened).toList()
                : near;
    }

    private Prospect prospect(Place place, Terms terms, Optional<String> tag, Px limit, Map<VenueId, String> barred) {
        var exposure = exposures.of(place.venue(), terms.of(place.symbol()), tag);
        var why = new ArrayList<>(gates.unready(place));
        var isReady = why.isEmpty();
        Optional.ofNullable(barred.get(place.venue())).ifPresent(why::add);
        books.apart(place.symbol(), terms.symbol()).ifPresent(why::add);
        if (isReady) {
            why.addAll(gates.shut(place, terms, exposure));
        }
        var conversion = books.conversion(place.symbol(), terms.symbol()).orElse(BigDecimal.ONE);
        var listing = listing(place);
        var funded = funded(listing, terms, limit.value().divide(conversion, MathContext.DECIMAL64), exposure);
        var book = new Candidate.Book(books.ladder(place.venue(), place.symbol(), NEAR), conversion);
        var candidate =
                new Candidate(listing.instrument(), book, fees(place), listing.tifs(), funded, Expected.NOTHING, why);
        return new Prospect(place, exposure, candidate, isReady);
    }

    /** What the balance there pays for at the worst price; what is not known is left for risk to refuse. */
    private static Qty funded(Listing listing, Terms terms, BigDecimal limit, Exposure exposure) {
        var there = terms.of(listing.instrument().symbol());
        var reducible = exposure.positions().reducible(terms.side());
        if (terms.reduceOnly()) {
            return reducible.min(terms.orderQty());
        }
        var free = there.symbol().isPerpetual() ? reducible : Qty.ZERO;
        return exposure.funds()
                .available()
                .map(money ->
                        listing.outlay().affordable(there, money, new Px(limit)).plus(free))
                .orElse(terms.orderQty());
    }

    private Candidate.Fees fees(Place place) {
        return turn.venue(place.venue())
                .fees(place.symbol())
                .map(known -> new Candidate.Fees(known.maker(), known.taker()))
                .orElse(new Candidate.Fees(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private Prospect deepened(Prospect prospect) {
        var place = prospect.place();
        var book = prospect.candidate().book();
        var deeper = new Candidate.Book(books.ladder(place.venue(), place.symbol(), DEPTH), book.conversion());
        return prospect.with(prospect.candidate().with(deeper));
    }

    private static boolean mayGoDeeper(Candidate candidate, Terms terms, Px limit) {
        var levels = candidate
                .book()
                .ladder()
                .map(book -> terms.side() == Side.BUY ? book.asks() : book.bids())
                .orElse(List.of());
        if (levels.size() < NEAR || isBeyond(levels.get(NEAR - 1).px(), candidate, terms, limit)) {
            return false;
        }
        return levels.stream().map(Level::qty).reduce(Qty.ZERO, Qty::plus).compareTo(terms.orderQty()) < 0;
    }

    private static boolean isBeyond(Px px, Candidate candidate, Terms terms, Px limit) {
        var here = px.value().multiply(candidate.book().conversion());
        return here.compareTo(limit.value()) * terms.side().sign() > 0;
    }
}
