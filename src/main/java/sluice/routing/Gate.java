package sluice.routing;

import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Terms;
import sluice.order.Tif;

/** Why a venue cannot take part, as a sentence; empty lets it in. */
final class Gate {

    private Gate() {}

    static Optional<String> shut(Offer offer, RouteRequest request) {
        var candidate = offer.candidate();
        if (!candidate.gates().isEmpty()) {
            return Optional.of(String.join("; ", candidate.gates()));
        }
        var status = candidate.instrument().status();
        if (status != Instrument.Status.TRADING) {
            return Optional.of("the venue says " + status);
        }
        var tif = tif(request.terms());
        if (!candidate.tifs().contains(tif)) {
            return Optional.of("takes no " + tif + " orders");
        }
        if (!offer.hasBook()) {
            return Optional.of("no book");
        }
        if (offer.cap().isZero()) {
            return Optional.of("nothing may go there: balance or bounds allow " + candidate.cap());
        }
        return request.terms().postOnly() && crosses(offer, request)
                ? Optional.of("would take liquidity there, and is post-only")
                : Optional.empty();
    }

    /** A market order goes out as immediate-or-cancel. */
    private static Tif.Kind tif(Terms terms) {
        var kind = terms.tif().kind();
        return terms.px().isPresent() || kind == Tif.Kind.FOK ? kind : Tif.Kind.IOC;
    }

    private static boolean crosses(Offer offer, RouteRequest request) {
        var side = request.terms().side();
        return offer.candidate()
                .book()
                .ladder()
                .flatMap(book -> book.quote())
                .map(quote -> side == Side.BUY ? quote.ask() : quote.bid())
                .filter(opposite -> opposite.compareTo(offer.limitPx()) * side.sign() <= 0)
                .isPresent();
    }

    /** Why that much could not be sent there by itself. */
    static Optional<String> tooSmall(Offer offer, Qty qty) {
        var bounds = offer.candidate().instrument().bounds();
        if (qty.compareTo(bounds.minQty()) < 0) {
            return Optional.of("its share of %s is below the smallest order, %s".formatted(qty, bounds.minQty()));
        }
        var notional = offer.limitPx().value().multiply(qty.value());
        return notional.compareTo(bounds.minNotional()) < 0
                ? Optional.of("its share of %s is worth less than the smallest order, %s"
                        .formatted(qty, bounds.minNotional().toPlainString()))
                : Optional.empty();
    }
}
