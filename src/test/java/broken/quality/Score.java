package broken.quality;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;

final class Score {

    private Score() {}

    static Object read() {
        return Instant.now();
    }

    static LongSupplier readLater() {
        return System::nanoTime;
    }

    static Object readTheDay() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static Object roll() {
        return new Random();
    }

    static Object name() {
        return UUID.randomUUID();
    }

    static Instant allowedRead(Clock clock) {
        return Instant.now(clock);
    }

    static Random allowedRoll(long seed) {
        return new Random(seed);
    }
}
