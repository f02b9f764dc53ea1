package sluice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Commands as the program's own arguments. */
class ShellTest {

    private final ShellTester shell = new ShellTester();

    @Test
    void anyCommandRunsDirectly() {
        shell.run("buy", "0.5", "BTC-USDT");
        assertThat(shell.status()).isZero();
        assertThat(shell.out()).contains("P-1").contains("FILLED");
    }

    @Test
    void jsonMayBeAskedForBehindTheCommand() {
        shell.run("orders", "--all", "--json");
        assertThat(shell.lines()).containsExactly("{\"ok\":true,\"command\":\"orders\",\"result\":{\"orders\":[]}}");
        shell.run("exec", "-c", "echo a; echo b", "--json");
        assertThat(shell.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"ok\":true,\"command\":\"echo\""));
    }

    @Test
    void aMistakeIsStatusTwoAndNamesNoLine() {
        shell.run("buy", "0", "BTC-USDT");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("USAGE: QTY: a quantity must be above zero; help buy shows how it is used\n");
    }

    @Test
    void whatACommandLeavesOpenIsTold() {
        shell.run("buy", "0.5", "BTC-USDT", "--at", "50000");
        assertThat(shell.status()).isZero();
        assertThat(shell.err()).isEqualTo("Stays live: P-1 BUY 0.5 BTC-USDT at 50000 SUBMITTED, 0.5 left\n");
    }

    @Test
    void helpStandsBehindACommandToo() {
        shell.run("cancel", "--help");
        assertThat(shell.status()).isZero();
        assertThat(shell.out()).startsWith("Usage: cancel").contains("cancel last");
        assertThat(shell.desksMade).isZero();
    }

    @Test
    void anIdMayBeCutShortAsLongAsOnlyOneOrderIsMeant() {
        shell.exec("buy 1 BTC-USDT; buy 1 BTC-USDT; buy 1 BTC-USDT");
        shell.run("order", "c-3");
        assertThat(shell.status()).isZero();
        shell.run("order", "P-");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.err()).isEqualTo("AMBIGUOUS_ORDER: P- could be any of P-1, P-2, P-3\n");
        shell.run("order", "SL-T4G-2");
        assertThat(shell.out()).contains("P-2");
    }

    @Test
    void aWholeIdMeansItselfHoweverManyBeginLikeIt() {
        shell.exec("buy 1 BTC-USDT; ".repeat(11));
        shell.run("wait", "P-1", "filled", "--json");
        assertThat(shell.objects()
                        .get(0)
                        .path("result")
                        .path("order")
                        .path("parentId")
                        .asText())
                .isEqualTo("P-1");
    }

    @Test
    void anEmptyCommandIsNoCommand() {
        shell.run("");
        assertThat(shell.status()).isEqualTo(2);
    }
}
