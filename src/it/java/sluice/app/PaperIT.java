package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile paper over simulated venues that are named in the configuration. */
class PaperIT {

    private static final List<String> VENUES = List.of("binance", "bybit", "coinbase");

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    @Test
    void ordersAreFilledHereOutliveTheDeskAndNothingPrivateIsAsked() throws IOException {
        try (var venues = Venues.start(elsewhere)) {
            var unusable = "command = [\"false\"]";
            Files.writeString(
                    home.resolve("config.toml"),
                    venues.config(Map.of("binance", unusable, "bybit", unusable, "coinbase", unusable)));
            var sluice = Sluice.at(home).with("--profile", "paper", "--json");
            trades(sluice);
            outlives(sluice);
            isKilled(sluice);
            asksNothingPrivate(venues);
            assertThat(sluice.here("doctor").out()).contains("nothing private is asked");
        }
    }

    private static void trades(Sluice sluice) {
        var traded = sluice.here(
                "exec",
                "-c",
                "buy 0.1 BTC-USDT --on binance; wait last filled; buy 0.1 BTC-USDT --on bybit; wait last filled;"
                        + " buy 0.1 BTC-USD --on coinbase; wait last filled;"
                        + " buy 0.1 BTC-USDT-PERP --on bybit; wait last filled;"
                        + " buy 0.1 BTC-USDT --on binance --at 50000");
        assertThat(traded.status()).as(traded.out() + traded.err()).isZero();
    }

    private static void outlives(Sluice sluice) {
        var after = sluice.here("exec", "-c", "reconcile; orders --open; balances; fills; venue binance; positions");
        assertThat(after.status()).as(after.out() + after.err()).isZero();
        assertNothingDiffers(after);
        var results = after.json();
        assertThat(results.get(3).path("result").path("fills"))
                .extracting(fill -> fill.path("venue").asText())
                .contains("binance", "bybit", "coinbase");
        assertThat(after.out()).contains("on paper");
        assertThat(results.get(5).path("result").path("positions"))
                .filteredOn(position -> position.path("symbol").asText().equals("BTC-USDT-PERP"))
                .singleElement()
                .satisfies(position ->
                        assertThat(position.path("venueQty").asText()).isEqualTo("0.1"));
    }

    private static void isKilled(Sluice sluice) {
        try (var killed =
                sluice.start("exec", "-c", "sell 0.1 BTC-USDT-PERP --on bybit; wait last filled; sleep 60s")) {
            killed.says("\"command\":\"wait\"");
            killed.signal("KILL").end();
        }
        var third = sluice.here("exec", "-c", "reconcile; orders --open");
        assertThat(third.status()).as(third.out() + third.err()).isZero();
        assertNothingDiffers(third);
    }

    private static void assertNothingDiffers(Sluice.Result ran) {
        assertThat(ran.json().get(0).path("result").path("plan")).isEmpty();
        assertThat(ran.json().get(1).path("result").path("orders")).hasSize(1);
    }

    private static void asksNothingPrivate(Venues venues) {
        for (var venue : VENUES) {
            assertThat(venues.get("/venues/" + venue + "/orders")).isEmpty();
            assertThat(venues.get("/venues/" + venue + "/requests"))
                    .isNotEmpty()
                    .allSatisfy(request -> assertThat(request.path("path").asText())
                            .matches("/api/v3/(exchangeInfo|depth|time)|/v5/market/.*|/api/v3/brokerage/market/.*"
                                    + "|/api/v3/brokerage/time|/stream.*|/ws.*|/v5/public/.*|/?|SUBSCRIBE|subscribe"
                                    + "|ping|LIST_SUBSCRIPTIONS"));
        }
    }
}
