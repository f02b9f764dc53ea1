package sluice.net;

import java.time.Duration;
import java.util.function.Consumer;

/** A call that is complete but may not leave yet, and who is told what becomes of it. */
public record HeldCall(HttpCall call, Departure departure, Consumer<HttpOutcome> outcome) {

    /** Told when it was called off: nothing of it has left. */
    void calledOff() {
        outcome.accept(new HttpOutcome.Failure(false, "it was called off before it left", Duration.ZERO));
    }
}
