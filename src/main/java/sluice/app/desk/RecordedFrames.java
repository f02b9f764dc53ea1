package sluice.app.desk;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import sluice.net.traffic.TrafficFile;
import sluice.net.traffic.TrafficFrame;
import sluice.net.traffic.UnableToReadException;
import sluice.sim.replay.Frame;
import sluice.sim.replay.Frames;

/** A recording on disk as the simulator plays it: read a little ahead by a thread of its own. */
record RecordedFrames(Path file) implements Frames {

    private static final int AHEAD = 1_024;

    @Override
    public Reader open() {
        var reading = new Reading(file);
        Threads.daemon("recording", reading).start();
        return reading;
    }

    /** Whose recording it is by its addresses or the names of its connections; empty when neither tells. */
    Optional<String> venue(Collection<String> names) {
        try (var reader = open()) {
            var found = Optional.<String>empty();
            for (var frame = reader.next(); frame.isPresent() && found.isEmpty(); frame = reader.next()) {
                var where = (frame.get().conn() + " " + frame.get().url()).toLowerCase(Locale.ROOT);
                found = names.stream().filter(where::contains).findFirst();
            }
            return found;
        }
    }

    /** One reading; what was put into the queue last is the end. */
    private static final class Reading implements Reader, Runnable {

        private final Path file;
        private final BlockingQueue<Optional<Frame>> ahead = new ArrayBlockingQueue<>(AHEAD);
        private volatile boolean closed;
        private volatile Optional<UnableToReadException> failure = Optional.empty();
        private boolean ended;
        private long taken;

        private Reading(Path file) {
            this.file = file;
        }

        /** Ends the reading of a file from inside. */
        private static final class Enough extends RuntimeException {

            private static final long serialVersionUID = 1L;
        }

        @Override
        public void run() {
            try {
                read();
                put(Optional.empty());
            } catch (Enough e) {
                ahead.clear();
            }
        }

        private void read() {
            try {
                TrafficFile.read(file, frame -> put(translated(frame)));
            } catch (UnableToReadException e) {
                failure = Optional.of(e);
            }
        }

        private static Optional<Frame> translated(TrafficFrame frame) {
            var kind = switch (frame.dir()) {
                case RECV -> Frame.Kind.RECEIVED;
                case HTTP -> Frame.Kind.REPLY;
                case CONNECT -> Frame.Kind.OPENED;
                case SEND -> Frame.Kind.SENT;
            };
            return Optional.of(new Frame(frame.ts(), kind, frame.conn(), frame.url(), frame.data()));
        }

        private void put(Optional<Frame> frame) {
            try {
                ahead.put(frame);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
            if (closed) {
                throw new Enough();
            }
        }

        /** A recording that breaks off ends there; one that does not even begin cannot be read. */
        @Override
        public Optional<Frame> next() {
            var next = ended ? Optional.<Frame>empty() : taken();
            ended = next.isEmpty();
            if (ended && taken == 0 && failure.isPresent()) {
                throw failure.get();
            }
            taken += ended ? 0 : 1;
            return next;
        }

        private Optional<Frame> taken() {
            try {
                return ahead.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            closed = true;
            ahead.clear();
        }
    }
}
