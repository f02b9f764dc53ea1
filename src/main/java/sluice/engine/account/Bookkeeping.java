package sluice.engine.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.engine.turn.Turn;
import sluice.engine.view.DifferenceView;
import sluice.market.Money;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Order;
import sluice.order.account.AccountEvent;
import sluice.order.parent.Origin;
import sluice.order.position.Position;
import sluice.recovery.Discrepancy;
import sluice.recovery.Ours;
import sluice.recovery.Plan;
import sluice.recovery.Step;
import sluice.recovery.account.Expected;
import sluice.recovery.account.Suspicion;
import sluice.risk.exposure.TradingState;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/**
 * Journals what a plan says, tells it, and takes no new risk in what is broken. Confined to the desk thread.
 *
 * <ol>
 *   <li>Each discrepancy is journaled and told once when it is found, and journaled when it is over.
 *   <li>A break lets only what reduces a position go on in its symbol, or at its venue, until an operator resumes.
 * </ol>
 */
public final class Bookkeeping {

    private static final Origin RECOVERY = new Origin("sluice", "recovery", "reconcile", Optional.empty());

    private final Turn turn;
    private final Ours.Orphans orphans;
    private final Map<VenueId, Map<String, Suspicion>> suspicions = new HashMap<>();

    public Bookkeeping(Turn turn, Ours.Orphans orphans) {
        this.turn = turn;
        this.orphans = orphans;
    }

    public Ours.Names names() {
        var state = turn.state();
        return new Ours.Names(state.instanceTag(), state.nextParent(), state.nextChild(), orphans);
    }

    public Ours.Known known(VenueId venue) {
        var accounts = turn.state().accounts();
        var open = accounts.openAt(venue).map(DifferenceView::key).collect(Collectors.toSet());
        return new Ours.Known(open, accounts.booked(), suspicions.getOrDefault(venue, Map.of()));
    }

    /** What the account at a venue should hold by everything that is booked. */
    public Expected expected(VenueId venue) {
        var accounts = turn.state().accounts();
        var positions = new ArrayList<Position>(turn.orders().positions());
        positions.addAll(accounts.elsewhere());
        positions.removeIf(position -> !position.venue().equals(venue));
        var funding = accounts.view(List.of()).fundingAt(venue);
        return Expected.of(positions, funding, accounts.held(venue), smallest(venue));
    }

    private Map<String, BigDecimal> smallest(VenueId venue) {
        var smallest = new TreeMap<String, BigDecimal>();
        for (var instrument : turn.venue(venue).instruments()) {
            var thing = instrument.symbol().isPerpetual()
                    ? instrument.symbol().name()
                    : instrument.symbol().base();
            smallest.merge(thing, instrument.grid().lot(), BigDecimal::min);
        }
        return smallest;
    }

    /** Books a settlement once; before the account was first seen it is part of what will be found there. */
    public void funded(VenueEvent.Funded event) {
        var funding = event.funding();
        var booked = new AccountEvent.Funded(
                event.venue(), funding.symbol(), funding.execId(), funding.paid(), funding.at(), event.at());
        var accounts = turn.state().accounts();
        if (accounts.held(event.venue()).isPresent() && !accounts.booked().contains(booked.key())) {
            record(booked);
        }
    }

    /** Keeps what may be a lag for the next report. */
    public void keep(VenueId venue, Plan plan) {
        suspicions.put(venue, plan.suspicions());
    }

    /** Whether a later look will say more. */
    public boolean suspects(VenueId venue) {
        return suspicions.getOrDefault(venue, Map.of()).keySet().stream()
                .anyMatch(key -> !turn.state().accounts().isOpen(venue, key));
    }

    /** Journals the facts of a step, tells what is to be told, and stops new risk where it says so. */
    public void book(VenueId venue, Step step) {
        step.facts().parents().forEach(turn::record);
        step.facts().orders().forEach(turn::record);
        step.facts().accounts().forEach(this::record);
        if (step.asks(Step.FollowUp.ALARM)) {
            var about =
                    step.childId().map(id -> turn.order(id).ids().parentId()).orElse(DeskEvent.Alerted.NO_ORDER);
            turn.alert(step.kind().name(), venue + ": " + step.text(), about);
        }
        if (step.asks(Step.FollowUp.FREEZE)) {
            step.discrepancies().forEach(found -> freeze(venue, found.symbol(), step.text()));
        }
    }

    private void record(AccountEvent event) {
        turn.record(new DeskEvent.OfAccount(event));
    }

    private void freeze(VenueId venue, Optional<Symbol> symbol, String why) {
        var states = turn.state().trading().states();
        var now = symbol.map(name -> states.symbols().getOrDefault(name, TradingState.ACTIVE))
                .orElseGet(() -> states.venues().getOrDefault(venue, TradingState.ACTIVE));
        if (now == TradingState.ACTIVE) {
            var scope = symbol.map(Scope::of).orElseGet(() -> Scope.of(venue));
            var reason = "reconciliation: " + why;
            turn.record(new DeskEvent.TradingChanged(scope, TradingState.REDUCING, reason, RECOVERY, turn.now()));
        }
    }

    /** Keeps what a report says of the account: what it holds, and what is open there beside our own. */
    public void saw(VenueId venue, VenueReport report) {
        var state = turn.venue(venue);
        state.balancesChanged(report.balances());
        state.positionsListed(report.positions());
        var open = report.orders().stream()
                .filter(order -> order.state().isCancellable())
                .toList();
        state.foreign(
                open.stream().filter(order -> ours(venue, order).isEmpty()).toList());
        state.beside(open.stream()
                .filter(order -> ours(venue, order).filter(Order::isOpen).isEmpty())
                .toList());
    }

    private Optional<Order> ours(VenueId venue, VenueOrder order) {
        return turn.orders().find(venue, order.clOrdId(), Optional.of(order.orderId()));
    }

    /** What of an account's difference is not accounted for, as of the last report; empty when that does not say. */
    public Optional<BigDecimal> amount(DifferenceView difference) {
        return Optional.ofNullable(
                        suspicions.getOrDefault(difference.venue(), Map.of()).get(difference.key()))
                .filter(suspicion -> !suspicion.value().isEmpty())
                .map(suspicion -> new BigDecimal(suspicion.value()));
    }

    /** Ends a discrepancy by an operator's word. */
    public void accept(DifferenceView difference, String how) {
        record(new AccountEvent.Agreed(difference.venue(), difference.key(), how, turn.now()));
    }

    public void adjust(VenueId venue, String cause, List<Money> amounts, String reason) {
        record(new AccountEvent.Adjusted(venue, cause, amounts, reason, turn.now()));
    }

    /** A step as it is shown. */
    public static Answer.PlanLine line(VenueId venue, Step step, boolean applied) {
        var basis = step.basis();
        var theirs = basis.ids().stream().findFirst().orElse("");
        return new Answer.PlanLine(
                venue,
                step.childId().map(ChildId::toString).orElse(theirs),
                step.kind().row(),
                step.text(),
                new Answer.Evidence(basis.grade().name(), basis.ids()),
                step.facts().names(),
                !applied || remains(step));
    }

    /** Whether a step leaves something that differs yet. */
    private static boolean remains(Step step) {
        return step.asks(Step.FollowUp.QUERY)
                || step.asks(Step.FollowUp.CANCEL)
                || step.discrepancies().stream().anyMatch(Discrepancy::stands);
    }
}
