package sluice.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash chain over a journal: each entry's hash covers its own bytes and the hash before it, so that no entry can be
 * changed, dropped or slipped in without every later hash showing it.
 *
 * <p>The hash is SHA-256 over, numbers big-endian: the previous hash (32 bytes), seq (8), wall clock seconds (8) and
 * nanoseconds (4), monotonic nanoseconds (8), parent (8), child (8), length (4) and UTF-8 of the type, length (4) and
 * UTF-8 of the fill key, the payload.
 *
 * <p>Confined to one thread: digest and buffers are reused.
 */
public final class Chain {

    /** The hash before the first entry. */
    public static final String GENESIS = "0".repeat(64);

    private static final int NUMBERS = Long.BYTES * 5 + Integer.BYTES * 3;

    private final MessageDigest sha256;
    private final ByteBuffer numbers = ByteBuffer.allocate(NUMBERS);
    private byte[] hash;

    public Chain(String hash) {
        this.hash = HexFormat.of().parseHex(hash);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    /** Goes back, or on, to another hash. */
    public void resume(byte[] hash) {
        this.hash = hash.clone();
    }

    /** Adds an entry and returns its hash. */
    public byte[] add(Entry entry) {
        var type = entry.type().getBytes(StandardCharsets.UTF_8);
        var fillKey = entry.refs().fillKey().getBytes(StandardCharsets.UTF_8);
        var at = entry.stamp().at();
        numbers.clear()
                .putLong(entry.seq())
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(entry.stamp().nanos())
                .putLong(entry.refs().parent())
                .putLong(entry.refs().child())
                .putInt(type.length)
                .putInt(fillKey.length);
        var split = NUMBERS - Integer.BYTES;
        sha256.update(hash);
        sha256.update(numbers.array(), 0, split);
        sha256.update(type);
        sha256.update(numbers.array(), split, Integer.BYTES);
        sha256.update(fillKey);
        hash = sha256.digest(entry.payload());
        return hash;
    }

    public byte[] hash() {
        return hash.clone();
    }

    public static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
