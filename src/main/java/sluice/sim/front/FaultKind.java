package sluice.sim.front;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be made to go wrong at a simulated venue. */
public enum FaultKind {
    /** The request is carried out, then its connection is cut before the answer. */
    REPLY_LOST,
    /** The connection is cut before the request is seen. */
    REQUEST_LOST,
    /** The answer comes late. */
    DELAY,
    /** The answer is the given status, headers and body; nothing is carried out unless said. */
    HTTP,
    /** The answer is that there were too many requests. */
    RATE_LIMIT,
    /** Every request is answered that the caller is banned. */
    BAN,
    /** Connections are cut, without a close frame. */
    DISCONNECT,
    /** A connection stays open and nothing comes on it any more. */
    SILENCE,
    /** A message of a stream is left out. */
    GAP,
    /** A message of a stream comes after the next one. */
    REORDER,
    /** A message of a stream comes twice. */
    DUPLICATE,
    /** A book message carries a wrong checksum. */
    CORRUPT_CHECKSUM,
    /** The venue's clock is wrong. */
    CLOCK_SKEW,
    /** Nothing is served. */
    MAINTENANCE,
    /** The venue says that it will be closed from {@code begins} until {@code ends}, in milliseconds since 1970. */
    MAINTENANCE_ANNOUNCED,
    /** An order is rejected with the given code. */
    REJECT,
    /** A new order cannot be seen by queries for a while. */
    READ_LAG,
    /** A message of the private stream is left out. */
    DROP_PRIVATE,
    /** The venue's own services begin again, and with them the numbers of its books. */
    RESTART,
    /** The desk's key may take money out. */
    KEY_WITHDRAWS;

    /** The name as the admin endpoint has it, {@code reply-lost}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FaultKind> of(String wire) {
        return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    /** A condition lasts until it is taken back when neither a count nor a time is given. */
    boolean isCondition() {
        return switch (this) {
            case CLOCK_SKEW, MAINTENANCE, MAINTENANCE_ANNOUNCED, KEY_WITHDRAWS -> true;
            case REPLY_LOST,
                    REQUEST_LOST,
                    DELAY,
                    HTTP,
                    RATE_LIMIT,
                    BAN,
                    DISCONNECT,
                    SILENCE,
                    GAP,
                    REORDER,
                    DUPLICATE,
                    CORRUPT_CHECKSUM,
                    REJECT,
                    READ_LAG,
                    DROP_PRIVATE,
                    RESTART -> false;
        };
    }
}
