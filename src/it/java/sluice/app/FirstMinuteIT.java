package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstMinuteIT {

    private static final String FIRST = "buy 0.5 BTC-USDT; wait last filled; orders --all; fills; positions";

    @TempDir
    Path home;

    @Test
    void anOrderIsFilledWithoutAnyConfigurationTheFirstTimeAndTheSecond() {
        var first = Sluice.at(home).run("exec", "-c", FIRST);
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("P-1", "FILLED", "TAKER");

        var second = Sluice.at(home).with("--json").run("exec", "-c", FIRST);
        assertThat(second.err()).isEmpty();
        assertThat(second.status()).isZero();
        var lines = second.json();
        assertThat(lines).hasSize(5).allMatch(line -> line.path("ok").asBoolean());
        assertThat(lines.get(1).at("/result/order/state").asText()).isEqualTo("FILLED");
        assertThat(lines.get(2).at("/result/orders")).hasSize(2);
    }

    @Test
    void whatADeskDidCanBeVerifiedBackedUpAndShown() {
        var sluice = Sluice.at(home);
        assertThat(sluice.run("exec", "-c", "buy 0.1 BTC-USDT; wait last filled")
                        .status())
                .isZero();
        var stat = sluice.with("--json").run("journal", "stat").json().get(0);
        var hash = stat.at("/result/hash").asText();
        assertThat(sluice.run("journal", "verify", "--expect", hash).status()).isZero();
        var copy = home.resolve("copy.db");
        assertThat(sluice.run("journal", "backup", copy.toString()).status()).isZero();
        assertThat(sluice.with("--journal", copy.toString())
                        .run("journal", "verify", "--expect", hash)
                        .status())
                .isZero();
        var events = sluice.with("--json").run("journal", "events", "--order", "P-1");
        assertThat(events.json().get(0).at("/result/events"))
                .anyMatch(event -> event.path("event").asText().equals("order.traded"));
    }
}
