package sluice.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import sluice.journal.Chain;
import sluice.journal.Entry;
import sluice.journal.UnableToAppendException;

/** The statements that append, prepared once. Confined to the desk thread. */
final class Inserts implements AutoCloseable {

    private final PreparedStatement begin;
    private final PreparedStatement insert;
    private final PreparedStatement commit;
    private final EventTypes types;

    Inserts(Connection connection) throws SQLException {
        begin = connection.prepareStatement("BEGIN IMMEDIATE");
        insert = connection.prepareStatement(Rows.INSERT);
        commit = connection.prepareStatement("COMMIT");
        types = new EventTypes(connection);
    }

    /** Commits the batch, or throws and leaves a transaction to roll back. */
    void write(List<Entry> batch, Chain chain) throws SQLException {
        begin.execute();
        for (var entry : batch) {
            Rows.bind(insert, entry, types.number(entry.type()), chain.add(entry));
            insert(entry);
        }
        commit.execute();
    }

    private void insert(Entry entry) throws SQLException {
        try {
            insert.executeUpdate();
        } catch (SQLiteException e) {
            var key = entry.refs().fillKey();
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY && !key.isEmpty()) {
                throw UnableToAppendException.repeated(key);
            }
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        begin.close();
        insert.close();
        commit.close();
    }
}
