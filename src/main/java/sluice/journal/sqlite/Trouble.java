package sluice.journal.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;
import sluice.journal.UnableToAppendException;
import sluice.journal.UnableToOpenException;
import sluice.journal.UnableToOpenException.Why;

/** What SQLite's complaint means to whoever has to act on it. */
enum Trouble {
    BUSY(Why.INACCESSIBLE, "another program keeps it locked. Close whatever writes to it (sqlite3?) and try again"),
    FULL(Why.INACCESSIBLE, "the disk is full. Free some space and try again"),
    READ_ONLY(Why.INACCESSIBLE, "it may not be written. Check its permissions and that the disk is not read-only"),
    CLOSED_OFF(Why.INACCESSIBLE, "it cannot be opened. Check that its directory exists and may be written"),
    DISK(Why.INACCESSIBLE, "the disk failed to read or write. Check the disk before anything else"),
    CORRUPT(Why.DAMAGED, "its bytes are damaged. `sluice journal verify` says how far it holds; restore a backup"),
    FOREIGN(Why.DAMAGED, "it is not a SQLite database: another file, or its start is damaged. Restore a backup"),
    OTHER(Why.INACCESSIBLE, "SQLite refused");

    private final Why why;
    private final String advice;

    Trouble(Why why, String advice) {
        this.why = why;
        this.advice = advice;
    }

    static Trouble of(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return OTHER;
        }
        return switch (sqlite.getResultCode().code & 0xff) {
            case 5, 6, 15 -> BUSY;
            case 8 -> READ_ONLY;
            case 10 -> DISK;
            case 11 -> CORRUPT;
            case 13 -> FULL;
            case 14 -> CLOSED_OFF;
            case 26 -> FOREIGN;
            default -> OTHER;
        };
    }

    static UnableToOpenException opening(Path file, SQLException e) {
        var trouble = of(e);
        return new UnableToOpenException(
                trouble.why, "The journal " + file + " was not opened: " + trouble.said(e) + ".", e);
    }

    static UnableToOpenException reading(Path file, SQLException e) {
        var trouble = of(e);
        return new UnableToOpenException(
                trouble.why, "The journal " + file + " could not be read: " + trouble.said(e) + ".", e);
    }

    static UnableToAppendException appending(Path file, SQLException e) {
        return new UnableToAppendException("Nothing was added to the journal " + file + ": " + of(e).said(e) + ".", e);
    }

    static UnableToOpenException archiving(Path file, SQLException e) {
        var trouble = of(e);
        return new UnableToOpenException(
                trouble.why, "The journal " + file + " was not archived: " + trouble.said(e) + ".", e);
    }

    static UnableToOpenException damaged(Path file, String how) {
        return new UnableToOpenException(
                Why.DAMAGED,
                "The journal " + file + " is damaged: " + how
                        + " `sluice journal verify` says how far it holds; restore a backup.");
    }

    private String said(SQLException e) {
        return this == OTHER || this == DISK ? advice + " (" + e.getMessage() + ")" : advice;
    }
}
