package sluice.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.health.alert.Alert;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.LimitKey;

/** What can be asked of the desk. Immutable. */
public sealed interface Command {

    /**
     * A parent order.
     *
     * @param spend quote money to spend or raise instead of {@code terms.orderQty}, which is then zero
     * @param until when the answer comes: once durable, or once the first wave is acknowledged, rejected or in doubt
     */
    record Place(Terms terms, Optional<Money> spend, Instructions instructions, Origin origin, Until until)
            implements Command {}

    /** When a {@link Place} is answered. */
    enum Until {
        DURABLE,
        ACKNOWLEDGED
    }

    /** What {@link Place} would do, with nothing journaled and nothing sent. */
    record Preview(Terms terms, Optional<Money> spend, Instructions instructions) implements Command {}

    /** Cancels parents or children; refused for those that have ended, with the reason for each. */
    record Cancel(List<OrderRef> orders, Origin origin) implements Command {

        public Cancel {
            orders = List.copyOf(orders);
        }
    }

    /** Cancels everything open that matches; an empty criterion matches all. */
    record CancelAll(Optional<VenueId> venue, Optional<Symbol> symbol, Optional<Side> side, Origin origin)
            implements Command {}

    /** Changes quantity or price of a parent with one working child, or of that child. */
    record Amend(OrderRef order, Optional<Qty> orderQty, Optional<Px> px, Origin origin) implements Command {}

    /** Sells or buys a position back to zero. */
    record Flatten(Symbol symbol, Optional<VenueId> venue, Origin origin) implements Command {}

    /** Halt, reduce or resume, for everything or for one venue or symbol. */
    record SetTrading(Scope scope, TradingState state, String reason, Origin origin) implements Command {}

    /** No new orders, ours cancelled everywhere, until resumed with a reason; a drill only says what it would do. */
    record Kill(Scope scope, boolean drill, Origin origin) implements Command {

        public Kill(boolean drill, Origin origin) {
            this(Scope.GLOBAL, drill, origin);
        }
    }

    /**
     * Sets a limit of a scope; without a value the configuration's own holds again.
     *
     * @param confirmed whether the operator has agreed to a looser one
     */
    record SetLimit(Scope scope, LimitKey key, Optional<BigDecimal> value, boolean confirmed, Origin origin)
            implements Command {}

    /** Compares the journal with the venues; with {@code apply} appends what was missed. */
    record Reconcile(Optional<VenueId> venue, boolean apply, Origin origin) implements Command {}

    /**
     * Takes a discrepancy as it is, by number; with {@code adjust} the account counts as holding what the venue shows.
     */
    record Accept(long difference, boolean adjust, String reason, Origin origin) implements Command {}

    /** Asks the venue about one order now. */
    record Probe(OrderRef order, Origin origin) implements Command {}

    /**
     * The operator's word for what became of an order in doubt. What the venue tells later is right all the same.
     *
     * @param fill what of it filled that the desk does not know of
     * @param evidence what the operator knows it from
     */
    record Resolve(OrderRef order, Resolution as, Optional<Filled> fill, String evidence, Origin origin)
            implements Command {}

    /** What an operator may say of an order in doubt. */
    enum Resolution {
        /** Filled, to the last of it. */
        FILLED,
        /** It works no more. */
        CANCELLED,
        /** The request never took effect: a new order never was, an amend or a cancel never happened. */
        NEVER_SENT
    }

    /** A fill on an operator's word. */
    record Filled(Qty qty, Px px) {}

    /**
     * What of a batch was done before.
     *
     * @param keys of its lines as they are now, in order
     */
    record Resume(List<String> keys) implements Command {

        public Resume {
            keys = List.copyOf(keys);
        }
    }

    /** Keeps what became of an alert, so that it outlives this desk. */
    record KeepAlert(Alert alert) implements Command {}

    /** Takes an alert as known, by its number. */
    record AcknowledgeAlert(long alert, Origin origin) implements Command {}

    /** A line for the next reader of the journal. */
    record Note(String text, Origin origin) implements Command {}

    /** Answered when the order gets there, ends otherwise, or the time is up. */
    record Await(OrderRef order, Goal goal, Duration timeout) implements Command {}

    /** What {@link Await} waits for. */
    enum Goal {
        OPEN,
        FILLED,
        CLOSED
    }

    /** Answered when every named venue is recovered and ready for orders, or the time is up; no venues means all. */
    record AwaitReady(List<VenueId> venues, Duration timeout) implements Command {

        public AwaitReady {
            venues = List.copyOf(venues);
        }
    }

    /** Everything journaled about an order and its parent. */
    record History(OrderRef order) implements Command {}
}
