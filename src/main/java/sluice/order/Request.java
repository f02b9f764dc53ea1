package sluice.order;

import java.util.Optional;

/** A request about an order that is on its way, with what it would change. */
public sealed interface Request {

    /** The one word shown for it. */
    String name();

    /** The order itself was sent. */
    record New() implements Request {

        @Override
        public String name() {
            return "NEW";
        }
    }

    record Cancel() implements Request {

        @Override
        public String name() {
            return "CANCEL";
        }
    }

    /** An amend: the terms it asks for, and the id its order has where the venue needs a new one. */
    record Replace(ClOrdId next, Terms terms) implements Request {

        @Override
        public String name() {
            return "REPLACE";
        }
    }

    /** The terms this request would leave the order with, where it changes them. */
    default Optional<Terms> asked() {
        return this instanceof Replace replace ? Optional.of(replace.terms()) : Optional.empty();
    }
}
