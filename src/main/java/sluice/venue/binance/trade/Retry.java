package sluice.venue.binance.trade;

import java.util.random.RandomGenerator;

final class Retry {
    private final RandomGenerator random;
    private int attempts;

    Retry(RandomGenerator random) {
        this.random = random;
    }

    void reset() {
        attempts = 0;
    }

    long nextNanos() {
        var cap = Math.min(50_000_000L << Math.min(attempts++, 10), 30_000_000_000L);
        return random.nextLong(cap);
    }
}
