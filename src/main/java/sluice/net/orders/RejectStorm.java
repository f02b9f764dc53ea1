package sluice.net.orders;

import java.time.Duration;
import java.util.Optional;

/** Holds new orders back for a while once the venue turned many down in a row, all in the same words. */
public final class RejectStorm {

    private static final int MANY = 10;
    private static final long PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private String words = "";
    private int inARow;
    private long untilNanos;

    public void rejected(String text, long nanos) {
        inARow = text.equals(words) ? inARow + 1 : 1;
        words = text;
        untilNanos = nanos + PAUSE_NANOS;
    }

    public void accepted() {
        inARow = 0;
    }

    /** After the pause one order may try, and the next rejection begins another. */
    public Optional<String> heldBack(long nanos) {
        return inARow >= MANY && nanos < untilNanos
                ? Optional.of("the last " + inARow + " orders were all rejected: " + words)
                : Optional.empty();
    }
}
