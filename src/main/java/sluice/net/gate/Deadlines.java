package sluice.net.gate;

import java.time.Duration;

/**
 * How long a reply is waited for before nobody knows what became of the request. Immutable.
 *
 * @param order to a new order or an amend
 * @param read to a query, which is asked again when it brings nothing
 */
public record Deadlines(Duration order, Duration cancel, Duration read) {

    public static final Deadlines STANDARD =
            new Deadlines(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(5));

    /** The same for every kind. */
    public static Deadlines all(Duration deadline) {
        return new Deadlines(deadline, deadline, deadline);
    }

    Duration of(Ask.Kind kind) {
        return switch (kind) {
            case ORDER -> order;
            case CANCEL -> cancel;
            case READ -> read;
        };
    }
}
