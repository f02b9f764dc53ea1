package sluice.order.parent;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Standing;

/** A parent with its children, and what follows from them. Immutable. */
public record ParentOrder(Parent parent, List<Order> children) {

    /** Ends that mean the order never was at a venue. */
    private static final Set<Reason> NEVER_THERE =
            Set.of(Reason.NEVER_SENT, Reason.NEVER_ACCEPTED, Reason.JOURNAL_UNAVAILABLE);

    public ParentOrder {
        children = List.copyOf(children);
    }

    public Qty cumQty() {
        return children.stream().map(Order::cumQty).reduce(Qty.ZERO, Qty::plus);
    }

    /** What the children can still fill, doubts included. */
    public Qty openQty() {
        return children.stream().map(Order::leavesQty).reduce(Qty.ZERO, Qty::plus);
    }

    /** LeavesQty(151): what is still wanted; zero once nothing works any more. */
    public Qty leavesQty() {
        return state().isTerminal()
                ? Qty.ZERO
                : parent.terms().orderQty().minus(cumQty()).max(Qty.ZERO);
    }

    /**
     * What may still be planned: ordered, less filled, less whatever is open or unknown, amends upwards included. Never
     * negative.
     */
    public Qty unplannedQty() {
        var open = children.stream().map(Order::worstLeavesQty).reduce(Qty.ZERO, Qty::plus);
        return parent.terms().orderQty().minus(cumQty()).minus(open).max(Qty.ZERO);
    }

    /** AvgPx(6); empty too where children filled in several quotes, since no rate between those is assumed. */
    public Optional<Px> avgPx() {
        if (isMixed()) {
            return Optional.empty();
        }
        var quote = children.stream().map(child -> child.fills().cumQuote()).reduce(BigDecimal.ZERO, BigDecimal::add);
        var qty = cumQty();
        return qty.isZero() ? Optional.empty() : Optional.of(new Px(quote.divide(qty.value(), MathContext.DECIMAL64)));
    }

    private boolean isMixed() {
        var quote = parent.terms().symbol().quote();
        return children.stream()
                .anyMatch(child -> !child.cumQty().isZero()
                        && !child.terms().symbol().quote().equals(quote));
    }

    public boolean isInDoubt() {
        return children.stream().anyMatch(Order::isInDoubt);
    }

    public boolean hasOpenChild() {
        return children.stream().anyMatch(Order::isOpen);
    }

    public OrderState state() {
        if (cumQty().compareTo(parent.terms().orderQty()) >= 0 && !hasOpenChild()) {
            return OrderState.FILLED;
        }
        if (parent.ended().isPresent() && !hasOpenChild()) {
            return isRejected() ? OrderState.REJECTED : OrderState.CANCELLED;
        }
        if (parent.cancelAsked()) {
            return OrderState.CANCELLING;
        }
        if (!cumQty().isZero()) {
            return OrderState.PARTIALLY_FILLED;
        }
        return children.stream().anyMatch(child -> child.standing().kind() == Standing.Kind.WORKING)
                ? OrderState.SUBMITTED
                : OrderState.PENDING;
    }

    /** Whether it is over and proven that no venue ever had any of it, so that it may be placed anew. */
    public boolean neverWas() {
        var ends = children.isEmpty()
                ? parent.ended().stream()
                : children.stream().flatMap(child -> child.standing().closure().stream());
        return state() == OrderState.CANCELLED
                && cumQty().isZero()
                && !isInDoubt()
                && ends.allMatch(end -> NEVER_THERE.contains(end.reason()));
    }

    private boolean isRejected() {
        return !children.isEmpty()
                && cumQty().isZero()
                && children.stream().allMatch(child -> child.state() == OrderState.REJECTED);
    }
}
