package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose process is killed again and again, and run until it is done. */
class BatchIT {

    private static final String[] DESK = {"exec", "--keep-going", "-c", "status; sleep 10m"};
    private static final int ORDERS = 20;

    @TempDir
    Path home;

    private static String line(int number) {
        return "buy 0.0" + (10 + number) + " BTC-USDT --on binance --at " + (50_000 + number);
    }

    /** Twenty orders, and among them what is no order. */
    private static List<String> script() {
        var lines = IntStream.range(0, ORDERS).mapToObj(BatchIT::line).collect(Collectors.toCollection(ArrayList::new));
        lines.add(5, "wait last open");
        lines.add(12, "echo half");
        lines.add(18, "sleep 10ms");
        return lines;
    }

    @Test
    @Tag("long")
    void everyOrderOfAKilledBatchIsAtTheVenueOnce() throws IOException {
        var script = Files.write(home.resolve("batch.sluice"), script());
        try (var simulator = Simulator.start(home)) {
            var sluice = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
            killedAfter(sluice, script, "\"parentId\":\"P-1\"");
            killedAfter(sluice, script, "\"parentId\":\"P-7\"");
            simulator.post("/venues/binance/faults", "{\"kind\":\"request-lost\",\"match\":\"place\",\"count\":1}");
            var ended = sluice.run(batch(script));
            assertThat(ended.status()).as(ended.out() + ended.err()).isEqualTo(3);
            var settled = sluice.run("exec", "-c", "wait P-8 open --timeout 1m");
            assertThat(settled.out()).doesNotContain("\"inDoubt\":true");
            simulator.post("/venues/binance/faults", "{\"kind\":\"reply-lost\",\"match\":\"place\",\"count\":1}");
            for (var more = 0; more < 8 && ended.status() != 0; more++) {
                sluice.settles(ended);
                ended = sluice.run(batch(script));
            }
            assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
            assertThat(ended.err().lines().filter(line -> line.startsWith("Stays live: ")))
                    .hasSize(ORDERS);
            assertThat(quantities(simulator.orders(), "orderQty")).isEqualTo(wanted());
            assertThat(ended.json()).hasSize(ORDERS + 3);

            Files.writeString(script, String.join("\n", script()).replace("0.029", "0.031"));
            var changed = sluice.run(batch(script));
            assertThat(changed.status()).isEqualTo(1);
            assertThat(changed.out()).contains("BATCH_CHANGED");
            assertThat(simulator.orders()).hasSize(ended.json().size() - 3);
        }
    }

    /** The batch runs in the desk; first its terminal is killed, then the desk. */
    @Test
    void everyOrderOfABatchAtAnAttachedTerminalIsAtTheVenueOnce() throws IOException {
        var script = Files.write(home.resolve("batch.sluice"), script());
        try (var simulator = Simulator.start(home)) {
            var sluice = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
            terminalAndDeskAreKilled(sluice, script);
            theBatchEnds(sluice, script);
            assertThat(quantities(simulator.orders(), "orderQty")).isEqualTo(wanted());
        }
    }

    private static void terminalAndDeskAreKilled(Sluice sluice, Path script) {
        var attached = sluice.with("--attach");
        try (var desk = sluice.start(DESK)) {
            desk.says("\"command\":\"status\"");
            killedAfter(attached, script, "\"parentId\":\"P-4\"");
            leftAlone(attached, script, () -> desk.signal("KILL").end());
        }
    }

    private static void leftAlone(Sluice attached, Path script, Runnable kill) {
        try (var run = attached.start(batch(script))) {
            run.says("\"parentId\":\"P-12\"");
            kill.run();
            assertThat(run.end().status()).as(run.out() + run.err()).isEqualTo(3);
        }
    }

    private static void theBatchEnds(Sluice sluice, Path script) {
        try (var desk = sluice.start(DESK)) {
            desk.says("\"command\":\"status\"");
            var attached = sluice.with("--attach");
            var ended = attached.run(batch(script));
            for (var more = 0; more < 8 && ended.status() == 3; more++) {
                attached.settles(ended);
                ended = attached.run(batch(script));
            }
            assertThat(ended.status()).as(ended.out() + ended.err()).isZero();
        }
    }

    private static void killedAfter(Sluice sluice, Path script, String text) {
        try (var run = sluice.start(batch(script))) {
            run.says(text).signal("KILL").end();
        }
    }

    /** On a busy machine a venue may take its time to be ready. */
    private static String[] batch(Path script) {
        return new String[] {"exec", "--batch", "monday", "--ready-timeout", "2m", script.toString()};
    }

    private static List<String> quantities(JsonNode orders, String member) {
        return StreamSupport.stream(orders.spliterator(), false)
                .map(order -> new BigDecimal(order.path(member).asText())
                        .stripTrailingZeros()
                        .toPlainString())
                .sorted()
                .toList();
    }

    private static List<String> wanted() {
        return IntStream.range(0, ORDERS)
                .mapToObj(number -> new BigDecimal("0.0" + (10 + number))
                        .stripTrailingZeros()
                        .toPlainString())
                .sorted()
                .toList();
    }
}
