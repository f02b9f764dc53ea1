package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeVenuesIT {

    private static final List<String> ORDERS = List.of(
            "buy 0.2 BTC-USDT --on bybit",
            "buy 0.2 BTC-USD --on coinbase",
            "buy 0.2 BTC-USDT-PERP --on bybit",
            "buy 0.2 BTC-USDT --on binance");

    @TempDir
    Path home;

    @Test
    void anOrderAtEachVenueFillsAndNothingDiffersAfterARestart() {
        var desk = Sluice.at(home).with("--json");
        var script = String.join("; wait last filled; ", ORDERS) + "; wait last filled; positions";
        var first = desk.here("exec", "-c", script);
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.json()).hasSize(9).allMatch(line -> line.path("ok").asBoolean());

        var again = desk.here("reconcile");
        assertThat(again.status()).isZero();
        assertThat(again.json().get(0).at("/result/plan")).isEmpty();
        var orders = desk.here("orders", "--all").json().get(0).at("/result/orders");
        assertThat(orders)
                .hasSize(4)
                .allMatch(order -> order.path("state").asText().equals("FILLED"));
    }

    @Test
    void anOrderThatNamesNoVenueIsSplitAndSaysWhy() {
        var desk = Sluice.at(home).with("--json");
        var script = "venues; route buy 20 BTC-USDT; buy 20 BTC-USDT; wait last closed; order last";
        var lines = desk.here("exec", "-c", script).json();
        assertThat(venues(lines.get(1).at("/result/route/legs")))
                .hasSizeGreaterThan(1)
                .contains("binance");
        assertThat(lines.get(1).at("/result/route/leftOut").findValuesAsText("reason"))
                .isNotEmpty()
                .doesNotContain("");
        assertThat(venues(children(lines.get(4)))).hasSizeGreaterThan(1).contains("binance");
        assertThat(lines.get(4).at("/result/timeline").findValuesAsText("why"))
                .isNotEmpty()
                .allMatch(why -> why.contains("fee"));

        var halted = desk.here("exec", "-c", "halt --venue binance; buy 1 BTC-USDT; wait last closed; order last");
        assertThat(halted.status()).isZero();
        assertThat(venues(children(halted.json().get(3)))).isNotEmpty().doesNotContain("binance");
    }

    private static JsonNode children(JsonNode line) {
        return line.at("/result/order/children");
    }

    private static List<String> venues(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("venue").asText())
                .distinct()
                .toList();
    }
}
