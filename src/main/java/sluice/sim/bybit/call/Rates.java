package sluice.sim.bybit.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often who may ask. Confined to the simulator's thread.
 *
 * <p>v5/rate-limit: per UID and endpoint in a rolling second, beyond it retCode 10006; per IP 600 requests in 5
 * seconds, beyond it HTTP 403 "access too frequent" for ten minutes.
 */
public final class Rates {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration IP_WINDOW = Duration.ofSeconds(5);
    private static final Duration BANNED = Duration.ofMinutes(10);

    private final int perIp;
    private final Deque<Instant> all = new ArrayDeque<>();
    private final Map<String, Deque<Instant>> byEndpoint = new HashMap<>();
    private Optional<Instant> bannedUntil = Optional.empty();

    /** What is left of a limit, and when it is whole again. */
    public record Left(int limit, int left, Instant reset) {}

    /** @param perIp requests in five seconds; the venue's own is 600 */
    public Rates(int perIp) {
        this.perIp = perIp;
    }

    /** Counts a request from the only IP there is, or refuses it. */
    public void arrive(Instant now) {
        if (bannedUntil.filter(now::isBefore).isPresent()) {
            throw Refusal.tooFrequent();
        }
        bannedUntil = Optional.empty();
        if (count(all, now, IP_WINDOW) > perIp) {
            ban(BANNED, now);
            throw Refusal.tooFrequent();
        }
    }

    public void ban(Duration time, Instant now) {
        bannedUntil = Optional.of(now.plus(time));
    }

    public boolean isBanned(Instant now) {
        return bannedUntil.filter(now::isBefore).isPresent();
    }

    /** Counts a request of an account's at an endpoint; {@code left} below zero when it was one too many. */
    public Left use(String account, String endpoint, int limit, Instant now) {
        var times = byEndpoint.computeIfAbsent(account + " " + endpoint, key -> new ArrayDeque<>());
        var used = count(times, now, SECOND);
        if (used > limit) {
            times.removeLast();
        }
        return new Left(limit, limit - used, used > limit ? times.getFirst().plus(SECOND) : now);
    }

    private static int count(Deque<Instant> times, Instant now, Duration window) {
        times.addLast(now);
        while (!times.getFirst().plus(window).isAfter(now)) {
            times.removeFirst();
        }
        return times.size();
    }
}
