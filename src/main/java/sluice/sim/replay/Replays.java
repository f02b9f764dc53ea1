package sluice.sim.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.sim.Exchange;
import sluice.sim.Exchanges;

/**
 * Recordings of several venues, played side by side from the moment somebody listens to one of them. Confined to the
 * simulator's thread.
 *
 * <p>Those that were made at the same time keep their distance in time; others begin together.
 */
public final class Replays implements Exchanges {

    private static final Duration SAME_TIME = Duration.ofMinutes(1);

    private final List<Replay> replays;

    private Replays(List<Replay> replays) {
        this.replays = List.copyOf(replays);
    }

    /** One venue, and the recording that it is in. */
    public record Part(String venue, Frames frames) {}

    /** Opens each; throws {@link UnreadableRecordingException} when nothing of a venue is in its recording. */
    public static Exchanges open(List<Part> parts, Speed speed, Instant now) {
        var replays = new ArrayList<Replay>();
        try {
            for (var part : parts) {
                replays.add(Replay.open(part.venue(), part.frames(), speed, now));
            }
        } catch (RuntimeException e) {
            replays.forEach(Replay::close);
            throw e;
        }
        align(replays);
        return new Replays(replays);
    }

    private static void align(List<Replay> replays) {
        var latest = replays.stream().mapToLong(Replay::position).max().orElse(0);
        if (replays.stream().allMatch(replay -> latest - replay.position() <= SAME_TIME.toNanos())) {
            replays.forEach(replay -> replay.skipTo(latest));
        }
    }

    @Override
    public List<String> venues() {
        return replays.stream().flatMap(replay -> replay.venues().stream()).toList();
    }

    @Override
    public Exchange exchange(String venue) {
        return replays.stream()
                .filter(replay -> replay.venues().contains(venue))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no recording of " + venue + "."))
                .exchange(venue);
    }

    @Override
    public boolean play(Instant now, boolean isAttended) {
        var isMore = false;
        for (var replay : replays) {
            isMore |= replay.play(now, isAttended);
        }
        return isMore;
    }

    @Override
    public boolean isWorking() {
        return false;
    }

    @Override
    public void freeze(boolean frozen) {
        replays.forEach(replay -> replay.freeze(frozen));
    }

    @Override
    public void close() {
        replays.forEach(Replay::close);
    }
}
