package sluice.venue.binance.trade.reply;

import java.util.List;
import java.util.Optional;
import sluice.order.position.Balance;

/** What the WebSocket API sends us. */
public sealed interface UserEvent {

    /** The answer to a frame of ours. */
    record Answered(String id, int status, Optional<VenueError> error) implements UserEvent {}

    record Reported(ExecutionReport report) implements UserEvent {}

    /** The assets whose balance changed. */
    record Held(List<Balance> balances) implements UserEvent {

        public Held {
            balances = List.copyOf(balances);
        }
    }

    /** The subscription is over, or the server is going: nothing more will come here. */
    record Ending(String name) implements UserEvent {}

    /** Something we have no use for. */
    record Other(String name) implements UserEvent {}
}
