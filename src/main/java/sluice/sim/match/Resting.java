package sluice.sim.match;

import org.jspecify.annotations.Nullable;
import sluice.market.Side;

/** An order standing in the queue of a level. Confined to the simulator's thread. */
public final class Resting {

    /** The owner of everything that belongs to no account. */
    public static final int CROWD = 0;

    final Level level;

    @Nullable
    Resting ahead;

    @Nullable
    Resting behind;

    long lots;

    private final long id;
    private final int owner;

    Resting(Level level, long id, int owner, long lots) {
        this.level = level;
        this.id = id;
        this.owner = owner;
        this.lots = lots;
    }

    public long id() {
        return id;
    }

    public int owner() {
        return owner;
    }

    public boolean isCrowd() {
        return owner == CROWD;
    }

    public Side side() {
        return level.side;
    }

    public long ticks() {
        return level.ticks;
    }

    public long lots() {
        return lots;
    }
}
