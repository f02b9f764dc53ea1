package sluice.venue.bybit.trade.reply;

import java.util.List;
import sluice.order.position.Balance;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;

/** What the private socket sends us. */
public sealed interface PrivateEvent {

    /** The answer to the frame of ours with this id: {@code auth}, {@code subscribe} or {@code unsubscribe}. */
    record Answered(String id, String op, boolean success, String text) implements PrivateEvent {}

    /** The venue lives. */
    record Pong() implements PrivateEvent {}

    /**
     * How some orders now stand.
     *
     * @param isStrange whether one of them has a status that we do not know
     */
    record Stood(List<VenueOrder> orders, boolean isStrange) implements PrivateEvent {

        public Stood {
            orders = List.copyOf(orders);
        }
    }

    /** Executions, independent of what {@link Stood} says and in no order with it, and settlements of funding. */
    record Executed(List<VenueFill> fills, List<VenueFunding> fundings) implements PrivateEvent {

        public Executed {
            fundings = List.copyOf(fundings);
            fills = List.copyOf(fills);
        }
    }

    record Positioned(List<PositionRow> rows) implements PrivateEvent {

        public Positioned {
            rows = List.copyOf(rows);
        }
    }

    record Held(List<Balance> balances) implements PrivateEvent {

        public Held {
            balances = List.copyOf(balances);
        }
    }

    /** Something we have no use for. */
    record Other(String name) implements PrivateEvent {}
}
