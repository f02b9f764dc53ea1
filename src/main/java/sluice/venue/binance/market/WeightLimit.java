package sluice.venue.binance.market;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import sluice.net.HttpOutcome.Reply;

/**
 * When the next call may leave: market data takes at most half of what the venue allows an address, in bursts of a
 * quarter, so that orders are never short of it.
 *
 * <p>rest-api.md, "IP Limits": REQUEST_WEIGHT, {@code X-MBX-USED-WEIGHT-(intervalNum)(intervalLetter)}; "When a 429 is
 * received, it's your obligation as an API to back off"; "A Retry-After header is sent with a 418 or 429 responses".
 * Confined to its session.
 */
final class WeightLimit {

    private static final long MINUTE = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final int ALLOWED = 6000;
    private static final int SHARE = ALLOWED / 2;
    private static final int BURST = ALLOWED / 4;
    private static final int FULL = ALLOWED * 8 / 10;

    /** Without a Retry-After: long enough for the minute to turn. */
    private static final long UNSAID_WAIT = MINUTE;

    private long creditAt;
    private boolean started;
    private long blockedUntil;
    private boolean blocked;

    /** When a call of this weight may leave; not before now. */
    long freeAt(int weight, long now) {
        start(now);
        long paid = creditAt + cost(weight);
        long free = Math.max(now, paid);
        return blocked ? Math.max(free, blockedUntil) : free;
    }

    void spend(int weight, long now) {
        start(now);
        creditAt = Math.max(creditAt, now - cost(BURST)) + cost(weight);
    }

    /** Learns from a reply: how much is used, and whether to stay away. Answers until when. */
    Optional<Long> heed(Reply reply, Instant wall, long now) {
        if (reply.status() == 429 || reply.status() == 418) {
            return Optional.of(block(now + wait(reply.headers())));
        }
        if (number(reply.headers().getOrDefault("x-mbx-used-weight-1m", "")) >= FULL) {
            block(now + (60 - Math.floorMod(wall.getEpochSecond(), 60L)) * SECOND);
        }
        return Optional.empty();
    }

    private long block(long until) {
        blockedUntil = blocked ? Math.max(blockedUntil, until) : until;
        blocked = true;
        return blockedUntil;
    }

    private void start(long now) {
        if (!started) {
            started = true;
            creditAt = now - cost(BURST);
        }
        if (blocked && now >= blockedUntil) {
            blocked = false;
        }
    }

    private static long wait(Map<String, String> headers) {
        long seconds = number(headers.getOrDefault("retry-after", ""));
        return seconds > 0 ? seconds * SECOND : UNSAID_WAIT;
    }

    private static long cost(int weight) {
        return weight * (MINUTE / SHARE);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
