package sluice.net.gate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a reply says of the link, whatever became of the request. Immutable.
 *
 * @param outOfOrder why the venue did not work; empty when it did, if only to refuse
 * @param blamesClock whether it found our timestamp outside its window
 * @param used its own counts of its limits
 * @param ban for how long it will not hear of us
 * @param pause for how long it wants nothing new
 */
public record Notice(
        Optional<String> outOfOrder,
        boolean blamesClock,
        List<Used> used,
        Optional<Duration> ban,
        Optional<Duration> pause) {

    /** So much is used of the limit of this name. */
    public record Used(String limit, int count) {}

    /** The venue works, and has nothing to say. */
    public static final Notice NONE =
            new Notice(Optional.empty(), false, List.of(), Optional.empty(), Optional.empty());

    public Notice {
        used = List.copyOf(used);
    }
}
