package sluice.journal.sqlite;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import sluice.journal.Checkpoint;

/**
 * Checkpoints in a table of their own. Each carries the fold that made it, since another cannot read it, and a digest,
 * since one that is damaged is only passed over. Two checksums are digest enough: a start waits for them, SHA-256 takes
 * more than ten times as long, and neither keeps out whoever may write the file.
 */
record Checkpoints(Connection connection, String fold) {

    private static final int KEPT = 2;
    private static final int SHA_256_BYTES = 32;

    void save(Checkpoint checkpoint) throws SQLException {
        Database.transact(connection, () -> {
            try (var insert = connection.prepareStatement(
                    "INSERT OR REPLACE INTO checkpoints (seq, fold, digest, state) VALUES (?, ?, ?, ?)")) {
                insert.setLong(1, checkpoint.seq());
                insert.setString(2, fold);
                insert.setBytes(3, sums(checkpoint));
                insert.setBytes(4, checkpoint.state());
                insert.executeUpdate();
            }
            Database.execute(
                    connection,
                    "DELETE FROM checkpoints WHERE rowid NOT IN"
                            + " (SELECT rowid FROM checkpoints ORDER BY seq DESC, rowid DESC LIMIT " + KEPT + ")");
        });
    }

    /** The newest sound one of this fold that is not ahead of the journal. */
    Optional<Checkpoint> newest(long head) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT seq, state, digest FROM checkpoints WHERE fold = ? AND seq <= ? ORDER BY seq DESC")) {
            select.setString(1, fold);
            select.setLong(2, head);
            var rows = select.executeQuery();
            while (rows.next()) {
                var checkpoint = new Checkpoint(rows.getLong(1), Rows.bytes(rows, 2));
                if (isSound(checkpoint, Rows.bytes(rows, 3))) {
                    return Optional.of(checkpoint);
                }
            }
            return Optional.empty();
        }
    }

    private static boolean isSound(Checkpoint checkpoint, byte[] digest) {
        var expected = digest.length == SHA_256_BYTES ? sha256(checkpoint) : sums(checkpoint);
        return Arrays.equals(expected, digest);
    }

    private static byte[] sums(Checkpoint checkpoint) {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(sum(new CRC32(), checkpoint))
                .putInt(sum(new CRC32C(), checkpoint))
                .array();
    }

    private static int sum(Checksum sum, Checkpoint checkpoint) {
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(checkpoint.seq()).flip());
        sum.update(checkpoint.state());
        return (int) sum.getValue();
    }

    /** As earlier versions made it. */
    private static byte[] sha256(Checkpoint checkpoint) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(checkpoint.seq()).flip());
            return sha256.digest(checkpoint.state());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
