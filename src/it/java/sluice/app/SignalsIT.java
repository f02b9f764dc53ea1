package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shell and a dash that are put aside and taken up again, and whose terminal goes away. */
class SignalsIT {

    @TempDir
    private Path home;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isThere(), "skipped: tmux is not here");
    }

    private List<String> desk(Simulator simulator, String word) {
        return Stream.of("--home", home.toString(), "--sim", simulator.file().toString(), word)
                .filter(each -> !each.equals("shell"))
                .toList();
    }

    private static ProcessHandle program(Tmux tmux) {
        return ProcessHandle.of(tmux.shellPid())
                .orElseThrow()
                .children()
                .findFirst()
                .orElseThrow();
    }

    private static void signal(String name, ProcessHandle process) {
        Sluice.Running.of(List.of("kill", "-" + name, Long.toString(process.pid())))
                .end();
    }

    @ParameterizedTest
    @CsvSource({"shell, sluice sim>", "dash, 1 of 1 ready"})
    void whatWasPutAsideIsTakenUpAgain(String word, String shown) {
        try (var simulator = Simulator.start(home);
                var tmux = Tmux.start(home, 120, 40)) {
            tmux.starts(desk(simulator, word)).shows(shown);
            signal("TSTP", program(tmux));
            tmux.shows("Stopped").types("echo in between").presses("Enter").shows("\nin between");
            tmux.types("fg").presses("Enter");
            if (word.equals("dash")) {
                tmux.until(screen -> !screen.contains("in between"), "the dash alone");
                tmux.types(":").types("buy 0.01 BTC-USDT").presses("Enter").shows("FILLED");
                tmux.types("q").shows("shell$");
            } else {
                tmux.types("buy 0.01 BTC-USDT").presses("Enter").shows("P-1");
                tmux.types("exit").presses("Enter").shows("shell$");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"shell, sluice sim>", "dash, 1 of 1 ready"})
    void whoseTerminalIsGoneEndsAndLeavesWhatRests(String word, String shown) {
        try (var simulator = Simulator.start(home)) {
            var sluice = Sluice.at(home).with("--sim", simulator.file().toString());
            ordersAndLosesItsTerminal(desk(simulator, word), shown, sluice);
            assertThat(simulator.orders().get(0).path("state").asText()).isEqualTo("SUBMITTED");
            assertThat(sluice.here("journal", "verify").status()).isZero();
            var after = sluice.with("--json").here("exec", "-c", "orders; reconcile");
            assertThat(after.status()).as(after.out() + after.err()).isZero();
            assertThat(after.json().get(0).at("/result/orders")).hasSize(1);
        }
    }

    private void ordersAndLosesItsTerminal(List<String> arguments, String shown, Sluice sluice) {
        try (var tmux = Tmux.start(home, 120, 40)) {
            tmux.starts(arguments).shows(shown);
            var program = program(tmux);
            var bought = sluice.here("--attach", "buy", "0.01", "BTC-USDT", "--at", "50000");
            assertThat(bought.status()).as(bought.out() + bought.err()).isZero();
            tmux.close();
            await().atMost(Sluice.PATIENCE).until(() -> !program.isAlive());
        }
    }
}
