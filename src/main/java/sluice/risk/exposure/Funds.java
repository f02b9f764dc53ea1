package sluice.risk.exposure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.Standing;
import sluice.order.Terms;
import sluice.order.position.Balance;

/**
 * What is there to pay with, in the asset that an order spends. Immutable.
 *
 * @param free as the venue last reported it; empty when it has not
 * @param reserved what our own orders take of that without the venue having said so yet
 */
public record Funds(Optional<BigDecimal> free, BigDecimal reserved) {

    public static final Funds UNKNOWN = new Funds(Optional.empty(), BigDecimal.ZERO);

    /**
     * A venue's balance of an asset less our reservations.
     *
     * <p>An order that the venue may not have yet is in no balance; one that it has may not be in this one. So the
     * reservation is the larger of what the former need and what all of them need beyond the locked amount.
     */
    public static Funds of(
            VenueId venue,
            String asset,
            Collection<Balance> balances,
            Collection<Order> orders,
            Function<Symbol, Outlay> outlays) {
        var unseen = BigDecimal.ZERO;
        var all = BigDecimal.ZERO;
        for (var order : orders) {
            if (order.isOpen()
                    && order.ids().venue().equals(venue)
                    && Outlay.asset(order.terms()).equals(asset)) {
                var need = need(order, outlays.apply(order.terms().symbol()));
                all = all.add(need);
                unseen = mayBeUnseen(order) ? unseen.add(need) : unseen;
            }
        }
        for (var balance : balances) {
            if (balance.asset().equals(asset)) {
                var reserved = unseen.max(all.subtract(balance.locked()));
                return new Funds(Optional.of(balance.free()), reserved.max(BigDecimal.ZERO));
            }
        }
        return new Funds(Optional.empty(), all);
    }

    /** What an order can still take at the worst, an amend upwards counted as granted. */
    public static BigDecimal need(Order order, Outlay outlay) {
        if (order.inFlight().isEmpty()) {
            var px = order.terms().px();
            return px.isEmpty() ? BigDecimal.ZERO : outlay.of(order.terms(), order.worstLeavesQty(), px.get());
        }
        var asked = order.inFlight().flatMap(request -> request.asked()).flatMap(Terms::px);
        var px = order.terms()
                .px()
                .or(() -> asked)
                .map(own -> asked.map(own::compareTo).orElse(0) < 0 ? asked.get() : own);
        return px.map(limit -> outlay.of(order.terms(), order.worstLeavesQty(), limit))
                .orElse(BigDecimal.ZERO);
    }

    public Optional<BigDecimal> available() {
        return free.map(amount -> amount.subtract(reserved));
    }

    private static boolean mayBeUnseen(Order order) {
        return order.standing().kind() == Standing.Kind.PENDING || order.isInDoubt();
    }
}
