package sluice.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sluice.journal.Chain;
import sluice.journal.Entry;
import sluice.journal.Head;
import sluice.journal.sqlite.Verification.Fault;
import sluice.journal.sqlite.beside.Beside;
import sluice.journal.sqlite.beside.HeadFile;

/** Reads every event of a journal, archives first, and holds each against its hash. Confined to one thread. */
final class Verifier {

    private static final int MOST_FAULTS = 20;

    private final Path file;
    private final Connection connection;
    private final Optional<byte[]> expected;
    private final Optional<Head> vouched;
    private final List<Fault> faults = new ArrayList<>();
    private final Chain chain = new Chain(Chain.GENESIS);
    private boolean expectedSeen;
    private long events;
    private long last;

    Verifier(Path file, Connection connection, Optional<String> expected) {
        this.file = file;
        this.connection = connection;
        this.expected = expected.map(hash -> parse(hash));
        vouched = vouched(file);
    }

    Verification verify() throws SQLException {
        for (var archive : new Replay(file, connection).archives()) {
            read(archive);
        }
        read(connection);
        checkExpected();
        checkTail();
        checkTables();
        return new Verification(events, new Head(last, Chain.hex(chain.hash())), faults);
    }

    private void read(Archive archive) {
        if (!Files.isReadable(archive.file())) {
            fault(archive.first(), "the archive " + archive.file() + " is not there");
            skipTo(archive.last(), HexFormat.of().parseHex(archive.lastHash()));
            return;
        }
        try (var sealed = Database.sealed(archive.file())) {
            read(sealed);
        } catch (SQLException e) {
            fault(last + 1, "the archive " + archive.file() + " cannot be read");
        }
        if (last != archive.last() || !Chain.hex(chain.hash()).equals(archive.lastHash())) {
            fault(archive.last(), "the archive " + archive.file() + " is not the one the journal continues");
            skipTo(archive.last(), HexFormat.of().parseHex(archive.lastHash()));
        }
    }

    private void read(Connection from) {
        try (var statement = from.createStatement();
                var rows = statement.executeQuery("SELECT " + Rows.READ + ", hash FROM events ORDER BY seq")) {
            var types = new EventTypes(from);
            while (rows.next()) {
                check(Rows.read(rows, types), Rows.bytes(rows, 9));
            }
        } catch (SQLException e) {
            fault(last + 1, "it cannot be read (" + e.getMessage() + ")");
        }
    }

    private void check(Entry entry, byte[] hash) {
        events++;
        if (entry.seq() != last + 1) {
            fault(last + 1, "events " + (last + 1) + " to " + (entry.seq() - 1) + " are missing");
            skipTo(entry.seq(), hash);
            return;
        }
        last = entry.seq();
        if (!MessageDigest.isEqual(chain.add(entry), hash)) {
            fault(last, "it does not match its hash");
            chain.resume(hash);
        }
        expectedSeen |= expected.isPresent() && MessageDigest.isEqual(expected.get(), hash);
        if (vouched.isPresent()
                && vouched.get().seq() == last
                && !vouched.get().hash().equals(Chain.hex(hash))) {
            fault(last, "it is not the event that was committed (" + Beside.head(file) + ")");
        }
    }

    private void skipTo(long seq, byte[] hash) {
        last = seq;
        chain.resume(hash);
    }

    private void checkExpected() {
        if (expected.isPresent() && !expectedSeen) {
            fault(last + 1, "no event has the hash " + Chain.hex(expected.get()) + ": the tail is cut, or rewritten");
        }
    }

    private void checkTail() {
        if (vouched.isPresent() && vouched.get().seq() > last) {
            fault(
                    last + 1,
                    "the tail is cut: " + vouched.get().seq() + " events were committed (" + Beside.head(file) + ")");
        }
    }

    private void checkTables() {
        try {
            checkKeys();
            checkGuards();
            checkPages();
        } catch (SQLException e) {
            fault(0, "its tables cannot be read (" + e.getMessage() + ")");
        }
    }

    private void checkKeys() throws SQLException {
        var unkeyed = Database.number(
                connection,
                "SELECT min(seq) FROM events WHERE fill_key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM fill_keys"
                        + " WHERE fill_keys.fill_key = events.fill_key AND fill_keys.seq = events.seq)");
        if (unkeyed > 0) {
            fault(unkeyed, "its fill is not among the fills booked");
        }
    }

    private void checkGuards() throws SQLException {
        var missing = Database.number(connection, Schema.MISSING_GUARDS);
        if (missing > 0) {
            fault(0, missing + " of the triggers that refuse changes are gone");
        }
    }

    private void checkPages() throws SQLException {
        var integrity = Database.first(connection, "PRAGMA integrity_check(1)", row -> row.getString(1), "ok");
        if (!integrity.equals("ok")) {
            fault(0, "SQLite finds its pages damaged (" + integrity + ")");
        }
    }

    private void fault(long seq, String why) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(seq, why));
        }
    }

    private static byte[] parse(String hash) {
        if (!hash.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalArgumentException("A hash is 64 hexadecimal digits, as `journal verify` prints it.");
        }
        return HexFormat.of().parseHex(hash.toLowerCase(Locale.ROOT));
    }

    private static Optional<Head> vouched(Path file) {
        try {
            return HeadFile.read(file);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
