package sluice.order;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** TimeInForce(59): how long an order may work. Immutable. */
public record Tif(Kind kind, Optional<Instant> until) {

    /** Good till cancelled, immediate or cancel, fill or kill, good till date. */
    public enum Kind {
        GTC,
        IOC,
        FOK,
        GTD
    }

    public static final Tif GTC = new Tif(Kind.GTC, Optional.empty());
    public static final Tif IOC = new Tif(Kind.IOC, Optional.empty());
    public static final Tif FOK = new Tif(Kind.FOK, Optional.empty());

    public Tif {
        if ((kind == Kind.GTD) != until.isPresent()) {
            throw new IllegalArgumentException("only GTD has an end, and it must have one");
        }
    }

    public static Tif gtd(Instant until) {
        return new Tif(Kind.GTD, Optional.of(until));
    }

    /** Reads {@code gtc}, {@code ioc}, {@code fok} or {@code gtd:2026-01-31T12:00:00Z}. */
    public static Tif of(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("GTD:")) {
            return gtd(Instant.parse(upper.substring(4)));
        }
        if (upper.equals("GTD")) {
            throw new IllegalArgumentException("gtd needs its end, as in gtd:2026-01-31T12:00:00Z");
        }
        return new Tif(Kind.valueOf(upper), Optional.empty());
    }

    /** Whether the order can rest on the book. */
    public boolean rests() {
        return kind == Kind.GTC || kind == Kind.GTD;
    }

    @Override
    public String toString() {
        return until.map(end -> "GTD:" + end).orElse(kind.name());
    }
}
