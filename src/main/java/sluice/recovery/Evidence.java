package sluice.recovery;

import java.util.Optional;
import sluice.order.Closure;
import sluice.venue.Lookup;
import sluice.venue.Manifest;

/** What a single answer about a single order proves. */
public final class Evidence {

    private Evidence() {}

    /** The answer to a question about one order; empty when it changes nothing and asks for nothing. */
    public static Optional<Step> ofLookup(Held held, Lookup lookup, Manifest manifest, Learned learned) {
        return Optional.empty();
    }

    /** A new order turned down: a known id is no rejection but proof that the first one arrived. */
    public static Optional<Step> ofRejection(Held held, Closure closure, Learned learned) {
        return Optional.empty();
    }

    /** A cancel or an amend turned down, which says nothing about the order: it is asked for. */
    public static Optional<Step> ofRequestRejection(Held held, Closure closure, Learned learned) {
        return Optional.empty();
    }
}
