package sluice.engine.turn;

import java.util.concurrent.CompletableFuture;
import sluice.engine.Answer;
import sluice.market.VenueId;
import sluice.venue.VenueCommand;

/** What is let out once everything recorded before it is durable. */
public sealed interface Effect {

    /** @param again whether the same request was sent before, so that the first may have arrived */
    record Send(VenueId venue, VenueCommand command, boolean again) implements Effect {

        /** Whether it can put quantity to work; such a request never leaves before its intent is durable. */
        public boolean addsExposure() {
            return command instanceof VenueCommand.NewOrder || command instanceof VenueCommand.ReplaceOrder;
        }
    }

    record Reply(CompletableFuture<Answer> future, Answer answer) implements Effect {}
}
