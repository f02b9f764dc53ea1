package sluice.engine.turn;

import java.util.concurrent.CompletableFuture;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.view.View;
import sluice.market.Mark;
import sluice.market.Stamp;
import sluice.venue.VenueEvent;

/** What the desk's inbox takes. */
public sealed interface Input {

    /** A command, when it was given and the market at that moment, and who is owed the answer. */
    record Asked(Command command, Stamp decidedAt, Mark decision, CompletableFuture<Answer> answer) implements Input {}

    /** Somebody wants to see everything up to here. */
    record Looked(CompletableFuture<View> view) implements Input {}

    /** A venue said something. */
    record News(VenueEvent event) implements Input {}

    /** Nothing but a reason to look up, such as the desk's end. */
    record Nudged() implements Input {}
}
