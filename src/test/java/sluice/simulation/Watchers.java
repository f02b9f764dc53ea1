package sluice.simulation;

import java.util.ArrayList;
import java.util.List;
import sluice.engine.Answer;
import sluice.engine.view.View;
import sluice.net.HttpCall;
import sluice.sim.ExchangeListener;
import sluice.sim.OrderChange;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.server.counter.Counter;
import sluice.simulation.invariant.AClosedOrderNeverWorksAgain;
import sluice.simulation.invariant.AFillIsBookedOnceAndAlways;
import sluice.simulation.invariant.DeskAndVenueAgree;
import sluice.simulation.invariant.Ids;
import sluice.simulation.invariant.Invariant;
import sluice.simulation.invariant.JournalBeforeWire;
import sluice.simulation.invariant.OneIntentAtMostOneExecution;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.QuantityIsConserved;
import sluice.simulation.invariant.Rest;
import sluice.simulation.invariant.SecretsStayIn;
import sluice.simulation.invariant.TheirFill;
import sluice.simulation.invariant.TheirOrder;

/** All invariants, told of what a world's venues do in the names that the desk has for it. */
final class Watchers {

    private final SimulatedWorld world;
    private final Findings findings;
    private final Ids ids = new Ids();
    private final JournalBeforeWire journalBeforeWire;
    private final List<Invariant> invariants;

    Watchers(SimulatedWorld world, Findings findings) {
        this.world = world;
        this.findings = findings;
        this.journalBeforeWire = new JournalBeforeWire(findings, ids);
        this.invariants = List.of(
                ids,
                journalBeforeWire,
                new OneIntentAtMostOneExecution(findings),
                new QuantityIsConserved(findings),
                new AFillIsBookedOnceAndAlways(findings),
                new AClosedOrderNeverWorksAgain(findings, ids),
                new OnlyEvidenceChangesAnOrder(findings),
                new DeskAndVenueAgree(findings),
                new SecretsStayIn(findings, secrets()));
        world.venues().forEach(this::watch);
    }

    /** Each venue's key, a whole line of its secret, and what marks a signature. */
    private List<String> secrets() {
        var secrets = new ArrayList<>(List.of("signature", "X-BAPI-SIGN", "Bearer", "eyJ"));
        for (var venue : world.venues()) {
            var lines = venue.key().apiSecret().lines().toList();
            secrets.add(venue.key().apiKey());
            secrets.add(lines.get(lines.size() / 2));
        }
        return secrets;
    }

    private void watch(SimulatedVenue venue) {
        venue.exchange().listen(new ExchangeListener() {
            @Override
            public void orderChanged(OrderChange change) {
                changed(venue, change);
            }
        });
    }

    private void changed(SimulatedVenue venue, OrderChange change) {
        findings.count(venue.name() + " " + change.kind());
        findings.tell(() -> "@ " + venue.name() + " " + change);
        if (ids.child(change.order().clientId()).isEmpty()) {
            journalBeforeWire.orphan(change.order());
            return;
        }
        var order = order(venue, change.order());
        var fill = change.fill().map(made -> fill(venue, made));
        invariants.forEach(invariant -> invariant.changed(order, fill));
    }

    private TheirOrder order(SimulatedVenue venue, SimOrder order) {
        var child = ids.child(order.clientId()).orElseThrow();
        return new TheirOrder(child, venue.names().order(order.symbol(), order.orderId()), order);
    }

    private TheirFill fill(SimulatedVenue venue, SimFill fill) {
        var child = ids.child(fill.order().clientId()).orElseThrow();
        return new TheirFill(child, venue.names().fill(fill), fill);
    }

    List<Invariant> invariants() {
        return invariants;
    }

    void answered(Answer answer) {
        invariants.forEach(invariant -> invariant.answered(answer));
    }

    void leaves(HttpCall call) {
        invariants.forEach(invariant -> invariant.leaves(call));
    }

    Rest atRest(View view) {
        var rest = new Rest(view, orders(), fills());
        invariants.forEach(invariant -> invariant.atRest(rest));
        return rest;
    }

    private List<TheirOrder> orders() {
        return world.venues().stream()
                .flatMap(venue -> venue.exchange().orders(Counter.DESK).stream().map(order -> order(venue, order)))
                .toList();
    }

    private List<TheirFill> fills() {
        return world.venues().stream()
                .flatMap(venue -> venue.exchange().fills(Counter.DESK).stream().map(fill -> fill(venue, fill)))
                .toList();
    }
}
