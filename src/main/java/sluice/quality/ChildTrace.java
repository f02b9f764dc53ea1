package sluice.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.Execution;
import sluice.order.OrderEvent;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;

/** The fold of one child's events, as far as figures need them. Confined to one thread. */
final class ChildTrace implements OrderEvent.Visitor<Boolean> {

    private final ParentTrace parent;
    private final ChildId id;
    private final VenueId venue;
    private final StepTimer timer;
    private final List<Priced> fills = new ArrayList<>();
    private final List<Money> unvalued = new ArrayList<>();
    private Terms terms;
    private Mark submit;
    private BigDecimal cumQty = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private Optional<Reason> ended = Optional.empty();
    private boolean rejected;
    private boolean inDoubt;

    ChildTrace(ParentTrace parent, OrderEvent.Created event, Latencies latencies) {
        this.parent = parent;
        this.id = event.childId();
        this.venue = event.ids().venue();
        this.terms = event.terms();
        this.submit = event.mark();
        this.timer = new StepTimer(
                lap -> {
                    latencies.add(lap);
                    parent.timed(lap);
                },
                venue);
        timer.created(event.at(), parent.firstWave());
    }

    ParentTrace parent() {
        return parent;
    }

    ChildId id() {
        return id;
    }

    /** What was begun in another process cannot be timed any more. */
    void restarted() {
        timer.stop();
    }

    boolean isOver() {
        return ending() != Ending.OPEN && ending() != Ending.IN_DOUBT;
    }

    Ending ending() {
        if (cumQty().compareTo(terms.orderQty().value()) >= 0) {
            return Ending.FILLED;
        }
        if (rejected) {
            return Ending.REJECTED;
        }
        return ended.map(Ending::of).orElse(inDoubt ? Ending.IN_DOUBT : Ending.OPEN);
    }

    BigDecimal cumQty() {
        return cumQty;
    }

    /** In quote, as far as they can be valued in it. */
    BigDecimal fees() {
        return fees;
    }

    List<Priced> fills() {
        return fills;
    }

    List<Money> unvalued() {
        return unvalued;
    }

    Optional<Px> submitMid() {
        return submit.consolidatedMid();
    }

    String quote() {
        return terms.symbol().quote();
    }

    /** Measured by its parent's mids, where it trades in the same quote. */
    ChildFigures figures(Mids of) {
        var same = quote().equals(parent.terms().symbol().quote());
        var mids = same
                ? new Mids(of.decision(), of.arrival(), submitMid())
                : new Mids(Optional.empty(), Optional.empty(), submitMid());
        var costs = Costs.of(terms.side().sign(), fills, unvalued, mids);
        return new ChildFigures(id, venue, terms, ending(), mids, fills, costs);
    }

    @Override
    public Boolean created(OrderEvent.Created event) {
        return true;
    }

    @Override
    public Boolean sent(OrderEvent.Sent event) {
        if (event.request().equals(new Request.New().name())) {
            submit = event.mark().consolidatedMid().isPresent() ? event.mark() : submit;
            timer.sent(event.at());
            parent.saw(submit, event.at());
        }
        return true;
    }

    @Override
    public Boolean accepted(OrderEvent.Accepted event) {
        timer.answered(event.at());
        parent.saw(event.mark(), event.at());
        return true;
    }

    @Override
    public Boolean traded(OrderEvent.Traded event) {
        timer.filled(event.at());
        var fill = priced(event.execution(), event.mark());
        fills.add(fill);
        cumQty = cumQty.add(fill.qty().value());
        fees = fees.add(fill.fee());
        parent.saw(event.mark(), event.at());
        return true;
    }

    private Priced priced(Execution execution, Mark mark) {
        var fee = execution.fee();
        var mid = mark.consolidatedMid();
        var value = BigDecimal.ZERO;
        if (fee.asset().equals(quote())) {
            value = fee.amount();
        } else if (fee.asset().equals(terms.symbol().base())) {
            value = fee.amount().multiply(mid.orElse(execution.lastPx()).value());
        } else if (fee.amount().signum() != 0) {
            unvalued.add(fee);
        }
        return new Priced(execution.lastQty(), execution.lastPx(), value, submitMid(), mid);
    }

    @Override
    public Boolean provisional(OrderEvent.Provisional event) {
        return true;
    }

    @Override
    public Boolean requested(OrderEvent.Requested event) {
        if (event.request() instanceof Request.Cancel) {
            timer.cancelAsked(event.at());
        }
        return true;
    }

    @Override
    public Boolean requestRejected(OrderEvent.RequestRejected event) {
        timer.cancelDeclined();
        return true;
    }

    @Override
    public Boolean replaced(OrderEvent.Replaced event) {
        terms = event.terms();
        return true;
    }

    @Override
    public Boolean cancelled(OrderEvent.Cancelled event) {
        ended = Optional.of(event.closure().reason());
        timer.cancelled(event.at());
        return true;
    }

    @Override
    public Boolean rejected(OrderEvent.Rejected event) {
        rejected = true;
        timer.answered(event.at());
        return true;
    }

    @Override
    public Boolean inDoubt(OrderEvent.InDoubt event) {
        inDoubt = true;
        if (event.request() instanceof Request.New) {
            timer.answered(event.at());
        }
        return true;
    }

    @Override
    public Boolean settled(OrderEvent.Settled event) {
        inDoubt = false;
        return true;
    }
}
