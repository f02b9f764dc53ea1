package sluice.net.limit;

import java.util.OptionalLong;

/** The earliest of several times, some of which there may not be; asked for after every input. Confined to one call. */
public final class Earliest {

    private long nanos = Long.MAX_VALUE;
    private boolean isAny;

    public Earliest and(OptionalLong time) {
        return time.isPresent() ? and(time.getAsLong()) : this;
    }

    public Earliest and(long time) {
        nanos = Math.min(nanos, time);
        isAny = true;
        return this;
    }

    public OptionalLong nanos() {
        return isAny ? OptionalLong.of(nanos) : OptionalLong.empty();
    }
}
