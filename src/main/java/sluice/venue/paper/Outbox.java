package sluice.venue.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;

/** What one step of the exchange came to: facts to be made durable, then events to be told. Confined to it. */
final class Outbox {

    private final VenueId venue;
    private final Account account;
    private final List<Fact> facts = new ArrayList<>();
    private final List<VenueEvent> events = new ArrayList<>();

    Outbox(VenueId venue, Account account) {
        this.venue = venue;
        this.account = account;
    }

    VenueId venue() {
        return venue;
    }

    /** Holds from now on. */
    void record(Fact fact) {
        account.apply(fact);
        facts.add(fact);
    }

    void emit(VenueEvent event) {
        events.add(event);
    }

    void report(VenueOrder order, OrderNews news, Stamp at) {
        report(order.clOrdId(), Optional.of(order.orderId()), order.terms().symbol(), news, at);
    }

    void report(ClOrdId id, Symbol symbol, OrderNews news, Stamp at) {
        report(Optional.of(id), Optional.empty(), symbol, news, at);
    }

    private void report(Optional<ClOrdId> id, Optional<OrderId> orderId, Symbol symbol, OrderNews news, Stamp at) {
        events.add(new VenueEvent.OrderReport(venue, id, orderId, symbol, news, at));
    }

    /** Takes out what happened, as lines of the ledger. */
    List<String> facts() {
        var taken = facts.stream().map(FactText::write).toList();
        facts.clear();
        return taken;
    }

    /** Takes out what is to be told; balances and positions go behind whatever moved them. */
    List<VenueEvent> events() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }
}
