package sluice.sim.front;

import java.time.Duration;

/** How one venue words the answers that faults call for. */
public interface Refusals {

    Delivery.Reply rateLimited(Duration retryAfter);

    /** Starts or continues a ban of the caller. */
    Delivery.Reply banned(Duration retryAfter);

    Delivery.Reply maintenance();

    /** The venue's rejection of an order with the fault's {@code code} and {@code msg}. */
    Delivery.Reply rejected(Fault fault);
}
