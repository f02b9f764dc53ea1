package sluice.net.gate;

import java.time.Duration;
import java.util.Optional;
import sluice.order.Closure;

/** What a failed request means for what it asked. */
public sealed interface Ruling {

    /** It was turned down, and had no effect. */
    record DefiniteReject(Closure closure) implements Ruling {}

    /**
     * It was not looked at, and had no effect; it may be asked again.
     *
     * @param retryAfter how long the venue wants to be left alone; empty when it did not say
     */
    record NotExecuted(Closure closure, Optional<Duration> retryAfter) implements Ruling {}

    /** Nobody knows whether it had an effect. */
    record Unknown(String cause) implements Ruling {}

    /** The order is in no state for it: ended, never there, or there already. Only a query tells which. */
    record AlreadyDone(Closure closure) implements Ruling {}
}
