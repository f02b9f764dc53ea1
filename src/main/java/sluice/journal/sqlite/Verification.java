package sluice.journal.sqlite;

import java.util.List;
import java.util.Optional;
import sluice.journal.Head;

/**
 * What a look at every event found. Immutable.
 *
 * @param events how many were read, archives included
 * @param head the last event as it was found
 * @param faults none for a sound journal; the first few otherwise, in the order of their events
 */
public record Verification(long events, Head head, List<Fault> faults) {

    /**
     * Something that is not as it was written.
     *
     * @param seq the first event concerned; 0 when it is none in particular
     */
    public record Fault(long seq, String why) {}

    public Verification {
        faults = List.copyOf(faults);
    }

    public boolean ok() {
        return faults.isEmpty();
    }

    public Optional<Fault> first() {
        return faults.stream().findFirst();
    }
}
