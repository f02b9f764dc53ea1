package sluice.sim.replay;

import java.util.Optional;

/** A recording that can be read from its beginning, more than once. */
public interface Frames {

    Reader open();

    /** One reading. */
    interface Reader extends AutoCloseable {

        /** The next frame; empty at the end. */
        Optional<Frame> next();

        @Override
        void close();
    }
}
