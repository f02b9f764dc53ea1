package sluice.health.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Numbers of the last five minutes, the newest thousands of them. Confined to one thread. */
final class Recent {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int MOST = 5_000;

    private final ArrayDeque<At> numbers = new ArrayDeque<>();
    private double sum;

    private record At(Instant at, double number) {}

    void add(double number, Instant at) {
        numbers.add(new At(at, number));
        sum += number;
        if (numbers.size() > MOST) {
            sum -= numbers.remove().number();
        }
    }

    void forget(Instant now) {
        while (!numbers.isEmpty() && numbers.peek().at().plus(KEPT).isBefore(now)) {
            sum -= numbers.remove().number();
        }
    }

    int count() {
        return numbers.size();
    }

    double mean() {
        return numbers.isEmpty() ? 0 : sum / numbers.size();
    }

    /** Nobody but the last of a hundred is above it. */
    double p99() {
        var sorted = numbers.stream().mapToDouble(At::number).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }
}
