package sluice.engine.view;

import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.order.position.Balance;
import sluice.venue.VenueEvent;
import sluice.venue.VenuePosition;

/**
 * What a venue says our account holds there, and what it marks perpetuals at. Immutable.
 *
 * @param positions of perpetuals, flat ones included
 */
public record HoldingsView(List<Balance> balances, List<VenuePosition> positions, List<VenueEvent.Marked> marks) {

    public HoldingsView {
        balances = List.copyOf(balances);
        positions = List.copyOf(positions);
        marks = List.copyOf(marks);
    }

    public Optional<VenuePosition> position(Symbol symbol) {
        return positions.stream()
                .filter(position -> position.symbol().equals(symbol))
                .findFirst();
    }

    public Optional<VenueEvent.Marked> mark(Symbol symbol) {
        return marks.stream().filter(mark -> mark.symbol().equals(symbol)).findFirst();
    }
}
