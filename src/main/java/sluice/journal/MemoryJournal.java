package sluice.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A journal on a simulated disk, for desks that live in simulated time.
 *
 * <p>Opened again on the disk after a crash it holds every batch it acknowledged, perhaps the unacknowledged one that
 * was being written, and no part of a batch. Confined to one thread.
 */
public final class MemoryJournal implements Journal {

    private final SimulatedDisk disk;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> fillKeys = new HashSet<>();
    private final Chain chain = new Chain(Chain.GENESIS);
    private Optional<Checkpoint> checkpoint = Optional.empty();
    private int end;
    private int hashed;

    /** Opens what the disk holds, cut after the last whole frame. */
    public MemoryJournal(SimulatedDisk disk) {
        this.disk = disk;
        var bytes = ByteBuffer.wrap(disk.read());
        for (var frame = Frame.decode(bytes); frame.isPresent(); frame = Frame.decode(bytes)) {
            keep(frame.get());
            end = bytes.position();
        }
        disk.cut(end);
    }

    /** Hashes only now, and only what is new: a simulation that never looks does not pay. */
    @Override
    public Head head() {
        for (; hashed < entries.size(); hashed++) {
            chain.add(entries.get(hashed));
        }
        return new Head(entries.size(), Chain.hex(chain.hash()));
    }

    @Override
    public void append(List<Entry> batch) {
        new Head(entries.size(), Chain.GENESIS).requireNext(batch);
        if (batch.isEmpty()) {
            return;
        }
        refuseRepeats(batch);
        write(new Frame(batch, Optional.empty()));
    }

    @Override
    public <T> void replay(long seq, Function<Entry, T> decoder, Consumer<T> reader) {
        List.copyOf(entries.subList((int) Math.min(seq, entries.size()), entries.size()))
                .forEach(entry -> reader.accept(decoder.apply(entry)));
    }

    @Override
    public List<Entry> about(long parent) {
        return entries.stream()
                .filter(entry -> entry.refs().parent() == parent && parent > 0)
                .toList();
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    @Override
    public void save(Checkpoint checkpoint) {
        if (checkpoint.seq() > entries.size()) {
            throw new IllegalArgumentException("A checkpoint at " + checkpoint.seq() + " is ahead of the journal.");
        }
        write(new Frame(List.of(), Optional.of(checkpoint)));
    }

    @Override
    public void idle() {
        // Nothing was put off.
    }

    @Override
    public void close() {
        // Memory needs no closing, and the disk outlives it.
    }

    private void refuseRepeats(List<Entry> batch) {
        var fresh = new HashSet<String>();
        for (var entry : batch) {
            var key = entry.refs().fillKey();
            if (!key.isEmpty() && (fillKeys.contains(key) || !fresh.add(key))) {
                throw UnableToAppendException.repeated(key);
            }
        }
    }

    /** A failed write leaves its bytes in the tail, where the next one goes over them, unless a crash comes first. */
    private void write(Frame frame) {
        var bytes = frame.encode();
        try {
            disk.write(end, bytes);
            disk.sync();
        } catch (IOException e) {
            throw new UnableToAppendException("The journal could not be written: " + e.getMessage(), e);
        }
        end += bytes.length;
        keep(frame);
    }

    private void keep(Frame frame) {
        for (var entry : frame.batch()) {
            entries.add(entry);
            fillKeys.add(entry.refs().fillKey());
        }
        if (frame.checkpoint().isPresent()) {
            checkpoint = frame.checkpoint();
        }
    }
}
