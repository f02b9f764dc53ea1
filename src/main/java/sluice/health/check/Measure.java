package sluice.health.check;

import java.util.Locale;

/** What is looked at. */
public enum Measure {
    /** From an order's bytes to the venue's word. */
    ORDER_LATENCY("order placement latency"),
    /** How long questions take that are asked all the while. */
    ROUND_TRIP("round trip of questions"),
    /** Orders that take, which filled whole in the expected time. */
    FILL_RATE("fill rate in the expected time"),
    /** New orders that the venue rejected or nobody knows about. */
    ERROR_RATE("error rate"),
    BOOKS("book freshness"),
    /** The private stream, by which fills come. */
    PRIVATE_STREAM("private stream"),
    RECONNECTS("reconnects per hour"),
    /** Breaker and bans. */
    LINK("link"),
    CLOCK("clock offset"),
    JOURNAL("journal latency"),
    INBOX("inbox depth"),
    MEMORY("memory");

    private final String words;

    Measure(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** The kind of the alerts about it, which is stable. */
    public String kind() {
        return "HEALTH_" + name().toUpperCase(Locale.ROOT);
    }
}
