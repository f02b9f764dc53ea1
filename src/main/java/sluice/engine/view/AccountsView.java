package sluice.engine.view;

import java.util.List;
import java.util.Map;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.VenueId;
import sluice.order.account.AccountEvent;
import sluice.order.position.Position;

/**
 * Where accounts and journal are not at one. Immutable.
 *
 * @param differences everything that stands, oldest first
 * @param provisional what stands in for fills that a venue counts and does not list yet
 * @param held by venue, what its account holds beyond fills; none of one that was not compared yet
 * @param elsewhere what executions of no order of ours add up to
 * @param taken those of them that a venue did to a position, such as a liquidation, oldest first
 * @param funding what holding each perpetual has cost in funding; negative where it has earned
 */
public record AccountsView(
        List<DifferenceView> differences,
        List<FillView> provisional,
        Map<VenueId, HeldView> held,
        List<Position> elsewhere,
        List<AccountEvent.TradedElsewhere> taken,
        Map<Place, Money> funding) {

    public static final AccountsView AT_ONE =
            new AccountsView(List.of(), List.of(), Map.of(), List.of(), List.of(), Map.of());

    public AccountsView {
        differences = List.copyOf(differences);
        provisional = List.copyOf(provisional);
        held = Map.copyOf(held);
        elsewhere = List.copyOf(elsewhere);
        taken = List.copyOf(taken);
        funding = Map.copyOf(funding);
    }

    /** What funding has cost at a venue. */
    public List<Money> fundingAt(VenueId venue) {
        return funding.entrySet().stream()
                .filter(each -> each.getKey().venue().equals(venue))
                .map(Map.Entry::getValue)
                .toList();
    }
}
