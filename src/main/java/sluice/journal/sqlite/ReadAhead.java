package sluice.journal.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.journal.Entry;

/**
 * Reads on one thread and decodes on another, a few blocks ahead of the caller, so that reading, decoding and folding
 * overlap.
 *
 * <p>Each stage is confined to its thread; the consumer is called on the caller's alone.
 */
final class ReadAhead {

    private static final int BLOCK = 512;
    private static final int BLOCKS_AHEAD = 16;

    private ReadAhead() {}

    /** Gives every entry to a consumer, in order. */
    interface Source {
        void read(Consumer<Entry> sink) throws SQLException;
    }

    /** Returns when the consumer has had everything; what the source or the decoder throws comes out as the cause. */
    static <T> void read(Source source, Function<Entry, T> decoder, Consumer<T> consumer)
            throws ExecutionException, InterruptedException {
        var read = new Blocks<Entry>();
        var decoded = new Blocks<T>();
        var reading = new Stage("journal-reader", read, () -> source.read(read::add));
        var decoding =
                new Stage("journal-decoder", decoded, () -> read.drain(entry -> decoded.add(decoder.apply(entry))));
        try {
            decoded.drain(consumer);
            reading.task.get();
            decoding.task.get();
        } finally {
            reading.end();
            decoding.end();
        }
    }

    /** A thread that fills blocks. */
    private static final class Stage {

        private final FutureTask<Boolean> task;
        private final Thread thread;

        Stage(String name, Blocks<?> blocks, Work work) {
            task = new FutureTask<>(filling(blocks, work));
            thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.start();
        }

        private static Callable<Boolean> filling(Blocks<?> blocks, Work work) {
            return () -> {
                try {
                    work.run();
                    blocks.pass();
                    return true;
                } finally {
                    blocks.end();
                }
            };
        }

        void end() throws InterruptedException {
            task.cancel(true);
            thread.join();
        }
    }

    /** What a stage does until there is no more. */
    private interface Work {
        void run() throws SQLException, InterruptedException;
    }

    /** What one stage has ready for the next. */
    private static final class Blocks<T> {

        private final BlockingQueue<List<T>> ready = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
        private List<T> filling = new ArrayList<>(BLOCK);

        void add(T item) {
            filling.add(item);
            if (filling.size() == BLOCK) {
                pass();
            }
        }

        void pass() {
            if (filling.isEmpty()) {
                return;
            }
            try {
                ready.put(filling);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
            filling = new ArrayList<>(BLOCK);
        }

        /** An empty block is the last, whatever happened before it. */
        void end() throws InterruptedException {
            ready.put(List.of());
        }

        void drain(Consumer<T> consumer) throws InterruptedException {
            for (var block = ready.take(); !block.isEmpty(); block = ready.take()) {
                block.forEach(consumer);
            }
        }
    }
}
