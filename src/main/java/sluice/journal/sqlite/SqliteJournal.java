package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.journal.Chain;
import sluice.journal.Checkpoint;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.Journal;
import sluice.journal.UnableToAppendException;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;
import sluice.journal.sqlite.JournalFile.Selection;
import sluice.journal.sqlite.beside.HeadFile;
import sluice.journal.sqlite.beside.Owner;

/**
 * The journal in a SQLite file: one transaction and one sync per batch, readable by others all the while.
 *
 * <p>Confined to the desk thread, but for {@link #close}.
 */
public final class SqliteJournal implements Journal {

    /** Reading fewer on a second thread costs more than it saves. */
    private static final int WORTH_A_THREAD = 2_000;

    /** Bytes a commit adds to the log beside its payloads: a page of the table, and of an index or two. */
    private static final int COMMIT_BYTES = 3 * 4_096;

    private static final int WORTH_FOLDING_BYTES = 1 << 20;

    private final Path file;
    private final Owner owner;
    private final HeadFile headFile;
    private final Connection connection;
    private Inserts inserts;
    private final Checkpoints checkpoints;
    private final Chain chain;
    private Head head;
    private long vouched;
    private long logBytes;
    private boolean closed;

    private SqliteJournal(Opening opened, String fold) throws SQLException {
        file = opened.file();
        owner = opened.owner();
        headFile = opened.headFile();
        connection = opened.connection();
        head = opened.head();
        vouched = head.seq();
        inserts = new Inserts(connection);
        checkpoints = new Checkpoints(connection, fold);
        chain = new Chain(head.hash());
    }

    /**
     * Opens the journal, or makes one where there is no file, and holds it until closed.
     *
     * @param fold names the code that makes checkpoints; those of another are not used
     */
    public static SqliteJournal open(Path file, String fold) {
        return open(hold(file), file, fold);
    }

    /** The right to write a journal, for whoever has more to do before it is opened. */
    public static Owner hold(Path file) {
        return Owner.of(Opening.resolve(file));
    }

    /** Opens the journal that was held before, and gives the right back with it. */
    public static SqliteJournal open(Owner right, Path file, String fold) {
        var opened = Opening.of(file, right);
        try {
            return new SqliteJournal(opened, fold);
        } catch (SQLException e) {
            opened.owner().close();
            throw Trouble.opening(file, e);
        }
    }

    @Override
    public synchronized Head head() {
        return head;
    }

    @Override
    public synchronized void append(List<Entry> batch) {
        head.requireNext(batch);
        if (batch.isEmpty()) {
            return;
        }
        requireOpen();
        try {
            inserts.write(batch, chain);
        } catch (SQLException e) {
            undo(e);
            throw Trouble.appending(file, e);
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
        head = new Head(head.seq() + batch.size(), Chain.hex(chain.hash()));
        logBytes += COMMIT_BYTES;
        for (var entry : batch) {
            logBytes += entry.payload().length;
        }
    }

    /** The head beside the file may lag, so nothing that waits for a commit waits for it too. */
    @Override
    public synchronized void released() {
        if (!closed && vouched != head.seq()) {
            headFile.write(head);
            vouched = head.seq();
        }
    }

    /** The driver may have closed a statement that failed, so all are prepared anew. */
    private void undo(Exception why) {
        Database.rollback(connection, why);
        chain.resume(HexFormat.of().parseHex(head.hash()));
        try {
            inserts.close();
            inserts = new Inserts(connection);
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new UnableToAppendException("Nothing was added to the journal " + file + ": it is closed.");
        }
    }

    @Override
    public <T> void replay(long seq, Function<Entry, T> decoder, Consumer<T> reader) {
        var all = new Selection(seq, 0, 0);
        if (head().seq() - seq < WORTH_A_THREAD) {
            read(() -> read(all, entry -> reader.accept(decoder.apply(entry))));
        } else {
            read(() -> readAhead(all, decoder, reader));
        }
    }

    @Override
    public List<Entry> about(long parent) {
        var entries = new ArrayList<Entry>();
        if (parent != 0) {
            read(() -> read(new Selection(0, parent, 0), entries::add));
        }
        return entries;
    }

    private void read(Database.Work reading) {
        try {
            reading.run();
        } catch (SQLException e) {
            throw Trouble.reading(file, e);
        }
    }

    private void read(Selection selection, Consumer<Entry> reader) throws SQLException {
        new Replay(file, connection).read(selection, reader);
    }

    private <T> void readAhead(Selection selection, Function<Entry, T> decoder, Consumer<T> reader)
            throws SQLException {
        try {
            ReadAhead.read(sink -> readApart(selection, sink), decoder, reader);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnableToOpenException(Why.INACCESSIBLE, "Reading the journal " + file + " was interrupted.", e);
        }
    }

    private void readApart(Selection selection, Consumer<Entry> reader) throws SQLException {
        try (var own = Database.reader(file)) {
            new Replay(file, own).read(selection, reader);
        }
    }

    @Override
    public synchronized Optional<Checkpoint> checkpoint() {
        try {
            return checkpoints.newest(head.seq());
        } catch (SQLException e) {
            throw Trouble.reading(file, e);
        }
    }

    @Override
    public synchronized void save(Checkpoint checkpoint) {
        if (checkpoint.seq() > head.seq()) {
            throw new IllegalArgumentException("A checkpoint at " + checkpoint.seq() + " is ahead of the journal.");
        }
        requireOpen();
        try {
            checkpoints.save(checkpoint);
            logBytes += checkpoint.state().length;
        } catch (SQLException e) {
            throw Trouble.appending(file, e);
        }
    }

    /**
     * Folds the log into the file, when there is enough of it: to be called when nothing else waits, so that no commit
     * has to.
     */
    @Override
    public synchronized void idle() {
        if (!closed && logBytes >= WORTH_FOLDING_BYTES) {
            fold();
        }
    }

    void fold() {
        logBytes = 0;
        try {
            Database.number(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        } catch (SQLException e) {
            throw Trouble.appending(file, e);
        }
    }

    /** Gives the journal back; may be called from any thread, and again. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        released();
        closed = true;
        try (owner;
                headFile;
                connection) {
            inserts.close();
        } catch (SQLException | IOException e) {
            throw new UnableToOpenException(
                    Why.INACCESSIBLE,
                    "The journal " + file + " was not closed cleanly; what was committed is safe: " + e.getMessage(),
                    e);
        }
    }

    /** Lets the file grow to so many pages and no further, as a full disk would; tests only. */
    void limit(int pages) {
        try {
            Database.number(connection, "PRAGMA max_page_count = " + pages);
        } catch (SQLException e) {
            throw Trouble.appending(file, e);
        }
    }

    /** The file this journal is. */
    public Path file() {
        return file;
    }
}
