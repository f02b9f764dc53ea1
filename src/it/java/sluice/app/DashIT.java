package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dash at a real terminal. */
class DashIT {

    private static final int FILLS = 5;
    private static final int ROUNDS = 4;

    @TempDir
    private Path home;

    @BeforeEach
    void needsTmux() {
        assumeTrue(Tmux.isThere(), "skipped: tmux is not here");
    }

    private List<String> desk(Simulator simulator, String... words) {
        var common =
                List.of("--home", home.toString(), "--sim", simulator.file().toString());
        return Stream.concat(common.stream(), Stream.of(words)).toList();
    }

    @Test
    void itStartsTradesFollowsItsTerminalAndGivesItBackAsItWas() {
        try (var simulator = Simulator.start(home, "binance,coinbase,bybit");
                var tmux = Tmux.start(home, 80, 24)) {
            tmux.types("stty -g > " + home + "/before").presses("Enter");
            tmux.starts(desk(simulator)).shows("sluice sim>");
            tmux.types("echo here before").presses("Enter").shows("\nhere before");
            tmux.types("dash").presses("Enter").shows("1 book BTC-USDT").shows("3 of 3 ready");
            tmux.types(":").types("buy 0.1 BTC-USDT").presses("Enter").shows("P-1 BUY 0.1 BTC-USDT");
            tmux.until(screen -> !screen.contains("fills 0 so far"), "a fill");
            assertThat(tmux.resizes(200, 60).shows("8 log").isCovered()).isTrue();
            assertThat(tmux.resizes(80, 24)
                            .shows("6 positions 7 quality 8 log")
                            .screen()
                            .lines())
                    .hasSize(24);
            tmux.types("q").shows("sluice sim>");
            assertThat(tmux.isCovered()).isFalse();
            assertThat(tmux.screen()).contains("here before").doesNotContain("1 book");
            tmux.types("orders --all").presses("Enter").shows("FILLED");
            tmux.types("exit").presses("Enter").shows("shell$");
            tmux.types("stty -g > " + home + "/after; echo saved")
                    .presses("Enter")
                    .shows("\nsaved");
            assertThat(home.resolve("after")).hasSameTextualContentAs(home.resolve("before"));
        }
    }

    @Test
    void aFillShowsWithinAFifthOfASecondAndALostConnectionWithinASecond() {
        try (var simulator = Simulator.start(home);
                var tmux = Tmux.start(home, 160, 45)) {
            tmux.starts(desk(simulator, "dash", "BTC-USDT")).shows("1 of 1 ready");
            assertThat(fastest(simulator, tmux)).isLessThanOrEqualTo(Duration.ofMillis(200));
            simulator.post("/venues/binance/faults", "{\"kind\":\"maintenance\",\"count\":1000,\"forMs\":30000}");
            simulator.post("/venues/binance/faults", "{\"kind\":\"disconnect\",\"count\":20}");
            var lost = tmux.until(screen -> screen.contains("0 of 1 ready"), "a venue that is lost");
            assertThat(lost).isLessThanOrEqualTo(Duration.ofSeconds(1));
            tmux.types("q").shows("shell$");
        }
    }

    /** The median of some fills; of the quickest of a few rounds, since the machine may have other things to do. */
    private static Duration fastest(Simulator simulator, Tmux tmux) {
        var best = median(fills(simulator, tmux, 1));
        for (int round = 1; round < ROUNDS && best.compareTo(Duration.ofMillis(200)) > 0; round++) {
            best = median(fills(simulator, tmux, 1 + round * FILLS));
        }
        return best;
    }

    /** Somebody takes what rests, time and again. */
    private static List<Duration> fills(Simulator simulator, Tmux tmux, int first) {
        var taken = new ArrayList<Duration>();
        for (int i = first; i < first + FILLS; i++) {
            tmux.types(":")
                    .types("buy 0.01 BTC-USDT --at " + (59_800 + i))
                    .presses("Enter")
                    .shows("P-" + i + "  BUY");
            var nth = i + " so far";
            simulator.post(
                    "/venues/binance/trade",
                    "{\"symbol\":\"BTCUSDT\",\"side\":\"SELL\",\"px\":\"" + (59_800 + i) + "\",\"qty\":\"0.01\"}");
            taken.add(tmux.until(screen -> screen.contains("4 fills " + nth), nth));
        }
        return taken;
    }

    private static Duration median(List<Duration> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }

    @Test
    @Tag("long")
    void anOrderGoesOutAndFillsWhileNobodyReadsTheTerminal() throws IOException {
        try (var simulator = Simulator.start(home);
                var tmux = Tmux.start(home, 200, 60)) {
            tmux.starts(desk(simulator, "dash", "BTC-USDT")).shows("1 of 1 ready");
            var dash = ProcessHandle.of(tmux.shellPid())
                    .orElseThrow()
                    .children()
                    .findFirst()
                    .orElseThrow();
            var server = tmux.serverPid();
            buysUnread(simulator, dash, server);
            tmux.shows("4 fills").until(screen -> screen.contains("P-" + FILLS), "the last order");
            tmux.types("q").shows("shell$");
        }
    }

    /** The terminal is stopped meanwhile. */
    private void buysUnread(Simulator simulator, ProcessHandle dash, long terminal) throws IOException {
        signal("STOP", terminal);
        try {
            var other = Sluice.at(home).with("--sim", simulator.file().toString());
            var before = memory(dash);
            for (int i = 0; i < FILLS; i++) {
                var bought = other.run("--attach", "buy", "0.01", "BTC-USDT");
                assertThat(bought.out()).contains("FILLED");
                assertThat(bought.status()).isZero();
            }
            assertThat(memory(dash) - before).as("KiB more").isLessThan(48 << 10);
        } finally {
            signal("CONT", terminal);
        }
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** KiB that the process has in memory. */
    private static long memory(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("long")
    void aTerminalThatGoesAwayEndsTheDashAndLeavesAJournalThatOpens() {
        try (var simulator = Simulator.start(home)) {
            leftByItsTerminal(simulator).onExit().join();
            var status =
                    Sluice.at(home).with("--sim", simulator.file().toString()).run("exec", "-c", "status");
            assertThat(status.status()).isZero();
        }
    }

    private ProcessHandle leftByItsTerminal(Simulator simulator) {
        try (var tmux = Tmux.start(home, 80, 24)) {
            tmux.starts(desk(simulator, "dash", "BTC-USDT")).shows("1 of 1 ready");
            return ProcessHandle.of(tmux.shellPid())
                    .orElseThrow()
                    .children()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    @Tag("long")
    void aSecondTerminalHasADashOfItsOwnOverTheSameDesk() {
        try (var simulator = Simulator.start(home);
                var tmux = Tmux.start(home, 100, 30);
                var desk = Sluice.at(home)
                        .with("--sim", simulator.file().toString())
                        .start("exec", "-c", "buy 0.1 BTC-USDT; echo bought; sleep 60s")) {
            desk.says("bought");
            tmux.starts(desk(simulator, "dash")).shows("4 fills");
            tmux.types("4z").shows("P-1");
            tmux.types("q").shows("shell$");
            assertThat(desk.isAlive()).isTrue();
        }
    }

    @Test
    void aTerminalThatCannotMoveItsCursorIsToldWhatToUseInstead() {
        try (var simulator = Simulator.start(home)) {
            var refused = Sluice.at(home)
                    .with("--sim", simulator.file().toString())
                    .knowing(Map.of("TERM", "dumb"))
                    .run("dash");
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.out() + refused.err())
                    .contains("cannot move its cursor")
                    .contains("status");
        }
    }
}
