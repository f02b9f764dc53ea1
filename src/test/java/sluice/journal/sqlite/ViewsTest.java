package sluice.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.journal.Sample.entry;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.journal.Entry;
import sluice.journal.Entry.Refs;

/** What sqlite3 and notebooks see. */
class ViewsTest {

    @TempDir
    private Path home;

    private Path file;
    private SqliteJournal journal;

    @BeforeEach
    void open() {
        file = home.resolve("journal.db");
        journal = SqliteJournal.open(file, "test");
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /** Events of child 1 of parent 1, which asks for 2 BTC. */
    private void tell(String... typesAndPayloads) {
        var batch = new ArrayList<Entry>();
        var seq = journal.head().seq() + 1;
        batch.add(entry(seq++, "parent.opened", new Refs(1, 0, ""), "{\"symbol\":\"BTC-USDT\",\"side\":\"BUY\"}"));
        batch.add(entry(
                seq++,
                "order.created",
                new Refs(1, 1, ""),
                "{\"clOrdId\":\"sl1\",\"venue\":\"binance\",\"symbol\":\"BTC-USDT\",\"side\":\"BUY\",\"px\":\"100\","
                        + "\"orderQty\":\"2\",\"tif\":\"GTC\"}"));
        for (var i = 0; i < typesAndPayloads.length; i += 2) {
            var type = typesAndPayloads[i];
            var fillKey = type.equals("order.traded") ? "E" + seq : "";
            batch.add(entry(seq++, type, new Refs(1, 1, fillKey), typesAndPayloads[i + 1]));
        }
        journal.append(batch);
    }

    private List<String> ask(String query) throws SQLException {
        return Sql.ask(file, query);
    }

    private String state() throws SQLException {
        return ask("SELECT state FROM orders").get(0);
    }

    @Test
    void theJournalReadsAsText() throws SQLException {
        tell();
        assertThat(ask("SELECT * FROM journal").get(1))
                .startsWith("2|2026-11-01T08:00:00.125456Z|order.created|1|1|{\"clOrdId\":\"sl1\"");
    }

    @Test
    void anOrderIsTheFoldOfItsEvents() throws SQLException {
        tell(
                "order.accepted", "{\"orderId\":\"77\"}",
                "order.traded", "{\"execId\":\"E1\",\"lastQty\":\"0.1\",\"lastPx\":\"99\"}",
                "order.traded", "{\"execId\":\"E2\",\"lastQty\":\"0.2\",\"lastPx\":\"102\"}");
        assertThat(ask("SELECT childId, parentId, clOrdId, venue, symbol, side, orderId, px, orderQty, cumQty, avgPx,"
                        + " state, inDoubt FROM orders"))
                .containsExactly("C-1|P-1|sl1|binance|BTC-USDT|BUY|77|100|2|0.3|101.0|PARTIALLY_FILLED|0");
    }

    @Test
    void itsStateFollows() throws SQLException {
        tell();
        assertThat(state()).isEqualTo("PENDING");
    }

    @Test
    void anAcceptedOrderIsSubmitted() throws SQLException {
        tell("order.sent", "{}", "order.accepted", "{}");
        assertThat(state()).isEqualTo("SUBMITTED");
    }

    @Test
    void aCancelledOrderThatFillsAfterAllIsFilled() throws SQLException {
        tell("order.cancelled", "{\"reason\":\"USER\"}", "order.traded", "{\"lastQty\":\"2\",\"lastPx\":\"1\"}");
        assertThat(state()).isEqualTo("FILLED");
    }

    @Test
    void aRejectedOrderHasItsReason() throws SQLException {
        tell("order.rejected", "{\"reason\":\"BALANCE\"}");
        assertThat(ask("SELECT state, reason FROM orders")).containsExactly("REJECTED|BALANCE");
    }

    @Test
    void anAmendedOrderHasItsNewTerms() throws SQLException {
        tell(
                "order.accepted",
                "{}",
                "order.replaced",
                "{\"px\":\"101\",\"orderQty\":\"1\"}",
                "order.traded",
                "{\"lastQty\":\"1\",\"lastPx\":\"101\"}");
        assertThat(ask("SELECT px, orderQty, state FROM orders")).containsExactly("101|1|FILLED");
    }

    @Test
    void doubtLastsUntilItIsSettled() throws SQLException {
        tell("order.sent", "{}", "order.inDoubt", "{}");
        assertThat(ask("SELECT inDoubt FROM orders")).containsExactly("1");
        var seq = journal.head().seq() + 1;
        journal.append(List.of(entry(seq, "order.settled", new Refs(1, 1, ""), "{}")));
        assertThat(ask("SELECT inDoubt FROM orders")).containsExactly("0");
    }

    @Test
    void aFillCarriesItsOrder() throws SQLException {
        tell(
                "order.traded",
                "{\"execId\":\"E1\",\"lastQty\":\"0.1\",\"lastPx\":\"99\",\"fee\":\"0.01\","
                        + "\"feeAsset\":\"USDT\",\"liquidity\":\"TAKER\",\"at\":\"2026-11-01T08:00:00.000001Z\"}");
        assertThat(ask("SELECT * FROM fills"))
                .containsExactly(
                        "3|C-1|P-1|binance|BTC-USDT|BUY|E1|0.1|99|0.01|USDT|TAKER|2026-11-01T08:00:00.000001Z|1|1");
    }

    @Test
    void aParentSaysHowItEnded() throws SQLException {
        tell();
        journal.append(List.of(entry(3, "parent.ended", new Refs(1, 0, ""), "{\"reason\":\"DONE\"}")));
        assertThat(ask("SELECT parentId, symbol, reason FROM parents")).containsExactly("P-1|BTC-USDT|DONE");
        assertThat(ask("SELECT type FROM commands")).containsExactly("parent.opened");
    }

    @Test
    void oneOrderIsFoundThroughItsParent() throws SQLException {
        assertThat(ask("EXPLAIN QUERY PLAN SELECT * FROM orders WHERE parent = 17"))
                .anyMatch(step -> step.contains("SEARCH events USING INDEX events_by_parent (parent=?)"))
                .noneMatch(step -> step.contains("SCAN events"));
    }

    @Test
    void viewsOfAnotherBuildAreMadeAgain() throws SQLException {
        tell();
        journal.close();
        Sql.run(
                file,
                "DROP VIEW orders",
                "CREATE VIEW orders AS SELECT 1",
                "CREATE VIEW of_old AS SELECT 1",
                "UPDATE meta SET value = 'older' WHERE name = 'views'");
        open();
        assertThat(ask("SELECT clOrdId FROM orders")).containsExactly("sl1");
        assertThat(ask("SELECT name FROM sqlite_schema WHERE name = 'of_old'")).isEmpty();
    }
}
