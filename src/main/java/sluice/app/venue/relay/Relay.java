package sluice.app.venue.relay;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import sluice.venue.Manifest;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * A venue between which and the desk something is done to all that passes. Safe for any thread, where both are.
 *
 * @param commands what the venue gets for a command; a command is prepared, forgotten and sent as the same
 * @param inboxes what the venue's events go through on their way to the desk's inbox
 */
public record Relay(Venue venue, UnaryOperator<VenueCommand> commands, UnaryOperator<Consumer<VenueEvent>> inboxes)
        implements Venue {

    @Override
    public Manifest manifest() {
        return venue.manifest();
    }

    @Override
    public void keepAway(Duration lasting) {
        venue.keepAway(lasting);
    }

    @Override
    public void open(Consumer<VenueEvent> inbox) {
        venue.open(inboxes.apply(inbox));
    }

    @Override
    public void prepare(VenueCommand command) {
        venue.prepare(commands.apply(command));
    }

    @Override
    public void forget(VenueCommand command) {
        venue.forget(commands.apply(command));
    }

    @Override
    public void send(VenueCommand command) {
        venue.send(commands.apply(command));
    }

    @Override
    public void close() {
        venue.close();
    }
}
