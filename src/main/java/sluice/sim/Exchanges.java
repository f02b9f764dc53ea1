package sluice.sim;

import java.time.Instant;
import java.util.List;

/** Several exchanges moved on together, by a model of a market or by a recording of one. Confined to one thread. */
public interface Exchanges extends AutoCloseable {

    List<String> venues();

    Exchange exchange(String venue);

    /**
     * Plays towards a moment.
     *
     * @param isAttended whether anybody is connected to hear it
     * @return whether there is more to play until then, which is best heard in parts
     */
    boolean play(Instant now, boolean isAttended);

    /** Whether any account has an order open: such exchanges must be played though nobody looks. */
    boolean isWorking();

    void freeze(boolean frozen);

    @Override
    void close();
}
