package sluice.shell.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.Command;
import sluice.shell.CommandTable;
import sluice.shell.ExitStatus;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;
import sluice.shell.run.Runner;
import sluice.shell.script.Typed;

class ConfirmationTest {

    private final ShellTester shell = new ShellTester();
    private final List<String> questions = new ArrayList<>();
    private boolean agrees;

    private ExitStatus prompted(String... words) {
        var manner = new Manner("prompt", false, Optional.empty(), Duration.ZERO, question -> {
            questions.add(question);
            return agrees;
        });
        return new Runner(new Session(shell.context(), CommandTable.standard(), manner))
                .run(Typed.alone(List.of(words)));
    }

    private List<Command> sent() {
        return shell.desk.asked.stream()
                .filter(each -> each instanceof Command.Place
                        || each instanceof Command.Amend
                        || each instanceof Command.Flatten)
                .toList();
    }

    @Test
    void nothingIsAskedUnlessAValueIsSet() {
        prompted("buy", "9", "BTC-USDT");
        assertThat(questions).isEmpty();
        assertThat(shell.desk.asked).noneMatch(Command.Preview.class::isInstance);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anOrderAboveTheValueIsShownWithItsWorstCaseAndAskedAbout() {
        shell.confirmAbove("50000");
        assertThat(prompted("buy", "1", "BTC-USDT")).isEqualTo(ExitStatus.REFUSED);
        assertThat(questions).containsExactly("Send this?");
        assertThat(shell.err())
                .contains("BUY 1 BTC-USDT, mid 60000")
                .contains("alpha    1        1      3  60030        60001")
                .contains("At worst it costs 60090.03 USDT: 60030.00 and 60.03 of fees.")
                .contains("NOT_CONFIRMED: Not sent: BUY 1 BTC-USDT, worth 60030.00 USD: nobody agreed to it, and orders"
                        + " above 50000.00 USD are asked about. Say yes when asked, or add --yes.");
        assertThat(sent()).isEmpty();
        agrees = true;
        assertThat(prompted("buy", "1", "BTC-USDT")).isEqualTo(ExitStatus.OK);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anAmendOfAnOrderThatNoScreenShowsYetIsAskedAbout() {
        shell.desk.lagsBehind();
        prompted("buy", "1", "BTC-USDT", "--at", "50000");
        shell.confirmAbove("50000");
        assertThat(prompted("amend", "P-1", "--qty", "9")).isEqualTo(ExitStatus.REFUSED);
        assertThat(questions).hasSize(1);
        assertThat(sent()).noneMatch(Command.Amend.class::isInstance);
    }

    @Test
    void anOrderUpToTheValueGoesOutUnasked() {
        shell.confirmAbove("60030");
        assertThat(prompted("buy", "1", "BTC-USDT")).isEqualTo(ExitStatus.OK);
        assertThat(questions).isEmpty();
    }

    @Test
    void whereOrdersAreRealEveryOneIsAskedAbout() {
        shell.profile("live");
        prompted("sell", "0.001", "BTC-USDT", "--at", "61000");
        assertThat(questions).hasSize(1);
        assertThat(shell.err()).contains("in profile live every order is asked about");
        assertThat(sent()).isEmpty();
    }

    @Test
    void aScriptIsAskedNothingAndSendsNothingWithoutYes() {
        shell.confirmAbove("50000");
        shell.exec("buy 1 BTC-USDT");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err()).contains("NOT_CONFIRMED").doesNotContain("VENUE");
        assertThat(sent()).isEmpty();
        shell.agreeing();
        shell.exec("buy 1 BTC-USDT");
        assertThat(shell.status()).isZero();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void anAmendCountsAsTheOrderItMakes() {
        shell.exec("buy 0.1 BTC-USDT --at 50000");
        shell.confirmAbove("50000");
        assertThat(prompted("amend", "P-1", "--at", "51000")).isEqualTo(ExitStatus.OK);
        assertThat(questions).isEmpty();
        assertThat(prompted("amend", "P-1", "--qty", "2")).isEqualTo(ExitStatus.REFUSED);
        assertThat(questions).hasSize(1);
    }

    @Test
    void aFlattenIsAskedAboutOutsideThePromptToo() {
        shell.exec("buy 1 BTC-USDT");
        shell.profile("live");
        shell.exec("flatten BTC-USDT");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err()).contains("Not sent: flatten BTC-USDT, worth 60000");
        assertThat(sent()).noneMatch(Command.Flatten.class::isInstance);
    }
}
