package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputIT {

    private static final String SCRIPT = """
            # a morning
            echo one
            echo two
            buy 0.1 BTC-USDT

            wait last filled
            buy 0.1 BTC-USDT --at oops
            echo never
            """;

    @TempDir
    Path home;

    @Test
    void aMalformedConfigurationIsPlacedByLineAndColumn() throws IOException {
        Files.writeString(home.resolve("config.toml"), "[risk.order]\nmax-notional = \n");
        var run = Sluice.at(home).with("--json").run("exec", "-c", "venues");
        assertThat(run.status()).isEqualTo(6);
        assertThat(run.json().get(0).at("/error/detail/line").asText()).isEqualTo("2");
        assertThat(Sluice.at(home).run("version").status()).isZero();
        assertThat(Sluice.at(home).run("config", "check").err()).contains("config.toml:2:");
    }

    @Test
    void aBadLineSevenSendsNothingWhenChecked() throws IOException {
        var script = Files.writeString(home.resolve("morning.sluice"), SCRIPT);
        var run = Sluice.at(home).run("exec", "--check", script.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("morning.sluice:7:", "oops");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aBadLineSevenStopsThereOtherwise() throws IOException {
        var script = Files.writeString(home.resolve("morning.sluice"), SCRIPT);
        var run = Sluice.at(home).run("exec", script.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("one", "FILLED").doesNotContain("never");
        assertThat(run.err()).contains("morning.sluice:7:", "Stopped at line 7");
    }

    @Test
    void unknownWordsAreUsageErrorsWithAdvice() {
        var sluice = Sluice.at(home);
        assertThat(sluice.run("--bogus").status()).isEqualTo(2);
        var command = sluice.run("by", "1", "BTC-USDT");
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.err()).contains("buy");
        assertThat(home.resolve("sim")).doesNotExist();
    }

    @Test
    void theEndOfInputEndsThePrompt() {
        var run = Sluice.at(home).start().says("help lists").endsInput().end();
        assertThat(run.status()).isZero();
        assertThat(run.err()).doesNotContain("Exception");
    }
}
