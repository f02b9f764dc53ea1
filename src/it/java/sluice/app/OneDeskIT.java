package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneDeskIT {

    @TempDir
    Path home;

    @Test
    void aSecondDeskIsToldWhoHoldsTheJournalAndAnInterruptSaysWhatStaysLive() {
        var sluice = Sluice.at(home);
        try (var first = sluice.start("exec", "-c", "buy 0.1 BTC-USDT --at 55000; echo holding; sleep 60s")) {
            first.says("holding");
            var second = sluice.run("--no-attach", "exec", "-c", "orders");
            assertThat(second.status()).isEqualTo(5);
            assertThat(second.err()).contains("pid " + first.pid(), "started 20");

            var ended = first.signal("INT").end();
            assertThat(ended.status()).isEqualTo(130);
            assertThat(ended.err()).contains("Stays live: P-1");
        }
        assertThat(sluice.run("journal", "verify").status()).isZero();
    }

    @Test
    void thoseThatStartAtTheSameMomentShareOneDesk() {
        var sluice = Sluice.at(home).with("--json");
        var runs = IntStream.range(0, 3)
                .mapToObj(number -> sluice.start("exec", "-")
                        .types("echo begun\nsleep 300ms\nbuy 0.01 BTC-USDT --on binance --at 5500" + number
                                + "\nsleep 1s\n")
                        .endsInput())
                .toList();
        assertThat(runs)
                .map(Sluice.Running::end)
                .allSatisfy(ran ->
                        assertThat(ran.status()).as(ran.out() + ran.err()).isZero());
        assertThat(sluice.run("orders").json().get(0).at("/result/orders")).hasSize(3);
    }

    @Test
    void anotherSeedIsRefusedUntilTheExchangeIsReset() {
        var sluice = Sluice.at(home);
        var first = sluice.with("--seed", "3").run("exec", "-c", "venues");
        assertThat(first.status()).as(first.err()).isZero();
        var other = sluice.with("--seed", "4").run("exec", "-c", "venues");
        assertThat(other.status()).isEqualTo(6);
        assertThat(other.err()).contains("sluice sim reset");
        assertThat(sluice.run("sim", "reset").status()).isZero();
        assertThat(sluice.with("--seed", "4").run("exec", "-c", "venues").status())
                .isZero();
    }
}
