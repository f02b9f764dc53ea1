package sluice.quality;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.parent.ParentEvent;
import sluice.quality.ParentFigures.Measured;
import sluice.quality.ParentFigures.Opening;

/** The fold of one parent's events and its children's, as far as figures need them. Confined to one thread. */
final class ParentTrace implements ParentEvent.Visitor<Boolean> {

    /** A mid that is older at the end is none of the end. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final ParentEvent.Opened opened;
    private final List<ChildTrace> children = new ArrayList<>();
    private final List<StepTimer.Lap> laps = new ArrayList<>();
    private Terms terms;
    private Optional<Stamp> ended = Optional.empty();
    private Optional<Px> lastMid = Optional.empty();
    private Stamp lastSeen;
    private boolean sent;
    private Optional<ParentFigures> known = Optional.empty();

    /** When a command was given, and when the desk took it up. */
    record Arrival(Stamp decided, Stamp taken) {}

    ParentTrace(ParentEvent.Opened opened) {
        this.opened = opened;
        this.terms = opened.terms();
        this.lastSeen = opened.at();
    }

    void timed(StepTimer.Lap lap) {
        laps.add(lap);
    }

    /** How long its own steps took. */
    List<LatencyFigures> latencies() {
        var own = new Latencies();
        laps.forEach(own::add);
        return own.figures(Optional.empty());
    }

    ParentId id() {
        return opened.parentId();
    }

    Terms terms() {
        return terms;
    }

    List<ChildTrace> children() {
        return children;
    }

    void add(ChildTrace child) {
        children.add(child);
        changed();
    }

    void changed() {
        known = Optional.empty();
    }

    /** For a child that is created before anything was sent. */
    Optional<Arrival> firstWave() {
        return sent ? Optional.empty() : Optional.of(new Arrival(opened.marks().decidedAt(), opened.at()));
    }

    void saw(Mark mark, Stamp at) {
        sent = true;
        if (mark.consolidatedMid().isPresent()) {
            lastMid = mark.consolidatedMid();
            lastSeen = at;
        }
    }

    boolean isOver() {
        return children.stream().allMatch(ChildTrace::isOver) && (ended.isPresent() || isFilled());
    }

    private boolean isFilled() {
        return cumQty().compareTo(terms.orderQty().value()) >= 0;
    }

    private BigDecimal cumQty() {
        return children.stream().map(ChildTrace::cumQty).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    ParentFigures figures() {
        if (known.isEmpty()) {
            known = Optional.of(measure());
        }
        return known.get();
    }

    private ParentFigures measure() {
        var marks = opened.marks();
        var decided =
                opened.instructions().decisionPx().or(() -> marks.decision().consolidatedMid());
        var arrival = marks.arrival().consolidatedMid();
        var submit = children.stream().findFirst().flatMap(ChildTrace::submitMid);
        var mids = new Mids(decided.or(() -> arrival), arrival, submit);
        var mixed = isMixed();
        var fills = fills();
        var shown = mixed ? new Mids(Optional.empty(), Optional.empty(), Optional.empty()) : mids;
        var costs = Costs.of(terms.side().sign(), fills, unvalued(), shown);
        return new ParentFigures(
                id(),
                new Opening(terms, opened.at().at(), marks.arrival().regime(), decided.isEmpty()),
                mids,
                mixed ? withoutPrice(costs) : costs,
                mixed ? Optional.empty() : shortfall(mids, fills),
                children.stream().map(child -> child.figures(mids)).toList());
    }

    /** What is in several quotes is not added up. */
    private Costs withoutPrice(Costs costs) {
        var fees = new ArrayList<>(costs.unvalued());
        children.forEach(child -> fees.add(new Money(child.fees(), child.quote())));
        fees.removeIf(fee -> fee.amount().signum() == 0);
        return new Costs(costs.cumQty(), Optional.empty(), BigDecimal.ZERO, fees, Optional.empty(), Optional.empty());
    }

    private boolean isMixed() {
        return children.stream()
                .anyMatch(child -> !child.fills().isEmpty()
                        && !child.quote().equals(terms.symbol().quote()));
    }

    private List<Priced> fills() {
        return children.stream().flatMap(child -> child.fills().stream()).toList();
    }

    private List<Money> unvalued() {
        return children.stream().flatMap(child -> child.unvalued().stream()).toList();
    }

    /** Of one that is over; where something is left, only with the mid of its end. */
    private Optional<Measured> shortfall(Mids mids, List<Priced> fills) {
        if (!isOver() || mids.decision().isEmpty()) {
            return Optional.empty();
        }
        var decision = mids.decision().get();
        var end = isFilled() ? Optional.of(decision) : endMid();
        return end.map(px -> new Benchmarks(
                        terms.side(), asked(fills), decision, mids.arrival().orElse(decision), px))
                .map(by -> measured(by, fills));
    }

    private static Measured measured(Benchmarks by, List<Priced> fills) {
        var money = Shortfall.of(by, fills);
        return new Measured(money, money.bps(by));
    }

    /** More than was asked for may have been filled; then nothing was left. */
    private Qty asked(List<Priced> fills) {
        var filled = fills.stream().map(Priced::qty).reduce(Qty.ZERO, Qty::plus);
        return terms.orderQty().max(filled);
    }

    private Optional<Px> endMid() {
        return lastMid.filter(mid ->
                ended.filter(at -> at.apart(lastSeen).compareTo(FRESH) <= 0).isPresent());
    }

    @Override
    public Boolean opened(ParentEvent.Opened event) {
        return true;
    }

    @Override
    public Boolean cancelAsked(ParentEvent.CancelAsked event) {
        return true;
    }

    @Override
    public Boolean amended(ParentEvent.Amended event) {
        terms = event.terms();
        return true;
    }

    @Override
    public Boolean ended(ParentEvent.Ended event) {
        ended = ended.or(() -> Optional.of(event.at()));
        return true;
    }
}
