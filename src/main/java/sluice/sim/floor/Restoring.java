package sluice.sim.floor;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import sluice.sim.Ledger;
import sluice.sim.SimOrder;

/** Puts back what a ledger kept of a venue; orders stand in their books again in the order they came. */
record Restoring(BackOffice office, Map<String, Pit> pits) {

    void restore(Ledger.Booked kept) {
        kept.balances().forEach(office.accounts()::restore);
        kept.orders().stream()
                .sorted(Comparator.comparingLong(SimOrder::orderId))
                .forEach(this::restore);
        kept.fills().forEach(fill -> office.tickets().add(number(fill.order().account()), fill));
        for (var position : kept.positions()) {
            office.stakes()
                    .restore(
                            position,
                            number(position.account()),
                            pit(position.symbol()).scales());
        }
        kept.fundings().forEach(office.stakes()::restore);
        office.accounts().names().forEach(name -> margins(number(name)));
    }

    private void restore(SimOrder kept) {
        var pit = pit(kept.symbol());
        var ticket = Ticket.of(kept, number(kept.account()), pit.scales());
        office.tickets().add(ticket, kept.state());
        if (kept.isOpen()) {
            pit.rest(ticket);
        }
    }

    /** What is bound was bound when the balances were kept; only how much of it is for what is counted again. */
    private void margins(int account) {
        office.tickets().open(account).stream()
                .filter(ticket -> ticket.scales.listing().isPerpetual())
                .forEach(office.stakes()::of);
        office.stakes()
                .all(account)
                .forEach(stake -> stake.bound(office.margin().required(stake)));
    }

    private int number(String account) {
        return office.accounts().number(account).orElseThrow();
    }

    private Pit pit(String symbol) {
        return Optional.ofNullable(pits.get(symbol)).orElseThrow();
    }
}
