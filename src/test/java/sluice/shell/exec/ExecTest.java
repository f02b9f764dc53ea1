package sluice.shell.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Command.Place;
import sluice.engine.Command.Preview;
import sluice.order.Terms;
import sluice.report.Failure;
import sluice.shell.ExitStatus;
import sluice.shell.Market;
import sluice.shell.ShellTester;
import sluice.shell.UnableToRunException;

class ExecTest {

    private static final String BAD_LINE_SEVEN = """
            # a morning
            buy 0.1 BTC-USDT
            buy 0.1 BTC-USDT --at 50000

            echo halfway
            orders
            buy 0.1 BTC-USDT --att 50000
            buy 0.2 BTC-USDT
            """;

    private final ShellTester shell = new ShellTester();

    private List<Terms> placed() {
        return shell.desk.asked.stream()
                .filter(Place.class::isInstance)
                .map(command -> ((Place) command).terms())
                .toList();
    }

    private String file(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("morning.sluice"), text).toString();
    }

    @Test
    void everyCommandThatDoesWhatItSaysGivesZero() {
        shell.exec("buy 0.5 BTC-USDT; wait last filled; orders --all; fills; positions");
        assertThat(shell.status()).isZero();
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void theFirstFailureStopsTheRunAndWhatIsLeftOpenIsTold(@TempDir Path folder) throws IOException {
        var script = file(folder, BAD_LINE_SEVEN);
        shell.run("exec", script);
        assertThat(shell.status()).isEqualTo(2);
        assertThat(placed()).hasSize(2);
        assertThat(shell.err().lines())
                .containsExactly(
                        "USAGE: " + script + ":7:18: unknown option --att of buy. Did you mean --at?"
                                + " help buy shows how it is used",
                        "Stopped at line 7; what follows was not run.",
                        "Stays live: P-2 BUY 0.1 BTC-USDT at 50000 SUBMITTED, 0.1 left");
    }

    @Test
    void aCheckedScriptWithABadLineSendsNothing(@TempDir Path folder) throws IOException {
        var script = file(folder, BAD_LINE_SEVEN);
        shell.run("exec", script, "--check");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(placed()).isEmpty();
        assertThat(shell.err())
                .contains(script + ":7:18: unknown option --att")
                .contains("Nothing was sent: 1 of 6 commands are wrong.");
        assertThat(shell.desksMade).isZero();
    }

    @Test
    void aCheckLooksAtSymbolsGridsAndOrdersToo() {
        shell.exec(
                "buy 0.1 BTC-USDTT; buy 0.00015 BTC-USDT; buy 1 BTC-USDT --at 1.001; cancel P-9; buy 1 BTC-USDT",
                "--check");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(placed()).isEmpty();
        assertThat(shell.err())
                .contains("no venue lists BTC-USDTT. Did you mean BTC-USDT?")
                .contains("quantity 0.00015 is off every venue's grid; the nearest are 0 and 0.001")
                .contains("price 1.001 is off every venue's grid; the nearest are 1 and 1.01")
                .contains("there is no order P-9")
                .contains("Nothing was sent: 4 of 5 commands are wrong.");
    }

    @Test
    void aCheckedScriptThatIsRightIsRun() {
        shell.exec("buy 0.1 BTC-USDT; wait last filled; cancel --all", "--check");
        assertThat(shell.status()).isZero();
        assertThat(placed()).hasSize(1);
    }

    @Test
    void keepGoingRunsTheRestAndKeepsTheFirstFailure() {
        shell.exec("cancel P-9; nonsense; buy 0.1 BTC-USDT", "--keep-going");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(placed()).hasSize(1);
    }

    @Test
    void aDoubtStopsTheRunAndOutweighsEveryOtherFailure() {
        shell.doubtful();
        shell.exec("buy 0.1 BTC-USDT; buy 0.2 BTC-USDT");
        assertThat(shell.status()).isEqualTo(3);
        assertThat(placed()).hasSize(1);
        assertThat(shell.err()).contains("IN_DOUBT: The outcome is unknown").contains("do not send it again");
        shell.exec("cancel P-99; buy 0.1 BTC-USDT; nonsense", "--keep-going");
        assertThat(shell.status()).isEqualTo(3);
    }

    @Test
    void anOrderThatFallsInDoubtUnnoticedIsStillTold() {
        shell.doubtful();
        shell.exec("buy 0.1 BTC-USDT --no-wait; echo done", "--keep-going");
        assertThat(shell.status()).isEqualTo(3);
    }

    @Test
    void aRejectedOrderIsAFailureWithTheVenuesWord() {
        shell.rejecting();
        shell.exec("buy 0.1 BTC-USDT; echo never");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err())
                .contains("REJECTED: Rejected: P-1 BUY 0.1 BTC-USDT REJECTED, INSUFFICIENT_BALANCE"
                        + " (Account has insufficient balance).");
    }

    @Test
    void aWaitThatEndsOtherwiseIsAFailure() {
        shell.exec("buy 0.1 BTC-USDT --at 50000; wait last filled --timeout 1ms");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err())
                .contains("WAIT_TIMEOUT: Not filled: P-1 BUY 0.1 BTC-USDT at 50000 SUBMITTED, 0.1 left.");
    }

    @Test
    void aDryRunAsksForRoutesAndSendsNothing() {
        shell.exec("buy 0.1 BTC-USDT; cancel --all; halt; kill; note x; wait last; reconcile --apply", "--dry-run");
        assertThat(shell.status()).isZero();
        assertThat(shell.desk.asked)
                .hasSize(6)
                .allMatch(command -> command instanceof Preview
                        || command instanceof Command.AwaitReady
                        || command instanceof Command.Kill kill && kill.drill()
                        || command instanceof Command.Reconcile reconcile && !reconcile.apply());
    }

    @Test
    void theJournalIsToldWhereEachCommandCameFrom(@TempDir Path folder) throws IOException {
        var script = file(folder, "\nbuy 0.1   BTC-USDT # now");
        shell.run("exec", script);
        var origin = ((Place) shell.desk.asked.get(1)).origin();
        assertThat(origin.user()).isEqualTo("ann");
        assertThat(origin.terminal()).isEqualTo("exec:" + script + ":2");
        assertThat(origin.command()).isEqualTo("buy 0.1   BTC-USDT");
    }

    @Test
    void aVenueThatIsNotReadyInTimeIsStatusSeven() {
        shell.desk.unready(Market.ALPHA, "connecting");
        shell.exec("buy 0.1 BTC-USDT --on alpha", "--ready-timeout", "10ms");
        assertThat(shell.status()).isEqualTo(7);
        assertThat(shell.err()).contains("NOT_READY: Not sent: not ready in 10 ms: alpha (connecting)");
        assertThat(placed()).isEmpty();
    }

    @Test
    void aRoutedOrderGoesOnceAnyVenueIsReady() {
        shell.desk.unready(Market.ALPHA, "connecting");
        shell.exec("buy 0.1 BTC-USDT");
        assertThat(shell.status()).isZero();
        assertThat(shell.err()).contains("Not ready: alpha, connecting");
    }

    @Test
    void aScriptComesFromStandardInputToo() {
        shell.input("echo a\necho b # c\n").run("exec", "-");
        assertThat(shell.lines()).containsExactly("a", "b");
    }

    /** A later line may have to run in another process's desk, and then so must this one. */
    @Test
    void whatComesLineByLineHasItsDeskBeforeItSaysAnything() {
        shell.unstartable(new UnableToRunException(ExitStatus.JOURNAL_HELD, Failure.of("JOURNAL_HELD", "taken")));
        shell.input("echo a\norders\n").run("exec", "-");
        assertThat(shell.lines()).isEmpty();
        assertThat(shell.status()).isEqualTo(5);
    }

    @Test
    void nothingToRunNeedsNoDesk() {
        shell.input("# nothing\n\n").run("exec", "-");
        assertThat(shell.desksMade).isZero();
    }

    @Test
    void anInterruptEndsTheRunAndTellsWhatStaysLive() {
        shell.desk.when(Command.Note.class, asked -> {
            Thread.currentThread().interrupt();
            return new Answer.Noted(1);
        });
        shell.exec("buy 0.1 BTC-USDT --at 50000; note x; buy 0.2 BTC-USDT", "--keep-going");
        assertThat(shell.status()).isEqualTo(130);
        assertThat(placed()).hasSize(1);
        assertThat(shell.err()).contains("Stays live: P-1 BUY 0.1 BTC-USDT at 50000 SUBMITTED, 0.1 left");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aBugIsTheLogsAndTheOperatorIsToldWhere() {
        shell.desk.when(Command.Note.class, asked -> {
            throw new IllegalStateException("broken on purpose");
        });
        shell.exec("note x");
        assertThat(shell.status()).isEqualTo(70);
        assertThat(shell.err())
                .contains("BUG: A bug: IllegalStateException. The details are in /state/sluice.log.")
                .doesNotContain("at sluice");
    }

    @Test
    void aDeskThatCannotStartSaysWhyByItsOwnStatus() {
        shell.unstartable(new UnableToRunException(
                ExitStatus.JOURNAL_HELD, Failure.of("JOURNAL_HELD", "Held by process 17 since 9:30.")));
        shell.exec("orders");
        assertThat(shell.status()).isEqualTo(5);
        assertThat(shell.err()).contains("JOURNAL_HELD: Held by process 17 since 9:30.");
    }

    @Test
    void aScriptWhoseDeskCannotStartSaysNothingBefore() {
        shell.unstartable(new UnableToRunException(
                ExitStatus.JOURNAL_HELD, Failure.of("JOURNAL_HELD", "Held by process 17 since 9:30.")));
        shell.exec("echo first; orders");
        assertThat(shell.status()).isEqualTo(5);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("JOURNAL_HELD: Held by process 17 since 9:30.");
    }

    @Test
    void differencesThatRemainAreStatusFour() {
        var evidence = new Answer.Evidence("E1", List.of("V-1"));
        var line = new Answer.PlanLine(Market.ALPHA, "C-1", 4, "in doubt, filled", evidence, List.of("Traded"), false);
        shell.desk.when(
                Command.Reconcile.class,
                asked -> new Answer.Reconciled(List.of(line), ((Command.Reconcile) asked).apply(), Map.of()));
        shell.exec("reconcile");
        assertThat(shell.status()).isEqualTo(4);
        shell.exec("reconcile --apply");
        assertThat(shell.status()).isZero();
    }

    @Test
    void exitEndsAScriptWithoutAFailure() {
        shell.exec("echo a; exit; echo b");
        assertThat(shell.status()).isZero();
        assertThat(shell.lines()).containsExactly("a");
    }

    @Test
    void wordsThatNeedNoDeskStartNone() {
        shell.exec("echo a; help; alias x=orders; buy; buy 0 BTC-USDT", "--keep-going");
        assertThat(shell.desksMade).isZero();
    }

    @Test
    void aScriptThatIsNotThereIsAUsageError() {
        shell.run("exec", "/no/such.sluice");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.err()).contains("NO_SCRIPT: cannot read /no/such.sluice: there is no such file");
    }

    @Test
    void aCommandOfTheProgramIsNoneOfAScript() {
        shell.exec("exec -c orders");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.err()).contains("exec is a command of the program: sluice exec");
    }
}
