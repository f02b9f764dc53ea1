package sluice.quality;

import java.util.Optional;
import java.util.function.Consumer;
import sluice.market.Stamp;
import sluice.market.VenueId;

/**
 * Times one child's steps on the monotonic clock. Confined to one thread.
 *
 * <p>A request that was never answered counts with the time after which it was given up: leaving it out would make the
 * slowest answers vanish.
 */
final class StepTimer {

    private final Consumer<Lap> laps;
    private final VenueId venue;
    private Optional<Stamp> created = Optional.empty();
    private Optional<Stamp> decided = Optional.empty();
    private Optional<Stamp> sent = Optional.empty();
    private Optional<Stamp> unfilled = Optional.empty();
    private Optional<Stamp> cancelling = Optional.empty();

    /** One step, done. */
    record Lap(VenueId venue, Step step, Stamp from, Stamp to) {}

    StepTimer(Consumer<Lap> laps, VenueId venue) {
        this.laps = laps;
        this.venue = venue;
    }

    /** A child of the first wave is timed from the command on; of a later one nobody waited. */
    void created(Stamp at, Optional<ParentTrace.Arrival> first) {
        created = Optional.of(at);
        first.ifPresent(arrival -> {
            decided = Optional.of(arrival.decided());
            lap(Step.QUEUE, arrival.decided(), arrival.taken());
            lap(Step.JUDGE, arrival.taken(), at);
        });
    }

    void sent(Stamp at) {
        created.ifPresent(from -> lap(Step.SEND, from, at));
        created = Optional.empty();
        sent = Optional.of(at);
        unfilled = Optional.of(at);
    }

    void answered(Stamp at) {
        sent.ifPresent(from -> {
            lap(Step.ACK, from, at);
            decided.ifPresent(command -> lap(Step.PLACE, command, at));
        });
        sent = Optional.empty();
    }

    void filled(Stamp at) {
        unfilled.ifPresent(from -> lap(Step.FILL, from, at));
        unfilled = Optional.empty();
    }

    void cancelAsked(Stamp at) {
        cancelling = Optional.of(at);
    }

    void cancelDeclined() {
        cancelling = Optional.empty();
    }

    void cancelled(Stamp at) {
        cancelling.ifPresent(from -> lap(Step.CANCEL, from, at));
        cancelling = Optional.empty();
    }

    /** Stamps of another process have another origin. */
    void stop() {
        created = Optional.empty();
        decided = Optional.empty();
        sent = Optional.empty();
        unfilled = Optional.empty();
        cancelling = Optional.empty();
    }

    private void lap(Step step, Stamp from, Stamp to) {
        laps.accept(new Lap(venue, step, from, to));
    }
}
