package sluice.sim.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.sim.Exchange;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;
import sluice.sim.floor.Scene;
import sluice.sim.floor.World;

class KillTest {

    @TempDir
    private Path home;

    @Test
    void nothingThatWasAnsweredIsLostWhenTheProcessIsKilled() throws IOException, InterruptedException {
        var answers = new HashMap<String, String>();
        for (var line : runAndKill(400)) {
            var words = line.split(" ");
            answers.put(words[1], words[2]);
        }
        try (var world = World.open(WorldSpec.usual(1), SqliteLedger.open(home), Scene.START)) {
            var exchange = world.exchange("binance");
            for (var answer : answers.entrySet()) {
                var order = exchange.find(Scene.DESK, Scene.BTC, SimRef.of(answer.getKey()));
                assertThat(order).as(answer.getKey()).isPresent();
                if (answer.getValue().equals("FILLED") || answer.getValue().equals("CANCELLED")) {
                    assertThat(order.get().state()).isEqualTo(OrderState.valueOf(answer.getValue()));
                }
            }
            checkBooks(exchange);
        }
    }

    /** Fills explain the balances to the last unit, and open orders what is locked. */
    private static void checkBooks(Exchange exchange) {
        var expected = new HashMap<>(Map.of("USDT", new BigDecimal(5_000_000), "BTC", new BigDecimal(100)));
        for (var fill : exchange.fills(Scene.DESK)) {
            var sign = BigDecimal.valueOf(fill.order().side().sign());
            expected.merge("BTC", fill.lastQty().value().multiply(sign), BigDecimal::add);
            expected.merge("USDT", fill.lastQuote().multiply(sign).negate(), BigDecimal::add);
            expected.merge(fill.fee().asset(), fill.fee().amount().negate(), BigDecimal::add);
        }
        var holdings = exchange.holdings(Scene.DESK);
        expected.forEach((asset, total) ->
                assertThat(holdings.get(asset).total()).as(asset).isEqualByComparingTo(total));
        var locked = exchange.openOrders(Scene.DESK, Optional.empty()).stream()
                .filter(order -> order.side() == Side.BUY)
                .map(order -> order.leavesQty()
                        .value()
                        .multiply(order.request().px().orElseThrow().value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(holdings.get("USDT").locked()).isEqualByComparingTo(locked);
    }

    private List<String> runAndKill(int answers) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledExchange.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (lines.size() < answers) {
                lines.add(Optional.ofNullable(out.readLine()).orElseThrow());
            }
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).isEqualTo(137);
        }
        return lines;
    }
}
