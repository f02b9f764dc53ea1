package sluice.engine.view;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.order.position.Position;
import sluice.venue.VenuePosition;

/**
 * What our accounts hold of each symbol by everything that is booked. Immutable.
 *
 * <ol>
 *   <li>Others' executions on an account move what it holds as ours do.
 *   <li>So do approved corrections, and of a perpetual also what was there at first.
 *   <li>Where reconciliation has confirmed that a perpetual's position is another, it is what the venue says.
 * </ol>
 *
 * @param own by our fills
 * @param there what a venue last said of a perpetual's position
 */
public record Inventory(
        Collection<Position> own, AccountsView accounts, Function<Place, Optional<VenuePosition>> there) {

    private static final String OF_AN_ACCOUNT = "account ";

    /**
     * What is held at one place. Immutable.
     *
     * @param netQty negative when short
     * @param closable how much of that can be sold, or bought back; what fees in the base asset took cannot
     */
    public record Held(Place place, Qty netQty, Qty closable) {}

    /** Ours and others' fills as one position each. */
    public Collection<Position> positions() {
        var all = new TreeMap<Place, Position>();
        own.forEach(position -> all.put(place(position), position));
        accounts.elsewhere().forEach(position -> all.merge(place(position), position, Position::with));
        return all.values();
    }

    private static Place place(Position position) {
        return new Place(position.venue(), position.symbol());
    }

    /** What is held of a symbol, wherever it is; nothing of what is flat. */
    public List<Held> of(Symbol symbol) {
        var held = new TreeMap<Place, Position>();
        positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .forEach(position -> held.put(place(position), position));
        accounts.held()
                .keySet()
                .forEach(venue -> held.putIfAbsent(new Place(venue, symbol), Position.flat(venue, symbol)));
        return held.entrySet().stream()
                .map(each -> held(each.getKey(), each.getValue()))
                .filter(each -> !each.netQty().isZero())
                .toList();
    }

    private Held held(Place place, Position position) {
        if (place.symbol().isPerpetual()) {
            var net = confirmed(place).orElseGet(() -> position.netQty().plus(beyond(place)));
            return new Held(place, net, net.abs());
        }
        var adjusted = isOnlyOneOfItsBase(place) ? adjusted(place) : Qty.ZERO;
        var net = position.netQty().plus(adjusted);
        var sellable = position.sellableQty().plus(adjusted).min(net);
        return new Held(place, net, net.isPositive() ? sellable.max(Qty.ZERO) : net.abs());
    }

    /** The venue's word, where it stands against the journal's. */
    private Optional<Qty> confirmed(Place place) {
        var isDifferent = accounts.differences().stream()
                .anyMatch(each -> each.venue().equals(place.venue())
                        && each.key().startsWith(OF_AN_ACCOUNT + place.symbol().name() + " "));
        return isDifferent ? there.apply(place).map(VenuePosition::netQty) : Optional.empty();
    }

    private Qty beyond(Place place) {
        return qty(Optional.ofNullable(accounts.held().get(place.venue()))
                .map(HeldView::beyond)
                .map(beyond -> beyond.get(place.symbol().name())));
    }

    private Qty adjusted(Place place) {
        return qty(Optional.ofNullable(accounts.held().get(place.venue()))
                .map(HeldView::adjusted)
                .map(adjusted -> adjusted.get(place.symbol().base())));
    }

    private static Qty qty(Optional<BigDecimal> amount) {
        return amount.map(Qty::new).orElse(Qty.ZERO);
    }

    /** A correction is of an asset, and of which symbol's position it is nobody says. */
    private boolean isOnlyOneOfItsBase(Place place) {
        return positions().stream()
                .noneMatch(other -> other.venue().equals(place.venue())
                        && !other.symbol().equals(place.symbol())
                        && !other.symbol().isPerpetual()
                        && other.symbol().base().equals(place.symbol().base())
                        && !other.netQty().isZero());
    }
}
