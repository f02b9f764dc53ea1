package sluice.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.shell.CommandTable;
import sluice.shell.ExitStatus;
import sluice.shell.InterruptedCommandException;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;
import sluice.shell.prompt.Screen;
import sluice.shell.run.Runner;
import sluice.shell.script.Typed;

class WatchCommandTest {

    private final ShellTester shell = new ShellTester();
    private final SmallScreen screen = new SmallScreen();

    private ExitStatus prompted(String... words) {
        var manner =
                new Manner("prompt", false, Optional.empty(), Duration.ZERO, Optional.of(screen), question -> false);
        return new Runner(new Session(shell.context(), CommandTable.standard(), manner))
                .run(Typed.alone(List.of(words)));
    }

    @Test
    void linesFollowEachOtherWhereThereIsNoScreen() {
        shell.run("watch", "--every", "100ms", "--times", "2", "orders", "--all");
        assertThat(shell.lines())
                .containsExactly(
                        "2026-11-02 09:30:00.623 Z  every 100 ms: orders --all",
                        "No orders.",
                        "",
                        "2026-11-02 09:30:00.623 Z  every 100 ms: orders --all",
                        "No orders.");
        assertThat(shell.status()).isZero();
    }

    @Test
    void asJsonEachLookIsALineOfTheCommand() {
        shell.run("watch", "--every", "100ms", "--times", "2", "orders", "--json");
        assertThat(shell.lines())
                .hasSize(2)
                .allMatch("{\"ok\":true,\"command\":\"orders\",\"result\":{\"orders\":[]}}"::equals);
    }

    @Test
    void aScreenIsDrawnAnewUntilAKeyLeaves() {
        screen.looks = 3;
        assertThat(prompted("watch", "positions")).isEqualTo(ExitStatus.OK);
        var heading = "2026-11-02 09:30:00.623 Z  every 2000 ms: positions, any key leaves\n";
        assertThat(screen.shown).hasSize(3).allMatch(text -> text.startsWith(heading));
        assertThat(screen.taken).isZero();
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void whatIsLongerThanTheScreenIsNotLeafedThroughWhileItIsWatched() {
        screen.rows = 1;
        prompted("watch", "orders", "--all");
        assertThat(screen.paged).isEmpty();
        assertThat(screen.shown).hasSize(1).allMatch(text -> text.contains("No orders."));
    }

    @Test
    void anInterruptAtThePromptIsNoFailure() {
        screen.interrupts = true;
        assertThat(prompted("watch", "orders")).isEqualTo(ExitStatus.OK);
        assertThat(screen.taken).isZero();
    }

    @Test
    void whatGoesWrongIsShownAndLookedAtAgain() {
        screen.looks = 2;
        assertThat(prompted("watch", "order", "P-9")).isEqualTo(ExitStatus.USAGE);
        assertThat(screen.shown).hasSize(2).allMatch(text -> text.contains("UNKNOWN_ORDER: there is no order P-9"));
    }

    @Test
    void onlyWhatLooksIsRunOverAndOver() {
        for (var command :
                List.of("buy 1 BTC-USDT", "cancel --all", "unknown probe P-1", "risk set a 1", "watch fills")) {
            shell.exec("watch --times 2 " + command);
            assertThat(shell.status()).isEqualTo(2);
            assertThat(shell.err()).contains("it is no command that only looks");
        }
        assertThat(shell.desk.asked).isEmpty();
    }

    @Test
    void aScriptHasToSayHowOften() {
        shell.exec("watch orders");
        assertThat(shell.err()).contains("watch has no end here; --times N gives it one");
        shell.run("watch", "--every", "1ms", "orders");
        assertThat(shell.err()).contains("--every must be at least 100ms");
        shell.run("watch", "nonsense");
        assertThat(shell.err()).contains("there is no command nonsense");
    }

    @Test
    void aLongResultIsLeafedThroughAtAPromptOnly() {
        screen.rows = 5;
        assertThat(prompted("help")).isEqualTo(ExitStatus.OK);
        assertThat(screen.paged).hasSize(1).allMatch(text -> text.contains("reconcile"));
        assertThat(shell.out()).isEmpty();
        prompted("help", "--no-pager");
        prompted("help", "--json");
        prompted("echo", "short");
        assertThat(screen.paged).hasSize(1);
        assertThat(shell.out()).contains("reconcile").contains("short");
        prompted("buy", "--help");
        assertThat(screen.paged).hasSize(2);
        shell.run("help");
        assertThat(screen.paged).hasSize(2);
    }

    /** A screen that remembers, and is left after so many looks. */
    private static final class SmallScreen implements Screen, Screen.Sheet {

        private final List<String> shown = new ArrayList<>();
        private final List<String> paged = new ArrayList<>();
        private int rows = 24;
        private int looks = 1;
        private int taken;
        private boolean interrupts;

        @Override
        public boolean isShorterThan(String text) {
            return text.lines().count() >= rows;
        }

        @Override
        public void page(String text) {
            paged.add(text);
        }

        @Override
        public Sheet take() {
            taken++;
            return this;
        }

        @Override
        public void show(String text) {
            shown.add(text);
        }

        @Override
        public boolean stands(Duration time) {
            if (interrupts) {
                throw new InterruptedCommandException(new InterruptedException());
            }
            return shown.size() < looks;
        }

        @Override
        public void close() {
            taken--;
        }
    }
}
