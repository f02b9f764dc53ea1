package sluice.venue.binance.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import sluice.market.Clock;
import sluice.venue.binance.trade.reply.AccountObjects;
import sluice.venue.binance.trade.wire.ReadRequests;

/**
 * The venue's clock as far as we know it: ours, and how far it is from the venue's.
 *
 * <p>Taken at the start, every few minutes, when the venue blames our timestamps, and when our own wall clock jumped
 * against the monotonic one, as it does after a sleep.
 */
final class VenueTime {

    private static final long EVERY_NANOS = Duration.ofMinutes(5).toNanos();
    private static final long AGAIN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration JUMP = Duration.ofMillis(500);

    private final Clock clock;
    private Duration offset = Duration.ZERO;
    private boolean isAsking;
    private long dueNanos;
    private Instant seenAt;
    private long seenNanos;

    VenueTime(Clock clock) {
        this.clock = clock;
        this.dueNanos = clock.nanos();
        this.seenAt = clock.now();
        this.seenNanos = clock.nanos();
    }

    Instant now() {
        return clock.now().plus(offset);
    }

    Duration offset() {
        return offset;
    }

    /** To be taken anew as soon as may be. */
    void distrust() {
        dueNanos = clock.nanos();
    }

    /** How far the wall clock has gone against the monotonic one since it was last looked at. */
    Duration jump() {
        var wall = Duration.between(seenAt, clock.now());
        var jump = wall.minusNanos(clock.nanos() - seenNanos);
        seenAt = clock.now();
        seenNanos = clock.nanos();
        if (jump.abs().compareTo(JUMP) > 0) {
            distrust();
        }
        return jump;
    }

    /** Asks the venue for its time, where that is due. */
    void woken(Gate gate, ReadRequests requests, Runnable known) {
        if (isAsking || clock.nanos() < dueNanos) {
            return;
        }
        isAsking = true;
        var sent = new long[1];
        gate.soon(
                Ask.read(1, at -> {
                    sent[0] = clock.nanos();
                    return requests.time();
                }),
                answer -> {
                    isAsking = false;
                    dueNanos = clock.nanos() + AGAIN_NANOS;
                    if (answer instanceof Answer.Done done) {
                        take(AccountObjects.serverTime(done.body()), clock.nanos() - sent[0]);
                        known.run();
                    }
                });
    }

    /** The venue read its clock about half way through. */
    private void take(Instant venueTime, long roundTripNanos) {
        offset = Duration.between(clock.now(), venueTime.plusNanos(roundTripNanos / 2));
        dueNanos = clock.nanos() + EVERY_NANOS;
    }

    OptionalLong nextNanos() {
        return isAsking ? OptionalLong.empty() : OptionalLong.of(dueNanos);
    }
}
