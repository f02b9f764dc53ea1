package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import sluice.journal.Chain;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.journal.sqlite.beside.Beside;
import sluice.journal.sqlite.beside.HeadFile;

/** Where the hash chain stands in a file, and whether its end holds. */
record Links(Path file, Connection connection) {

    /** The last event's number and hash, as the file has them. */
    Head head() throws SQLException {
        var seq = Database.number(
                connection,
                "SELECT max(ifnull((SELECT max(seq) FROM events), 0),"
                        + " ifnull((SELECT max(last_seq) FROM archives), 0))");
        return new Head(seq, hash(seq));
    }

    /** The hash of an event, empty when neither it nor the end of an archive is here. */
    String hash(long seq) throws SQLException {
        return seq == 0
                ? Chain.GENESIS
                : Database.first(
                        connection,
                        "SELECT hash FROM events WHERE seq = ?1"
                                + " UNION ALL SELECT last_hash FROM archives WHERE last_seq = ?1",
                        row -> Chain.hex(Rows.bytes(row, 1)),
                        "",
                        seq);
    }

    /** The head, when the last event and the head file agree with it; verifying all of the chain takes longer. */
    Head soundHead() throws SQLException {
        var head = head();
        requireSoundEnd(head);
        requireTail(head);
        return head;
    }

    private void requireSoundEnd(Head head) throws SQLException {
        var last = read(head.seq());
        if (last.isEmpty()) {
            return;
        }
        var before = hash(head.seq() - 1);
        if (before.isEmpty()) {
            throw Trouble.damaged(file, "event " + (head.seq() - 1) + " is missing.");
        }
        if (!Chain.hex(new Chain(before).add(last.get(0))).equals(head.hash())) {
            throw Trouble.damaged(file, "the last event, " + head.seq() + ", does not match its hash.");
        }
    }

    private void requireTail(Head head) throws SQLException {
        var vouched = vouched();
        if (vouched.seq() > head.seq()) {
            throw Trouble.damaged(
                    file,
                    "it ends at event " + head.seq() + ", but " + vouched.seq() + " were committed ("
                            + Beside.head(file)
                            + "); the tail was cut off. If you put an older copy in its place on purpose, remove that"
                            + " file and reconcile.");
        }
        var hash = hash(vouched.seq());
        if (!hash.isEmpty() && !hash.equals(vouched.hash())) {
            throw Trouble.damaged(
                    file, "event " + vouched.seq() + " is not the one that was committed (" + Beside.head(file) + ").");
        }
    }

    private Head vouched() {
        try {
            return HeadFile.read(file).orElse(Head.NONE);
        } catch (IOException e) {
            throw new UnableToOpenException(
                    Why.INACCESSIBLE, "The journal's head file " + Beside.head(file) + " cannot be read.", e);
        }
    }

    private List<Entry> read(long seq) throws SQLException {
        var types = new EventTypes(connection);
        return Database.first(
                connection,
                "SELECT " + Rows.READ + " FROM events WHERE seq = ?",
                row -> List.of(Rows.read(row, types)),
                List.of(),
                seq);
    }
}
