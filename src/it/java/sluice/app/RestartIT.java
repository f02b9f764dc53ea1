package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RestartIT {

    @TempDir
    Path home;

    private Simulator simulator;
    private Sluice desk;

    @BeforeEach
    void startSimulator() {
        simulator = Simulator.start(home, "binance,bybit,coinbase");
        desk = Sluice.at(home).with("--sim", simulator.file().toString(), "--json");
    }

    @AfterEach
    void stopSimulator() {
        simulator.close();
    }

    @Test
    void anOrderOfAKilledDeskIsFoundOnceAndCanBeCancelled() {
        try (var first = desk.start("exec", "-c", "buy 5 BTC-USDT --at 55000 --on binance; sleep 60s")) {
            first.says("\"command\":\"buy\"").signal("KILL");
            first.end();
        }
        var orders = simulator.orders();
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).path("state").asText()).isEqualTo("SUBMITTED");

        assertThat(desk.here("reconcile", "--apply").status()).isZero();
        var again = desk.here("reconcile");
        assertThat(again.status()).isZero();
        assertThat(again.json().get(0).at("/result/plan")).isEmpty();

        var after = desk.here("exec", "-c", "orders --open; cancel P-1; wait P-1 closed")
                .json();
        assertThat(after.get(0).at("/result/orders")).hasSize(1);
        assertThat(after.get(2).at("/result/order/state").asText()).isEqualTo("CANCELLED");
        assertThat(simulator.orders()).hasSize(1);
    }

    /** Neither script waits for anything but the order: the stream and the cut connection may come in any order. */
    @ParameterizedTest
    @CsvSource({
        "binance, buy 1 BTC-USDT --at 54000, open, SUBMITTED",
        "binance, buy 0.5 BTC-USDT, filled, FILLED",
        "bybit, buy 1 BTC-USDT --at 54000, open, SUBMITTED",
        "coinbase, buy 0.5 BTC-USD, filled, FILLED"
    })
    void aLostReplyIsDoubtedAndSettledByAQueryAndNeverSentTwice(String venue, String order, String goal, String state) {
        simulator.post("/venues/" + venue + "/faults", "{\"kind\":\"reply-lost\",\"match\":\"place\",\"count\":1}");
        var run = desk.here(
                "exec", "--keep-going", "-c", order + " --on " + venue + "; wait last " + goal + "; order last");
        assertThat(simulator
                        .get("/venues/" + venue + "/faults")
                        .get(0)
                        .path("fired")
                        .asInt())
                .as(run.out() + run.err())
                .isEqualTo(1);
        assertThat(simulator.orders(venue)).hasSize(1);
        var timeline = run.json().get(2).at("/result/timeline");
        var events = StreamSupport.stream(timeline.spliterator(), false)
                .map(event -> event.path("event").asText())
                .toList();
        assertThat(events).containsSubsequence("order.inDoubt", "order.settled").doesNotContain("order.rejected");
        assertThat(run.json().get(1).at("/result/order/state").asText()).isEqualTo(state);
        assertThat(run.json().get(1).at("/result/order/inDoubt").asBoolean()).isFalse();
        assertThat(desk.here("reconcile").status()).isZero();
    }

    @Test
    void theSimulatorEndsCleanlyWhenAsked() {
        assertThat(simulator.process().signal("TERM").end().status()).isZero();
    }
}
