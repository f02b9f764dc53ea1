package sluice.journal;

import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * One file on a disk that fails as disks do: what is synced stays, what is not may be lost from any byte on.
 *
 * <p>Writes replace everything from their position to the end, and never reach back into what is synced. Every failure
 * is drawn from the generator given, so a seed repeats it. Confined to one thread.
 */
public final class SimulatedDisk {

    /** How likely a write finds the disk full (after a part of it), and a sync fails. */
    public record Odds(double full, double unsynced) {

        public static final Odds NONE = new Odds(0, 0);
    }

    private static final double HOLE = 0.2;
    private static final int HOLE_BYTES = 64;

    private final RandomGenerator dice;
    private Odds odds = Odds.NONE;
    private int capacity = Integer.MAX_VALUE;
    private byte[] bytes = new byte[1024];
    private int written;
    private int synced;

    public SimulatedDisk(RandomGenerator dice) {
        this.dice = dice;
    }

    public void odds(Odds odds) {
        this.odds = odds;
    }

    /** Makes the disk full at a size, or gives it room again. */
    public void capacity(int capacity) {
        this.capacity = capacity;
    }

    /**
     * The power goes: of what was not synced a prefix of any length is left, perhaps none, perhaps all, perhaps with a
     * hole where its bytes had not arrived yet.
     */
    public void crash() {
        written = synced + dice.nextInt(written - synced + 1);
        if (written > synced && happens(HOLE)) {
            var from = synced + dice.nextInt(written - synced);
            Arrays.fill(bytes, from, Math.min(written, from + HOLE_BYTES), (byte) 0);
        }
        synced = written;
    }

    /** Bytes that would survive a crash. */
    public int synced() {
        return synced;
    }

    /** Bytes a reader sees now. */
    public int written() {
        return written;
    }

    byte[] read() {
        return Arrays.copyOf(bytes, written);
    }

    void write(int position, byte[] data) throws IOException {
        if (position < synced || position > written) {
            throw new IllegalArgumentException("A write at " + position + " is outside the tail.");
        }
        var room = capacity - position;
        var fits = data.length <= room && !happens(odds.full());
        var length = fits ? data.length : dice.nextInt(Math.max(0, Math.min(room, data.length)) + 1);
        if (position + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, position + length));
        }
        System.arraycopy(data, 0, bytes, position, length);
        written = position + length;
        if (!fits) {
            throw new IOException("The simulated disk is full.");
        }
    }

    /** Drops everything from a position on, for good: what recovery does with a torn tail. */
    void cut(int position) {
        written = position;
        synced = position;
    }

    void sync() throws IOException {
        if (happens(odds.unsynced())) {
            throw new IOException("The simulated disk did not sync.");
        }
        synced = written;
    }

    private boolean happens(double chance) {
        return chance > 0 && dice.nextDouble() < chance;
    }
}
