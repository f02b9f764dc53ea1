package sluice.sim.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists of orders, fills and balances, in pages. */
class HistoryTest {

    private final SimCoinbase sim = new SimCoinbase().frozen();

    private List<String> ids(String query) {
        return sim.get("/orders/historical/batch?" + query)
                .json()
                .path("orders")
                .findValuesAsText("client_order_id");
    }

    @Test
    void ordersAreNewestFirstAndFiltered() {
        sim.limit("c-1", "BUY", "0.01", sim.low());
        sim.market("c-2", "BUY", "0.01");
        sim.after(1_000).market("c-3", "SELL", "0.01");
        assertThat(ids("")).containsExactly("c-3", "c-2", "c-1");
        assertThat(ids("order_status=OPEN")).containsExactly("c-1");
        assertThat(ids("order_status=FILLED&order_status=CANCELLED")).containsExactly("c-3", "c-2");
        assertThat(ids("order_side=SELL")).containsExactly("c-3");
        assertThat(ids("order_types=LIMIT")).containsExactly("c-1");
        assertThat(ids("product_ids=ETH-USD")).isEmpty();
        assertThat(ids("start_date=2026-08-01T00:00:01Z")).containsExactly("c-3");
        assertThat(ids("end_date=2026-08-01T00:00:01Z")).containsExactly("c-2", "c-1");
        assertThat(sim.get("/orders/historical/batch?order_status=OPEN&order_status=FILLED")
                        .status())
                .isEqualTo(400);
        assertThat(sim.get("/orders/historical/batch?start_date=yesterday").status())
                .isEqualTo(400);
        assertThat(sim.get("/orders/historical/aa11").status()).isEqualTo(404);
    }

    @Test
    void aPageIsNotShiftedByWhatComesMeanwhile() {
        for (int i = 0; i < 5; i++) {
            sim.limit("c-" + i, "BUY", "0.01", sim.low());
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page =
                    sim.get("/orders/historical/batch?limit=2&cursor=" + cursor).json();
            seen.addAll(page.path("orders").findValuesAsText("client_order_id"));
            cursor = page.path("cursor").asText();
            assertThat(page.path("has_next").asBoolean()).isEqualTo(!cursor.isEmpty());
            sim.limit("later-" + seen.size(), "BUY", "0.01", sim.low());
        } while (!cursor.isEmpty());
        assertThat(seen).containsExactly("c-4", "c-3", "c-2", "c-1", "c-0");
        assertThat(sim.get("/orders/historical/batch?cursor=nonsense!").status())
                .isEqualTo(400);
    }

    @Test
    void fillsComeInPages() {
        sim.market("c-1", "BUY", "5");
        sim.after(100);
        var all = sim.get("/orders/historical/fills").json().path("fills").findValuesAsText("entry_id");
        assertThat(all).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        var first = sim.get("/orders/historical/fills?limit=2").json();
        var second = sim.get("/orders/historical/fills?limit=1000&cursor="
                        + first.path("cursor").asText())
                .json();
        var paged = new ArrayList<>(first.path("fills").findValuesAsText("entry_id"));
        paged.addAll(second.path("fills").findValuesAsText("entry_id"));
        assertThat(paged).isEqualTo(all);
        assertThat(second.path("cursor").asText()).isEmpty();
    }

    @Test
    void balancesComeInPagesAndTellWhatIsHeld() {
        sim.limit("c-1", "BUY", "0.01", sim.low());
        var currencies = new ArrayList<String>();
        var cursor = "";
        do {
            var page = sim.get("/accounts?limit=2&cursor=" + cursor).json();
            currencies.addAll(page.path("accounts").findValuesAsText("name"));
            cursor = page.path("cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(currencies).contains("BTC Wallet", "USD Wallet").doesNotHaveDuplicates();
        for (var account : sim.get("/accounts").json().path("accounts")) {
            if (account.path("currency").asText().equals("USD")) {
                assertThat(account.at("/hold/value").decimalValue()).isNotNull();
                assertThat(account.at("/hold/value").asDouble()).isPositive();
                assertThat(sim.get("/accounts/" + account.path("uuid").asText()).text("/account/currency"))
                        .isEqualTo("USD");
            }
        }
        assertThat(sim.get("/accounts?retail_portfolio_id=other").status()).isEqualTo(403);
    }

    @Test
    void feesAreToldAsTheyAreTaken() {
        var tier = sim.get("/transaction_summary").json().path("fee_tier");
        assertThat(tier.path("maker_fee_rate").asText()).isEqualTo("0.004");
        assertThat(tier.path("taker_fee_rate").asText()).isEqualTo("0.006");
    }
}
