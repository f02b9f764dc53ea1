package sluice.journal.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import sluice.journal.Entry;

/**
 * Reads on a thread of its own, a few blocks ahead of the caller, so that reading and folding overlap.
 *
 * <p>Confined to the caller's thread, on which alone the consumer is called.
 */
final class ReadAhead {

    private static final int BLOCK = 512;
    private static final int BLOCKS_AHEAD = 8;

    /** Gives every entry to a consumer, in order. */
    interface Source {
        void read(Consumer<Entry> sink) throws SQLException;
    }

    private final BlockingQueue<List<Entry>> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private List<Entry> filling = new ArrayList<>(BLOCK);

    /** Returns when the consumer has had everything; what the source throws comes out as the cause. */
    void read(Source source, Consumer<Entry> consumer) throws ExecutionException, InterruptedException {
        var reading = new FutureTask<Boolean>(() -> produce(source));
        var thread = new Thread(reading, "journal-reader");
        thread.setDaemon(true);
        thread.start();
        try {
            for (var block = blocks.take(); !block.isEmpty(); block = blocks.take()) {
                block.forEach(consumer);
            }
            reading.get();
        } finally {
            reading.cancel(true);
            thread.join();
        }
    }

    /** An empty block is the last, whatever happened before it. */
    private boolean produce(Source source) throws SQLException, InterruptedException {
        try {
            source.read(this::add);
            pass();
            return true;
        } finally {
            blocks.put(List.of());
        }
    }

    private void add(Entry entry) {
        filling.add(entry);
        if (filling.size() == BLOCK) {
            pass();
        }
    }

    private void pass() {
        if (filling.isEmpty()) {
            return;
        }
        try {
            blocks.put(filling);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        filling = new ArrayList<>(BLOCK);
    }
}
