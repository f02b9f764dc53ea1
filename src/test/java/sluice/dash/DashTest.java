package sluice.dash;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.dash.cell.Glyphs;
import sluice.dash.screen.Depth;
import sluice.engine.Command;
import sluice.engine.view.AlertView;
import sluice.market.Stamp;
import sluice.shell.Market;

/** The whole screen on a virtual terminal, keys in, lines of text out. */
class DashTest {

    @TempDir
    private Path state;

    private DashTester small() {
        return new DashTester(state, 80, 24);
    }

    private DashTester large() {
        return new DashTester(state, 200, 60);
    }

    @Test
    void theSmallestUsualScreenHoldsBookVenuesOrdersFillsAndAlerts() {
        var lines = small().lines();
        assertThat(lines).hasSize(24).allMatch(line -> line.length() <= 80);
        assertThat(String.join("\n", lines))
                .contains("1 book BTC-USDT", "2 venues", "3 orders", "4 fills", "5 alerts")
                .contains("K kill  6 positions 7 quality 8 log");
    }

    @Test
    void aLargeScreenHoldsEveryPane() {
        assertThat(large().text())
                .contains("1 book", "2 venues", "3 orders", "4 fills", "5 alerts", "6 positions", "7 quality", "8 log")
                .doesNotContain("K kill  6");
    }

    @Test
    void aScreenThatIsTooSmallSaysSoAndNothingElse() {
        assertThat(new DashTester(state, 50, 10).text())
                .contains("Too small: 50x10")
                .doesNotContain("book");
    }

    @Test
    void theScreenFollowsItsTerminalThereAndBack() {
        var dash = small();
        var before = dash.lines();
        assertThat(dash.resized(200, 60).text()).contains("8 log");
        assertThat(dash.resized(80, 24).lines()).isEqualTo(before);
    }

    @Test
    void aBookShowsBothSidesWithItsAgeAndOurOwnOrderMarked() {
        var dash = large().commands("buy 0.5 BTC-USDT --at 59999").types("1z");
        assertThat(dash.line("◆")).contains("◆ 59999").contains("0.5 ours");
        assertThat(dash.text()).contains("all venues 2 of 2, 500 ms old").contains("mid 60000.25");
    }

    @Test
    void aBookThatIsGoneIsNotShownButWhyItIsNot() {
        var dash = large();
        dash.desk.without(Market.ALPHA).without(Market.BETA);
        assertThat(dash.text()).contains("ABSENT").contains("no venue's book can be trusted now");
    }

    @Test
    void anOrderTypedInTheBarFillsAndShows() {
        var dash = large().commands("buy 0.1 BTC-USDT");
        assertThat(dash.text())
                .contains("P-1 BUY 0.1 BTC-USDT FILLED, 0.1 filled at 60001")
                .contains("4 fills 1 so far");
        assertThat(dash.types("4z").line("TAKER"))
                .contains("BUY")
                .contains("60001")
                .contains("alpha");
        assertThat(dash.session.last()).isPresent();
    }

    @Test
    void anOpenOrderShowsHowFarItHasCome() {
        var dash = large().commands("sell 0.5 BTC-USDT --at 61000");
        assertThat(dash.line("P-1"))
                .contains("SELL")
                .contains("61000")
                .contains("░░░░░░░░   0%")
                .contains("SUBMITTED");
    }

    @Test
    void anOrderInDoubtSaysSoInItsRowAndAbove() {
        var dash = large();
        dash.shell.doubtful();
        dash.commands("buy 0.1 BTC-USDT");
        assertThat(dash.presses(KeyType.Escape).line("? IN DOUBT")).contains("P-1");
        assertThat(dash.types("3z").line("? IN DOUBT")).contains("no answer in 5000 ms");
        assertThat(dash.lines().get(0)).contains("1 IN DOUBT");
    }

    @Test
    void whatADeskSaidThatIsSilentNowIsStruckOut() {
        var dash = large();
        assertThat(dash.isStruck("all venues")).isFalse();
        dash.silentFor(Duration.ofSeconds(9));
        assertThat(dash.lines().get(0)).contains("DESK SILENT for 9.0 s");
        assertThat(dash.isStruck("all venues")).isTrue();
    }

    @Test
    void aCancelByKeyNamesItsOrderAndWantsAYes() {
        var dash = large().commands("buy 0.5 BTC-USDT --at 59000").types("3");
        dash.lines();
        assertThat(dash.types("c").line("Cancel"))
                .contains("Cancel P-1 BUY 0.5 BTC-USDT at 59000 SUBMITTED, 0.5 left, at alpha? [y/N]");
        dash.types("n").awaits();
        assertThat(dash.desk.asked).noneMatch(Command.Cancel.class::isInstance);
        dash.types("c").types("y").awaits();
        assertThat(dash.desk.asked).anyMatch(Command.Cancel.class::isInstance);
        assertThat(dash.text()).contains("0 open");
    }

    @Test
    void aKillByKeySaysWhatItWillDoAndWantsAYes() {
        var dash = large().commands("buy 0.5 BTC-USDT --at 59000");
        dash.lines();
        assertThat(dash.types("K").line("KILL"))
                .contains("no new order goes out, our 1 open order is cancelled at alpha, until resume --reason");
        dash.presses(KeyType.Enter).awaits();
        assertThat(dash.desk.asked).noneMatch(Command.Kill.class::isInstance);
        dash.types("K").types("y").awaits();
        assertThat(dash.desk.asked).anyMatch(Command.Kill.class::isInstance);
    }

    @Test
    void enterShowsAnOrdersTimelineAndEscapeThePanesAgain() {
        var dash = large().commands("buy 0.1 BTC-USDT --at 59000").types("3");
        dash.lines();
        assertThat(dash.presses(KeyType.Enter).awaits().text())
                .contains("─ order P-1")
                .contains("order.accepted");
        assertThat(dash.presses(KeyType.Escape).text()).contains("1 book");
    }

    @Test
    void aCommandThatIsWrongSaysWhy() {
        assertThat(large().commands("byu 1 BTC-USDT").text()).contains("there is no command byu. Did you mean buy?");
    }

    @Test
    void aQuestionOfACommandIsAskedOnTheScreen() {
        var dash = large().commands("buy 0.5 BTC-USDT");
        dash.types(":flatten BTC-USDT").presses(KeyType.Enter);
        assertThat(dash.showsSoon("[y/N]")).isTrue();
        assertThat(dash.text()).contains("To flatten: sell 0.5 BTC-USDT at alpha");
        dash.types("n").awaits();
        assertThat(dash.text()).contains("Nothing was sent.");
        assertThat(dash.desk.asked).noneMatch(Command.Flatten.class::isInstance);
    }

    @Test
    void theBarCompletesWithWhatTheWordsMean() {
        var dash = large().types(":ord").presses(KeyType.Tab);
        assertThat(dash.text()).contains("orders").contains("order ");
        assertThat(dash.presses(KeyType.Escape)
                        .types(":cance")
                        .presses(KeyType.Tab)
                        .lines())
                .last()
                .asString()
                .startsWith(":cancel");
    }

    @Test
    void theBarBringsBackWhatWasTyped() {
        var dash =
                large().commands("echo one").commands("echo two").types(":").presses(KeyType.ArrowUp, KeyType.ArrowUp);
        assertThat(dash.lines()).last().isEqualTo(":echo one");
    }

    @Test
    void aFilterLeavesOnlyRowsWithItsWords() {
        var dash = large().commands("buy 0.1 BTC-USDT --at 59000").commands("sell 0.2 BTC-USDT --at 61000");
        assertThat(dash.types("3/sell").presses(KeyType.Enter).text())
                .contains("P-2  SELL  SUBMITTED")
                .doesNotContain("P-1  BUY   SUBMITTED");
        assertThat(dash.presses(KeyType.Escape).line("P-1")).isNotEmpty();
    }

    @Test
    void aPaneIsZoomedHiddenAndShownAgain() {
        var dash = large();
        dash.lines();
        assertThat(dash.types("3z").text()).contains("3 orders").doesNotContain("1 book");
        assertThat(dash.types("zx").text()).contains("1 book").doesNotContain("3 orders");
        assertThat(dash.types("3").text()).contains("3 orders");
    }

    @Test
    void anArrangementOutlivesTheScreen() throws Exception {
        var dash = large();
        dash.lines();
        dash.types("8x").types("1>").types("w");
        assertThat(Files.readAllLines(state.resolve("dash"))).startsWith("venues shown 0", "book shown 0");
        assertThat(large().text()).doesNotContain("8 log").contains("2 venues");
    }

    @Test
    void helpNamesEveryKeyOfThePanes() {
        assertThat(large().types("?").text())
                .contains("cancels the order in that row")
                .contains("K            kills");
    }

    @Test
    void alertsAndAFaultOfTheJournalComeFirst() {
        var dash = large();
        dash.desk.alerts.add(new AlertView(7, "OVERFILL", "C-1 filled beyond its quantity", Market.AT));
        dash.desk.journalFault("disk full");
        assertThat(dash.text()).contains("OVERFILL C-1 filled").contains("JOURNAL FAULT disk full");
        assertThat(dash.lines().get(0)).contains("JOURNAL FAULT");
    }

    @Test
    void quitAndTheEndOfInputLeave() {
        var dash = large().types("q");
        assertThat(dash.hasLeft()).isTrue();
        assertThat(dash.session.isLeaving()).isFalse();
        var lost = large().presses(KeyType.EOF);
        assertThat(lost.hasLeft()).isTrue();
        assertThat(lost.session.isLeaving()).isTrue();
    }

    @Test
    void controlZWouldStopTheDeskAndDoesNot() {
        assertThat(large().holdsControl('z').text()).contains("Ctrl-Z would stop the desk too");
    }

    @Test
    void withoutColoursNothingIsColouredAndAllOfItIsSaidInWords() {
        var plain = new DashTester(state, 200, 60, new Dash.Look(new Glyphs(false), Depth.NONE));
        assertThat(plain.coloured()).isZero();
        assertThat(plain.text()).matches("\\p{ASCII}*");
        assertThat(large().coloured()).isPositive();
    }

    @Test
    void aQuestionIsShownWholeHoweverNarrowTheScreen() {
        var dash = small().commands("buy 0.5 BTC-USDT --at 59000");
        dash.lines();
        assertThat(dash.types("K").text().replaceAll("\\s+", " "))
                .contains("KILL: no new order goes out, our 1 open order is cancelled at alpha, until resume --reason."
                        + " Kill? [y/N]");
    }

    @Test
    void aTimelineIsShownWholeHoweverNarrowTheScreen() {
        var dash = small().commands("buy 0.1 BTC-USDT --at 59000").types("3");
        dash.lines();
        var shown = dash.presses(KeyType.Enter).awaits();
        assertThat(shown.lines()).noneMatch(line -> line.endsWith("…"));
    }

    @Test
    void aRowThatIsAboutNoOrderIsShownWholeByEnter() {
        var dash = small();
        dash.desk.alerts.add(new AlertView(5, "LATE_FILL", "word ".repeat(40) + "end", new Stamp(Instant.EPOCH, 0)));
        dash.types("5").lines();
        assertThat(dash.presses(KeyType.Enter).text()).contains("LATE_FILL").contains("end");
    }

    @Test
    void anAlertIsAcknowledgedByKey() {
        var dash = large();
        dash.desk.alerts.add(new AlertView(5, "LATE_FILL", "P-1 filled late", new Stamp(Instant.EPOCH, 0)));
        assertThat(dash.types("5").lines().get(0)).contains("1 alert");
        assertThat(dash.types("a").awaits().text()).contains("alerts --ack A-5: done");
    }

    @Test
    void withoutAnAlertThereIsNothingToAcknowledge() {
        var dash = large();
        dash.lines();
        assertThat(dash.types("5a").text()).contains("No alert is chosen");
    }
}
