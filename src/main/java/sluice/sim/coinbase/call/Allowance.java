package sluice.sim.coinbase.call;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What is left of a limit in the current second. Confined to the simulator's thread. */
public final class Allowance {

    private final int limit;
    private long second;
    private int used;

    public Allowance(int limit) {
        this.limit = limit;
    }

    /** Whether one more is within the limit; it counts either way. */
    public boolean take(Instant now) {
        turn(now);
        used++;
        return used <= limit;
    }

    /** As every answer tells it. */
    public Map<String, String> headers(Instant now) {
        turn(now);
        var headers = new TreeMap<String, String>();
        headers.put("x-ratelimit-limit", String.valueOf(limit));
        headers.put("x-ratelimit-remaining", String.valueOf(Math.max(0, limit - used)));
        headers.put("x-ratelimit-reset", "1");
        return headers;
    }

    private void turn(Instant now) {
        used = now.getEpochSecond() == second ? used : 0;
        second = now.getEpochSecond();
    }
}
