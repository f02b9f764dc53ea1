package sluice.net.orders;

import java.util.List;
import sluice.order.OrderId;

/** What a frame of a private socket is to whoever keeps the link. */
public sealed interface PrivateFrame<E> {

    /** The venue took the last step of the greeting, and wants this next. */
    record Step<E>(String reply) implements PrivateFrame<E> {}

    /** The greeting is over: from here on we are told everything. */
    record Ready<E>() implements PrivateFrame<E> {}

    /** The venue turned the greeting down; it may have blamed our clock. */
    record Refused<E>(String text, boolean blamesClock) implements PrivateFrame<E> {}

    /** Nothing more will come here. */
    record Ending<E>(String name) implements PrivateFrame<E> {}

    /** Something that this link should have brought before is missing. */
    record Skipped<E>(String text) implements PrivateFrame<E> {}

    /**
     * News, which speaks of these orders.
     *
     * @param isStrange whether it has words in it that we do not know
     */
    record News<E>(E event, List<OrderId> orders, boolean isStrange) implements PrivateFrame<E> {

        public News(E event, List<OrderId> orders) {
            this(event, orders, false);
        }

        public News {
            orders = List.copyOf(orders);
        }
    }

    /** Of a type that we do not know. */
    record Unknown<E>() implements PrivateFrame<E> {}

    /** The venue lives, and no more. */
    record Alive<E>() implements PrivateFrame<E> {}
}
