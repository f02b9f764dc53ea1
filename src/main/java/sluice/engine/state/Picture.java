package sluice.engine.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.Scope;
import sluice.engine.packed.Packed;
import sluice.engine.view.AlertsView;
import sluice.engine.view.DifferenceView;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.account.AccountEvent;
import sluice.order.position.Position;
import sluice.risk.exposure.TradingStates;
import sluice.risk.limits.LimitKey;

/**
 * A state taken apart, so that it can be kept and put together again. Immutable.
 *
 * @param lines of batches that were noted as done
 */
public record Picture(
        long seq,
        String instanceTag,
        Ledger orders,
        Halts halts,
        AlertsView alerts,
        Accounts accounts,
        List<Lines.Done> lines) {

    public Picture {
        lines = List.copyOf(lines);
    }

    /**
     * The accounts.
     *
     * @param held by venue, what it holds beyond what fills add up to
     * @param adjusted what of that was corrected, and not there at first
     * @param elsewhere executions of no order of ours
     * @param funding what holding each perpetual has cost
     * @param booked the keys of the executions and of the fundings
     */
    public record Accounts(
            List<DifferenceView> open,
            Map<VenueId, List<Money>> held,
            Map<VenueId, List<Money>> adjusted,
            Elsewhere elsewhere,
            Map<Place, Money> funding,
            List<String> booked,
            List<AccountEvent.Banned> bans) {

        public Accounts {
            open = List.copyOf(open);
            held = Map.copyOf(held);
            adjusted = Map.copyOf(adjusted);
            funding = Map.copyOf(funding);
            booked = List.copyOf(booked);
            bans = List.copyOf(bans);
        }
    }

    /**
     * Executions of no order of ours.
     *
     * @param positions what they add up to
     * @param taken those that a venue did to a position, oldest first
     */
    public record Elsewhere(List<Position> positions, List<AccountEvent.TradedElsewhere> taken) {

        public Elsewhere {
            positions = List.copyOf(positions);
            taken = List.copyOf(taken);
        }
    }

    /**
     * The orders.
     *
     * @param parents oldest first
     * @param fills in the order they were booked
     * @param positions what the fills add up to
     * @param others ids of orders that the orders as they stand do not tell
     * @param learned when anything was last learned of any order
     * @param unsettled orders of which the journal does not say yet what settled the doubt about them
     */
    public record Ledger(
            List<Packed> parents,
            List<Fill> fills,
            List<Position> positions,
            List<OtherName> others,
            Optional<Instant> learned,
            List<ChildId> unsettled) {

        public Ledger {
            positions = List.copyOf(positions);
            others = List.copyOf(others);
            unsettled = List.copyOf(unsettled);
        }
    }

    /**
     * A fill: which of the child's executions it is.
     *
     * @param former the ids the order went by then, where they are others now
     */
    public record Fill(ChildId childId, int index, Optional<OtherName> former) {}

    /** An id that an order had before an amend, or may come to have by one; one of the two may be empty. */
    public record OtherName(ChildId childId, String clOrdId, String orderId) {}

    /** The trading states and why, the limits set by command, and the day whose loss is counted. */
    public record Halts(
            TradingStates states,
            Map<Scope, String> reasons,
            Map<Scope, Map<LimitKey, BigDecimal>> limits,
            Optional<Day> day) {

        public Halts {
            reasons = Map.copyOf(reasons);
            limits = Map.copyOf(limits);
        }
    }

    /** A UTC day, and the profit it began with, in the currency of limits. */
    public record Day(String date, BigDecimal profit) {}
}
