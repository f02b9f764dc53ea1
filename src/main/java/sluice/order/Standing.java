package sluice.order;

import java.util.Optional;

/** Where an order stands, apart from what is in flight or in doubt about it. Immutable. */
public record Standing(Kind kind, Optional<Closure> closure) {

    /** Not yet known to the venue, working there, or ended in one of three ways. */
    public enum Kind {
        PENDING,
        WORKING,
        FILLED,
        CANCELLED,
        REJECTED
    }

    public static final Standing PENDING = new Standing(Kind.PENDING, Optional.empty());
    public static final Standing WORKING = new Standing(Kind.WORKING, Optional.empty());
    public static final Standing FILLED = new Standing(Kind.FILLED, Optional.empty());

    public static Standing cancelled(Closure closure) {
        return new Standing(Kind.CANCELLED, Optional.of(closure));
    }

    public static Standing rejected(Closure closure) {
        return new Standing(Kind.REJECTED, Optional.of(closure));
    }

    public boolean isPending() {
        return kind == Kind.PENDING;
    }

    /** Whether something of the order can still happen at the venue. */
    public boolean isOpen() {
        return kind == Kind.PENDING || kind == Kind.WORKING;
    }
}
