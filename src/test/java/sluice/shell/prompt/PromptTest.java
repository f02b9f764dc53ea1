package sluice.shell.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.shell.CommandTable;
import sluice.shell.Market;
import sluice.shell.ShellTester;

/** The prompt at a terminal that can do nothing: lines in, text out, end of input as the last word. */
class PromptTest {

    @TempDir
    private Path state;

    private final ShellTester shell = new ShellTester();
    private int status;

    @BeforeEach
    void keepStateApart() {
        shell.state(state);
    }

    private String prompted(String typed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var terminal = new DumbTerminal(new ByteArrayInputStream(typed.getBytes(UTF_8)), out)) {
            status = new Prompt(shell.context(), CommandTable.standard(), terminal).run();
        }
        return out.toString(UTF_8);
    }

    @Test
    void linesAreRunUntilTheOperatorLeaves() throws IOException {
        assertThat(prompted("echo one; echo two\nexit\necho three\n"))
                .contains("profile sim")
                .contains("one")
                .contains("two")
                .doesNotContain("three");
        assertThat(status).isZero();
    }

    @Test
    void endOfInputLeavesWithALineThatSaysWhatStays() throws IOException {
        assertThat(prompted("buy 0.1 BTC-USDT --at 50000\n"))
                .endsWith("Stays live: P-1 BUY 0.1 BTC-USDT at 50000 SUBMITTED, 0.1 left\n");
    }

    @Test
    void exitAsksBeforeItLeavesWhatIsLive() throws IOException {
        assertThat(prompted("buy 0.1 BTC-USDT --at 50000\nexit\nn\necho still here\nexit\ny\necho gone\n"))
                .contains("Leave them as they are? [y/N]")
                .contains(
                        "LIVE_ORDERS: Still here: 1 of our orders stay live. exit --force leaves them, kill cancels them.")
                .contains("still here")
                .doesNotContain("gone");
    }

    @Test
    void aMistakeIsSaidWithoutAPlaceAndEndsItsLineOnly() throws IOException {
        assertThat(prompted("ordrs; echo not this\necho but this\n"))
                .contains("UNKNOWN_COMMAND: there is no command ordrs. Did you mean orders?")
                .doesNotContain("not this\n")
                .contains("but this");
    }

    @Test
    void aBugEndsNothing() throws IOException {
        shell.desk.when(Command.Note.class, asked -> {
            throw new IllegalStateException("broken on purpose");
        });
        assertThat(prompted("note x\necho still here\n"))
                .contains("BUG: A bug: IllegalStateException. The details are in /state/sluice.log.")
                .contains("still here")
                .doesNotContain("\tat ");
    }

    @Test
    void thePromptShowsDoubtsAndAJournalAtFault() throws IOException {
        shell.doubtful();
        shell.desk.journalFault("disk full");
        assertThat(prompted("buy 0.1 BTC-USDT\necho x\n")).contains("sluice sim 1 IN DOUBT JOURNAL FAULT> ");
        assertThat(status).isEqualTo(3);
    }

    @Test
    void aliasesAndHistoryOutliveThePrompt() throws IOException {
        prompted("alias hi='echo hello'\n");
        assertThat(prompted("hi there\nhistory\n")).contains("hello there").contains("alias hi='echo hello'");
        var history = state.resolve("history");
        assertThat(Files.readAllLines(history)).contains("hi there");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void aReconcileShowsItsPlanAndAsks() throws IOException {
        var evidence = new Answer.Evidence("E1", List.of("V-1"));
        var line = new Answer.PlanLine(Market.ALPHA, "C-1", 4, "in doubt, filled", evidence, List.of("Traded"), false);
        shell.desk.when(
                Command.Reconcile.class,
                asked -> new Answer.Reconciled(List.of(line), ((Command.Reconcile) asked).apply(), Map.of()));
        assertThat(prompted("reconcile\ny\n"))
                .contains("Nothing was changed")
                .contains("Apply this? [y/N]")
                .contains("Applied.");
    }

    @Test
    void aFlattenIsPreviewedAndAskedFor() throws IOException {
        assertThat(prompted("buy 0.5 BTC-USDT\nflatten BTC-USDT\nn\n"))
                .contains("To flatten: sell 0.5 BTC-USDT at alpha")
                .contains("DECLINED: Nothing was sent.");
        assertThat(shell.desk.asked).noneMatch(Command.Flatten.class::isInstance);
    }

    @Test
    void aCommandOfTheProgramIsNoneOfThePrompt() throws IOException {
        assertThat(prompted("exec x\n")).contains("exec is a command of the program: sluice exec");
    }
}
