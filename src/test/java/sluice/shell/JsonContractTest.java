package sluice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Command.Place;

/** What scripts parse is what {@code docs/json.md} says. */
class JsonContractTest {

    private final ShellTester shell = ShellTester.json();

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            buy 0.5 BTC-USDT                                 > buy
            sell 0.5 BTC-USDT --at 61000 --tag t             > sell
            buy 5000USDT BTC-USDT --dry-run                  > route
            orders --all                                     > orders
            order P-1                                        > order.result
            fills                                            > fills
            positions                                        > positions
            balances                                         > balances
            cancel P-2                                       > cancel
            amend P-2 --at 61000                             > amend
            wait P-1 filled                                  > wait
            book BTC-USDT                                    > book
            book BTC-USDT --venue alpha --all-in sell 1      > book
            tape BTC-USDT --last 5                           > tape
            route buy 1 BTC-USDT                             > route
            route P-1                                        > route.journaled
            symbols                                          > symbols
            venues                                           > venues
            venue alpha                                      > venue
            feeds                                            > feeds
            feeds history                                    > feeds.history
            risk                                             > risk
            halt                                             > halt
            reduce                                           > reduce
            resume                                           > resume
            kill --drill                                     > kill
            reconcile                                        > reconcile
            unknown                                          > unknown
            health                                           > health
            alerts                                           > alerts
            quality                                          > quality
            quality P-1 --by hour --since 1h                 > quality
            status                                           > status
            sleep 1ms                                        > sleep
            echo a                                           > echo
            note a                                           > note
            history                                          > history
            alias a=orders                                   > alias
            help                                             > help
            help buy                                         > help.command
            exit --force                                     > exit
            watch --times 1 fills --symbol BTC-USDT          > fills
            """)
    void everyResultFitsItsSchema(String command, String schema) throws IOException {
        shell.exec("buy 0.5 BTC-USDT; buy 1 BTC-USDT --at 50000; " + command);
        var last = shell.objects().get(2);
        assertThat(last.path("ok").asBoolean()).as(last.toString()).isTrue();
        assertThat(Schemas.read().misfits(schema, last.path("result"))).isEmpty();
    }

    @Test
    void everyCommandOfTheTableHasASchema() throws IOException {
        var schemas = Schemas.read();
        assertThat(CommandTable.standard().entries())
                .filteredOn(
                        entry -> entry.group() != Group.PROGRAM && !entry.name().equals("watch"))
                .extracting(Entry::name)
                .allMatch(name -> schemas.has(name) || schemas.has(name + ".result"));
    }

    @Test
    void aPlanThatDiffersFitsItsSchema() throws IOException {
        var evidence = new Answer.Evidence("E1", List.of("V-1"));
        var line = new Answer.PlanLine(Market.ALPHA, "C-1", 4, "in doubt, filled", evidence, List.of("Traded"), false);
        shell.desk.when(
                Command.Reconcile.class,
                asked -> new Answer.Reconciled(List.of(line), false, Map.of(Market.BETA, "no answer")));
        shell.exec("reconcile");
        assertThat(Schemas.read().misfits("reconcile", shell.objects().get(0).path("result")))
                .isEmpty();
        assertThat(shell.status()).isEqualTo(4);
    }

    @Test
    void aListOfDoubtsFitsItsSchema() throws IOException {
        shell.doubtful();
        shell.exec("buy 1 BTC-USDT; unknown", "--keep-going");
        var last = shell.objects().get(1).path("result");
        assertThat(last.path("doubts")).hasSize(1);
        assertThat(Schemas.read().misfits("unknown", last)).isEmpty();
    }

    @Test
    void everyErrorFitsItsSchema() throws IOException {
        shell.desk.when(
                Place.class,
                asked ->
                        new Answer.Refused("RISK_MAX_NOTIONAL", "Too much.", Map.of("limit", "1"), Answer.Retry.NEVER));
        shell.exec("buy 9 BTC-USDT; buy 1 NO-SUCH; cancel P-9; nonsense; buy", "--keep-going");
        var schemas = Schemas.read();
        assertThat(shell.objects()).hasSize(5).allSatisfy(line -> {
            assertThat(line.path("ok").asBoolean()).isFalse();
            assertThat(schemas.misfits("error", line.path("error"))).isEmpty();
        });
    }

    @Test
    void aRefusalIsOneCompactLineInTheOrderOfTheContract() {
        shell.desk.when(
                Place.class,
                asked -> new Answer.Refused(
                        "RISK_MAX_NOTIONAL",
                        "600000 is above 500000.",
                        Map.of("value", "600000", "limit", "500000"),
                        Answer.Retry.NEVER));
        shell.exec("buy 10 BTC-USDT");
        assertThat(shell.lines())
                .containsExactly("{\"ok\":false,\"command\":\"buy\",\"error\":{\"code\":\"RISK_MAX_NOTIONAL\","
                        + "\"message\":\"Not sent. 600000 is above 500000.\","
                        + "\"detail\":{\"limit\":\"500000\",\"value\":\"600000\"},\"retry\":\"never\"}}");
    }

    @Test
    void aBuyIsOneCompactLineInTheOrderOfTheContract() {
        shell.exec("buy 0.50 BTC-USDT --on alpha");
        assertThat(shell.lines())
                .containsExactly("{\"ok\":true,\"command\":\"buy\",\"result\":{\"parent\":{\"parentId\":\"P-1\","
                        + "\"symbol\":\"BTC-USDT\",\"side\":\"BUY\",\"orderQty\":\"0.5\",\"cumQty\":\"0.5\","
                        + "\"leavesQty\":\"0\",\"avgPx\":\"60001\",\"state\":\"FILLED\",\"inDoubt\":false,"
                        + "\"createdAt\":\"2026-11-02T09:30:00.123456Z\",\"children\":[{\"childId\":\"C-1\","
                        + "\"clOrdId\":\"sl-t4g-1\",\"venue\":\"alpha\",\"symbol\":\"BTC-USDT\",\"orderId\":\"701\","
                        + "\"px\":\"60030\",\"tif\":\"IOC\",\"orderQty\":\"0.5\",\"cumQty\":\"0.5\","
                        + "\"leavesQty\":\"0\","
                        + "\"avgPx\":\"60001\",\"state\":\"FILLED\",\"inDoubt\":false,\"reason\":null,\"text\":null}],"
                        + "\"px\":null,\"tif\":\"IOC\",\"reason\":null,\"tag\":null}}}");
    }

    @Test
    void aFillIsOneCompactLineInTheOrderOfTheContract() {
        shell.exec("buy 0.5 BTC-USDT; fills");
        assertThat(shell.lines().get(1))
                .isEqualTo("{\"ok\":true,\"command\":\"fills\",\"result\":{\"fills\":[{\"childId\":\"C-1\","
                        + "\"parentId\":\"P-1\",\"venue\":\"alpha\",\"symbol\":\"BTC-USDT\",\"side\":\"BUY\","
                        + "\"execId\":\"e1\",\"orderId\":\"701\",\"lastQty\":\"0.5\",\"lastPx\":\"60001\","
                        + "\"fee\":\"0.03\",\"feeAsset\":\"USDT\",\"liquidity\":\"TAKER\","
                        + "\"at\":\"2026-11-02T09:30:00.123456Z\"}]}}");
    }

    @Test
    void anOrderInDoubtIsAnErrorThatCarriesTheOrder() {
        shell.desk.when(
                Place.class,
                asked -> new Answer.Placed(
                        shell.desk.has(Orders.inDoubt(Orders.pending((Place) asked, ((Place) asked).terms(), 1)))));
        shell.exec("buy 0.5 BTC-USDT");
        var error = shell.objects().get(0).path("error");
        assertThat(error.path("code").asText()).isEqualTo("IN_DOUBT");
        assertThat(error.path("retry").asText()).isEqualTo("probe");
        assertThat(error.path("detail").path("parent").path("inDoubt").asBoolean())
                .isTrue();
        assertThat(error.path("detail")
                        .path("parent")
                        .path("children")
                        .get(0)
                        .path("reason")
                        .asText())
                .isEqualTo("NEW: no answer in 5000 ms");
        assertThat(shell.status()).isEqualTo(3);
    }

    @Test
    void aSchemaThatDoesNotFitIsSeen() throws IOException {
        var nodes = JsonNodeFactory.instance;
        var note = nodes.objectNode().put("seq", "17").put("more", 1);
        assertThat(Schemas.read().misfits("note", note))
                .containsExactly("note.seq is no int: \"17\"", "note.more is not documented");
        assertThat(Schemas.read().misfits("note", nodes.objectNode())).containsExactly("note.seq is missing");
    }

    @Test
    void jsonOfOneCommandIsAskedForBehindIt() {
        var text = new ShellTester();
        text.exec("echo a; echo b --json; echo c");
        assertThat(text.lines())
                .containsExactly("a", "{\"ok\":true,\"command\":\"echo\",\"result\":{\"text\":\"b\"}}", "c");
    }

    @Test
    void nothingButJsonIsOnStdout() {
        shell.desk.unready(Market.BETA, "connecting");
        shell.exec("flatten BTC-USDT; buy 1 BTC-USDT --at 50000; exit", "--keep-going");
        assertThat(shell.objects()).hasSize(3);
        assertThat(shell.err()).contains("Stays live: P-1 BUY 1 BTC-USDT at 50000 SUBMITTED, 1 left");
    }
}
