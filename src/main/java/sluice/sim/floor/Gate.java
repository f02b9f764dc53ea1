package sluice.sim.floor;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Tif;
import sluice.sim.Listing;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Type;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;

/**
 * What a request must look like before the matching sees it: a known kind of order, on the listing's grid and bounds.
 */
record Gate(Listing listing, Px mid) {

    Optional<Denied> check(OrderRequest request) {
        return shape(request)
                .or(() -> request.px().flatMap(this::price))
                .or(() -> request.size().inQuote()
                        ? Optional.empty()
                        : lot(new Qty(request.size().amount())))
                .or(() -> notional(request));
    }

    Optional<Denied> lot(Qty qty) {
        var bounds = listing.bounds();
        var fits = qty.isPositive()
                && qty.isOn(listing.lot())
                && qty.compareTo(bounds.minQty()) >= 0
                && (bounds.maxQty().isZero() || qty.compareTo(bounds.maxQty()) <= 0);
        return fits ? Optional.empty() : filter("LOT_SIZE");
    }

    private Optional<Denied> shape(OrderRequest request) {
        if (!request.selfTrade().isKnown()) {
            return unsupported("self-trade mode " + request.selfTrade());
        }
        if (request.tif() == Tif.Kind.GTD && request.manner().until().isEmpty()) {
            return unsupported("time in force GTD without a date");
        }
        var market = request.type() == Type.MARKET;
        if (market == request.px().isPresent() || !market && request.size().inQuote()) {
            return unsupported(market ? "a price on a market order" : "a limit order without price or quantity");
        }
        return Optional.empty();
    }

    private Optional<Denied> price(Px px) {
        if (!px.isPositive() || !px.isOn(listing.tick())) {
            return filter("PRICE_FILTER");
        }
        var limits = listing.limits();
        var low = mid.value().multiply(limits.down());
        var high = mid.value().multiply(limits.up());
        var near = px.value().compareTo(low) >= 0 && px.value().compareTo(high) <= 0;
        return near ? Optional.empty() : filter("PERCENT_PRICE_BY_SIDE");
    }

    private Optional<Denied> notional(OrderRequest request) {
        var amount = request.size().amount();
        var notional = request.size().inQuote()
                ? amount
                : amount.multiply(request.px().orElse(mid).value());
        return isWithin(
                        notional,
                        listing.bounds().minNotional(),
                        listing.bounds().maxNotional())
                ? Optional.empty()
                : filter("NOTIONAL");
    }

    private static boolean isWithin(BigDecimal value, BigDecimal least, BigDecimal most) {
        return value.compareTo(least) >= 0 && (most.signum() == 0 || value.compareTo(most) <= 0);
    }

    private static Optional<Denied> filter(String name) {
        return Optional.of(new Denied(Denial.FILTER, name));
    }

    private static Optional<Denied> unsupported(String what) {
        return Optional.of(new Denied(Denial.UNSUPPORTED, what + " is not simulated"));
    }
}
