package sluice.net.gate;

import java.util.OptionalLong;

/** A part of a session that has things to do at certain times. Confined to its session. */
public interface Due {

    /** Does what is due by now; may be called early. */
    void woken();

    /** When it wants to be woken next, in monotonic nanoseconds. */
    OptionalLong nextNanos();
}
