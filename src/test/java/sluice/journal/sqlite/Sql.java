package sluice.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Another program with the journal's file open, such as sqlite3 in somebody's other window. */
final class Sql implements AutoCloseable {

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    static Sql on(Path file) throws SQLException {
        return new Sql(DriverManager.getConnection("jdbc:sqlite:" + file));
    }

    static void run(Path file, String... statements) throws SQLException {
        try (var sql = on(file)) {
            for (var statement : statements) {
                sql.run(statement);
            }
        }
    }

    static List<String> ask(Path file, String query) throws SQLException {
        try (var sql = on(file)) {
            return sql.ask(query);
        }
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** Rows, their columns joined by bars. */
    List<String> ask(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (var i = 1; i <= columns; i++) {
                    row.add(rows.getString(i));
                }
                found.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
