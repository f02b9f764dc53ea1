package sluice.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import sluice.engine.Answer;
import sluice.engine.view.View;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.LiveBook;
import sluice.net.HttpCall;
import sluice.risk.limits.Limits;
import sluice.sim.ExchangeListener;
import sluice.sim.OrderChange;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.server.counter.Counter;
import sluice.simulation.invariant.ABrokenBookIsAbsent;
import sluice.simulation.invariant.AClosedOrderNeverWorksAgain;
import sluice.simulation.invariant.AFillIsBookedOnceAndAlways;
import sluice.simulation.invariant.DeskAndVenueAgree;
import sluice.simulation.invariant.ExposureCountsTheWorstCase;
import sluice.simulation.invariant.Ids;
import sluice.simulation.invariant.Invariant;
import sluice.simulation.invariant.JournalBeforeWire;
import sluice.simulation.invariant.KillIsKill;
import sluice.simulation.invariant.MoneyIsExact;
import sluice.simulation.invariant.OneIntentAtMostOneExecution;
import sluice.simulation.invariant.OnlyEvidenceChangesAnOrder;
import sluice.simulation.invariant.QuantityIsConserved;
import sluice.simulation.invariant.RecoveredBeforeResumed;
import sluice.simulation.invariant.Rest;
import sluice.simulation.invariant.SecretsStayIn;
import sluice.simulation.invariant.TheirBook;
import sluice.simulation.invariant.TheirFill;
import sluice.simulation.invariant.TheirOrder;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** All invariants, told of what a world's venues do in the names that the desk has for it. */
final class Watchers {

    private final SimulatedWorld world;
    private final Findings findings;
    private final Ids ids = new Ids();
    private final Map<String, FeedTruth> truths = new HashMap<>();
    private final JournalBeforeWire journalBeforeWire;
    private final List<Invariant> invariants;
    private final Set<String> strangers = new HashSet<>();
    private int ordered;

    /** @param limits what the desk is to keep to */
    Watchers(SimulatedWorld world, Findings findings, Limits limits) {
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
                new ExposureCountsTheWorstCase(findings, limits.position().maxQty()),
                new ABrokenBookIsAbsent(
                        findings, Duration.ofMillis(limits.collar().maxBookAgeMs())),
                new RecoveredBeforeResumed(findings),
                new MoneyIsExact(findings),
                new KillIsKill(findings, ids),
                new SecretsStayIn(findings, secrets()));
        world.venues().forEach(this::watch);
        world.venues().forEach(venue -> truths.put(venue.name(), new FeedTruth(venue)));
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
        ordered += change.kind() == OrderChange.Kind.NEW ? 1 : 0;
        findings.count(venue.name() + " " + change.kind());
        findings.tell(() -> "@ " + venue.name() + " " + change);
        if (strangers.contains(change.order().clientId())) {
            return;
        }
        if (ids.child(change.order().clientId()).isEmpty()) {
            journalBeforeWire.orphan(change.order());
            return;
        }
        var order = order(venue, change.order());
        var fill = change.fill().map(made -> fill(venue, made));
        invariants.forEach(invariant -> invariant.changed(order, fill));
    }

    /** An order on the account that no desk of this journal intended, and that is none of the invariants' business. */
    void stranger(String clientId) {
        strangers.add(clientId);
    }

    /** How many orders the venues took. */
    int ordered() {
        return ordered;
    }

    private TheirOrder order(SimulatedVenue venue, SimOrder order) {
        var child = ids.child(order.clientId()).orElseThrow();
        var symbol = Worlds.symbol(venue.exchange().listing(order.symbol()).orElseThrow());
        return new TheirOrder(child, venue.names().order(order.symbol(), order.orderId()), symbol, order);
    }

    private TheirFill fill(SimulatedVenue venue, SimFill fill) {
        var child = ids.child(fill.order().clientId()).orElseThrow();
        return new TheirFill(child, venue.names().fill(fill), fill);
    }

    List<Invariant> invariants() {
        return invariants;
    }

    void started() {
        invariants.forEach(Invariant::started);
    }

    void heard(VenueEvent event) {
        invariants.forEach(invariant -> invariant.heard(event));
    }

    void sends(VenueId venue, VenueCommand command) {
        invariants.forEach(invariant -> invariant.sends(venue, command));
    }

    /** The desk reads a book that it takes for fresh. */
    void looked(LiveBook book, Ladder ladder) {
        var gone = Objects.requireNonNull(truths.get(book.venue().name())).gone(book.symbol(), ladder);
        var looked = new TheirBook(() -> book.symbol() + " at " + book.venue() + " " + FeedTruth.text(ladder), gone);
        invariants.forEach(invariant -> invariant.looked(looked));
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
