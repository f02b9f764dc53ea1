package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A script of orders on three venues that do not behave, by a desk that is killed again and again. */
class KilledScriptIT {

    private static final List<String> VENUES = List.of("binance", "bybit", "coinbase");
    private static final String BATCH = "kills";

    /** What a venue's pace holds back in one run goes out in the next, and that is over soon. */
    private static final int MOST_RUNS = 8;

    private static final List<String> FAULTS = List.of(
            "{\"kind\":\"reply-lost\",\"match\":\"place\"}",
            "{\"kind\":\"request-lost\",\"match\":\"place\"}",
            "{\"kind\":\"reply-lost\",\"match\":\"cancel\"}",
            "{\"kind\":\"delay\",\"match\":\"place\",\"ms\":300}",
            "{\"kind\":\"http\",\"match\":\"place\",\"status\":503,\"body\":\"\"}",
            "{\"kind\":\"http\",\"match\":\"query\",\"status\":500,\"body\":\"\"}",
            "{\"kind\":\"read-lag\",\"match\":\"place\",\"ms\":1000}",
            "{\"kind\":\"drop-private\",\"count\":2}",
            "{\"kind\":\"duplicate\",\"match\":\"private\"}",
            "{\"kind\":\"disconnect\",\"match\":\"private\"}");

    @TempDir
    private Path home;

    private final Random dice = new Random(11);
    private final TreeMap<String, Integer> faults = new TreeMap<>();
    private int faultAt;

    @Test
    @Tag("long")
    void fortyOrdersThroughTwoKillsAreThereOnceAndAsTheVenuesHaveThem() throws IOException {
        outlives(40, 2);
    }

    @Test
    @Tag("crash")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void fiveHundredOrdersThroughFiveKillsAreThereOnceAndAsTheVenuesHaveThem() throws IOException {
        outlives(500, 5);
    }

    private void outlives(int orders, int kills) throws IOException {
        var script = Files.write(home.resolve("orders.sluice"), script(orders));
        try (var simulator = Simulator.start(home, String.join(",", VENUES))) {
            var desk = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
            for (var killed = 0; killed < kills; killed++) {
                killed(desk, script, simulator, orders * (killed + 1) / (kills + 1));
            }
            VENUES.forEach(venue -> simulator.delete("/venues/" + venue + "/faults"));
            var told = toItsEnd(desk, script);
            assertThat(told).filteredOn(KilledScriptIT::isOrder).hasSize(orders);
            agrees(desk, simulator, told);
        }
        System.out.println(orders + " orders, " + kills + " kills, faults " + faults);
    }

    /** What the run says, a line each, in which every line did what it says. */
    private static List<JsonNode> toItsEnd(Sluice desk, Path script) {
        var ended = batch(desk, script);
        for (var more = MOST_RUNS; more > 1 && ended.status() != 0; more--) {
            desk.settles(ended);
            ended = batch(desk, script);
        }
        assertThat(ended.json())
                .filteredOn(line -> !line.path("ok").asBoolean())
                .isEmpty();
        assertThat(ended.status()).isZero();
        return ended.json();
    }

    private static Sluice.Result batch(Sluice desk, Path script) {
        return desk.ends("exec", "--batch", BATCH, "--keep-going", script.toString());
    }

    private List<String> script(int orders) {
        var lines = new ArrayList<String>();
        for (var order = 0; order < orders; order++) {
            var venue = VENUES.get(dice.nextInt(VENUES.size()));
            var symbol = venue.equals("coinbase") ? "BTC-USD" : "BTC-USDT";
            var resting = dice.nextInt(3) > 0;
            var at = resting ? " --at " + (52_000 + order) : "";
            lines.add("buy 0.0" + (1 + dice.nextInt(5)) + " " + symbol + at + " --on " + venue);
            if (resting && dice.nextInt(3) == 0) {
                lines.add("cancel last");
            }
        }
        return lines;
    }

    /** A run of the script under faults until the venues have so many orders; one that ends before is begun again. */
    private void killed(Sluice desk, Path script, Simulator simulator, int enough) {
        for (var placed = 0; placed < enough; ) {
            try (var run = desk.start("exec", "--batch", BATCH, "--keep-going", script.toString())) {
                placed = placed(simulator);
                while (run.isAlive() && placed < enough) {
                    faultIfDue(simulator, placed);
                    pause(Duration.ofMillis(100));
                    placed = placed(simulator);
                }
                run.signal("KILL").end();
            }
        }
    }

    private void faultIfDue(Simulator simulator, int placed) {
        if (placed >= faultAt) {
            faultAt = placed + 3 + dice.nextInt(8);
            fault(simulator);
        }
    }

    private void fault(Simulator simulator) {
        var fault = FAULTS.get(dice.nextInt(FAULTS.size()));
        simulator.post("/venues/" + VENUES.get(dice.nextInt(VENUES.size())) + "/faults", fault);
        faults.merge(Sluice.parsed(fault).path("kind").asText(), 1, Integer::sum);
    }

    private static void pause(Duration span) {
        await().pollDelay(span).until(() -> true);
    }

    private static int placed(Simulator simulator) {
        return VENUES.stream().mapToInt(venue -> simulator.orders(venue).size()).sum();
    }

    /** @param told what the last run of the script said, line by line */
    private static void agrees(Sluice desk, Simulator simulator, List<JsonNode> told) {
        try (var life = desk.start("exec", "--keep-going", "-")) {
            var lines = IntStream.iterate(0, line -> line + 1).iterator();
            await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
                var parents = said(life, lines.next(), "orders --all").at("/result/orders");
                var fills = said(life, lines.next(), "fills").at("/result/fills");
                assertThat(VENUES)
                        .allSatisfy(venue -> assertThat(Truth.difference(venue, parents, fills, simulator))
                                .isEmpty());
                assertThat(parents)
                        .filteredOn(KilledScriptIT::isThere)
                        .extracting(KilledScriptIT::id)
                        .isSubsetOf(ids(told));
                assertThat(parents)
                        .filteredOn(parent -> ids(told).contains(id(parent)))
                        .allMatch(KilledScriptIT::was);
                assertThat(parents)
                        .filteredOn(parent -> cancelled(told).contains(id(parent)))
                        .allMatch(parent -> Set.of("CANCELLED", "FILLED")
                                .contains(parent.path("state").asText()));
            });
            var reconciled = said(life, lines.next(), "reconcile");
            assertThat(reconciled.at("/result/plan")).isEmpty();
            assertThat(reconciled.at("/result/open")).isEmpty();
        }
    }

    private static boolean isOrder(JsonNode line) {
        return line.path("command").asText().equals("buy");
    }

    /** The order each line is, each another one. */
    private static Set<String> ids(List<JsonNode> told) {
        var ids = told.stream()
                .filter(KilledScriptIT::isOrder)
                .map(line -> id(line.at("/result/parent")))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        return Set.copyOf(ids);
    }

    /** The orders that the line after theirs cancels. */
    private static Set<String> cancelled(List<JsonNode> told) {
        return IntStream.range(1, told.size())
                .filter(line -> told.get(line).path("command").asText().equals("cancel"))
                .mapToObj(line -> id(told.get(line - 1).at("/result/parent")))
                .collect(Collectors.toSet());
    }

    private static String id(JsonNode parent) {
        return parent.path("parentId").asText();
    }

    /** Whether a venue ever had any of it; a line whose order never got there is placed again, as another parent. */
    private static boolean isThere(JsonNode parent) {
        return StreamSupport.stream(parent.path("children").spliterator(), false)
                .anyMatch(child -> child.hasNonNull("orderId"));
    }

    /** It was, or was cancelled before it got there. */
    private static boolean was(JsonNode parent) {
        return isThere(parent) || parent.path("reason").asText().equals("REQUESTED");
    }

    private static JsonNode said(Sluice.Running life, int line, String command) {
        return life.types(command + "\n").line(line).orElseThrow(() -> new AssertionError(life.out() + life.err()));
    }
}
