package sluice.sim.binance.call;

import java.time.Duration;
import java.time.Instant;

/**
 * The request weight one caller has used in the current minute, and the ban for going on after a refusal.
 *
 * <p>rest-api, "IP Limits": a 429 is returned when a limit is violated; repeatedly violating limits or failing to back
 * off results in an automated ban, HTTP 418, from 2 minutes up, scaling for repeat offenders.
 */
public final class Weights {

    private static final Duration FIRST_BAN = Duration.ofMinutes(2);
    private static final Duration LONGEST_BAN = Duration.ofDays(3);

    private final Limits limits;
    private long minute;
    private int used;
    private int ignored;
    private Instant bannedUntil = Instant.MIN;
    private Duration nextBan = FIRST_BAN;

    public Weights(Limits limits) {
        this.limits = limits;
    }

    /** Charges the weight, or refuses the request. */
    public void charge(int weight, Instant now) {
        refuseBanned(now);
        turn(now);
        if (used + weight <= limits.weightPerMinute()) {
            used += weight;
            return;
        }
        used += weight;
        if (++ignored > limits.patience()) {
            ban(nextBan, now);
            nextBan = nextBan.multipliedBy(2).compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : nextBan.multipliedBy(2);
            refuseBanned(now);
        }
        throw limited(Duration.between(now, Instant.ofEpochSecond((minute + 1) * 60)));
    }

    /** Gives back what a request turned out not to cost. */
    public void refund(int weight) {
        used = Math.max(0, used - weight);
    }

    public void ban(Duration time, Instant now) {
        var until = now.plus(time);
        bannedUntil = until.isAfter(bannedUntil) ? until : bannedUntil;
    }

    public void refuseBanned(Instant now) {
        if (now.isBefore(bannedUntil)) {
            throw banned(Duration.between(now, bannedUntil), bannedUntil);
        }
    }

    public int used(Instant now) {
        turn(now);
        return used;
    }

    public Refusal limited(Duration retryAfter) {
        return Refusal.until(
                retryAfter,
                429,
                "Too much request weight used; current limit is " + limits.weightPerMinute()
                        + " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to avoid polling"
                        + " the API.");
    }

    public static Refusal banned(Duration retryAfter, Instant until) {
        return Refusal.until(
                retryAfter,
                418,
                "Way too much request weight used; IP banned until " + until.toEpochMilli()
                        + ". Please use WebSocket Streams for live updates to avoid bans.");
    }

    private void turn(Instant now) {
        var current = Math.floorDiv(now.getEpochSecond(), 60L);
        if (current != minute) {
            minute = current;
            used = 0;
            ignored = 0;
        }
    }
}
