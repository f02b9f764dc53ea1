package sluice.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.view.DifferenceView;
import sluice.market.Money;
import sluice.market.VenueId;
import sluice.order.ParentId;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.LimitKey;
import sluice.routing.RoutePlan;

/** What the desk says to a command. Immutable. */
public sealed interface Answer {

    /** Whether asking again can help: never, after a while or a change, or only after the order was probed. */
    enum Retry {
        NEVER,
        AFTER,
        PROBE
    }

    /**
     * The desk declines. A value, not an error.
     *
     * @param code stable, upper case, such as {@code RISK_MAX_NOTIONAL}
     * @param detail limit, value and the like, by their JSON names
     */
    record Refused(String code, String message, Map<String, String> detail, Retry retry) implements Answer {

        public Refused {
            detail = Map.copyOf(detail);
        }

        public static Refused of(String code, String message) {
            return new Refused(code, message, Map.of(), Retry.NEVER);
        }
    }

    /** The parent as it stands when the command is answered. */
    record Placed(ParentOrder order) implements Answer {}

    /** How a placement would go. */
    record Previewed(RoutePlan plan, Optional<Refused> refusal) implements Answer {}

    /** What became of each cancel; {@code declined} says why by the id asked for. */
    record Cancelled(List<ParentOrder> orders, Map<String, String> declined) implements Answer {

        public Cancelled {
            orders = List.copyOf(orders);
            declined = Map.copyOf(declined);
        }
    }

    /** The parent after the amend was accepted, or refused, or fell in doubt. */
    record Amended(ParentOrder order, Optional<String> declined) implements Answer {}

    /** The trading state of the scope that was set. */
    record TradingSet(Scope scope, TradingState state) implements Answer {}

    /** A limit as it is now and was before; {@code configured} when the configuration's own holds again. */
    record LimitSet(Scope scope, LimitKey key, BigDecimal before, BigDecimal after, boolean configured)
            implements Answer {}

    /**
     * A kill, or what it would have done.
     *
     * @param cancelled orders that are proven to work no more
     * @param unreached those that may still work, each with its venue and why
     */
    record Killed(boolean drill, List<ParentOrder> cancelled, List<String> unreached) implements Answer {

        public Killed {
            cancelled = List.copyOf(cancelled);
            unreached = List.copyOf(unreached);
        }
    }

    /**
     * A comparison of journal and venues.
     *
     * @param plan what differs, a line each; what was applied when {@code applied}
     * @param unreached venues that could not be asked, with the cause
     * @param open every discrepancy that stands in the journal, of whatever venue
     */
    record Reconciled(List<PlanLine> plan, boolean applied, Map<VenueId, String> unreached, List<DifferenceView> open)
            implements Answer {

        public Reconciled {
            plan = List.copyOf(plan);
            unreached = Map.copyOf(unreached);
            open = List.copyOf(open);
        }

        /** Where nothing stands in the journal. */
        public Reconciled(List<PlanLine> plan, boolean applied, Map<VenueId, String> unreached) {
            this(plan, applied, unreached, List.of());
        }

        /** Whether journal and venues do not agree once all this is done. */
        public boolean differs() {
            var left = applied ? plan.stream().anyMatch(PlanLine::remains) : !plan.isEmpty();
            return left || open.stream().anyMatch(DifferenceView::isBreak);
        }
    }

    /**
     * One difference, and what it leads to.
     *
     * @param order our id, or the venue's for an order that is not ours
     * @param row the case of the reconciliation matrix
     * @param remains whether it still differs once the events are applied
     */
    record PlanLine(
            VenueId venue,
            String order,
            int row,
            String explanation,
            Evidence evidence,
            List<String> events,
            boolean remains) {

        public PlanLine {
            events = List.copyOf(events);
        }
    }

    /** What a difference rests on: how much it proves, E1 the most, and the venue's ids. */
    record Evidence(String grade, List<String> ids) {

        public Evidence {
            ids = List.copyOf(ids);
        }
    }

    /** A discrepancy that an operator ended, and what the account was corrected by. */
    record Accepted(DifferenceView difference, List<Money> adjusted) implements Answer {

        public Accepted {
            adjusted = List.copyOf(adjusted);
        }
    }

    /**
     * A batch's lines that were noted as done; those that placed an order are not among them.
     *
     * @param done by its key, the first parent that was not there yet when each was done
     */
    record Resumed(Map<String, ParentId> done) implements Answer {

        public Resumed {
            done = Map.copyOf(done);
        }
    }

    record Noted(long seq) implements Answer {}

    /** Where the order stood when the goal was met or the wait ended. */
    record Awaited(ParentOrder order, boolean met) implements Answer {}

    /** Whether the venues are ready; those that are not, with the reason. */
    record Ready(Map<VenueId, String> unready) implements Answer {

        public Ready {
            unready = Map.copyOf(unready);
        }
    }

    /** The journaled life of an order, oldest first. */
    record Timeline(ParentOrder order, List<Recorded> events) implements Answer {

        public Timeline {
            events = List.copyOf(events);
        }
    }

    /** One journaled event with its number. */
    record Recorded(long seq, DeskEvent event) {}
}
