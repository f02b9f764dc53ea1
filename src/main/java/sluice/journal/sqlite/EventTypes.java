package sluice.journal.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of event types and the numbers that stand for them in the rows. Confined to one thread. */
final class EventTypes {

    /** No larger number was ever given to a type. */
    private static final int LARGEST = 0xFFFF;

    private final Connection connection;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    EventTypes(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, name FROM types")) {
            while (rows.next()) {
                put(rows.getInt(1), rows.getString(2));
            }
        }
    }

    /** The number of a name; a new one is added in the running transaction. */
    int number(String name) throws SQLException {
        @Nullable Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        var number = numbers.size() + 1;
        try (var statement = connection.prepareStatement("INSERT INTO types (id, name) VALUES (?, ?)")) {
            statement.setInt(1, number);
            statement.setString(2, name);
            statement.executeUpdate();
        }
        put(number, name);
        return number;
    }

    String name(int number) throws SQLException {
        var name = number >= 0 && number < names.size() ? names.get(number) : "";
        if (name.isEmpty()) {
            throw new SQLException("no event type has the number " + number);
        }
        return name;
    }

    private void put(int number, String name) {
        numbers.put(name, number);
        if (number < 0 || number > LARGEST) {
            return;
        }
        while (names.size() <= number) {
            names.add("");
        }
        names.set(number, name);
    }
}
