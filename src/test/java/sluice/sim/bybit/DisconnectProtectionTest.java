package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** Orders of an account that protected itself end once it has been away for as long as it said. */
class DisconnectProtectionTest {

    private final SimBybit bybit = new SimBybit().frozen();

    @BeforeEach
    void rest() {
        bybit.limit("spot", "Buy", "0.01", bybit.low(), "s1");
        bybit.limit("linear", "Buy", "0.01", bybit.low(), "l1");
        protect("SPOT", 5);
        protect("DERIVATIVES", 5);
    }

    private int protect(String product, int seconds) {
        return bybit.post(
                        "/v5/order/disconnected-cancel-all",
                        "{\"product\":\"" + product + "\",\"timeWindow\":" + seconds + "}")
                .code();
    }

    private String status(String category, String id) {
        return bybit.order(category, id).path("orderStatus").asText();
    }

    private void leaves(long conn) {
        bybit.front.closed(conn);
    }

    @Test
    void whoIsAwayForTheWholeWindowLosesItsOrdersOfThatProduct() {
        bybit.listening(1, "dcp.spot");
        leaves(1);
        bybit.after(4_900);
        assertThat(status("spot", "s1")).isEqualTo("New");
        bybit.after(200);

        assertThat(status("spot", "s1")).isEqualTo("Cancelled");
        assertThat(bybit.order("spot", "s1").path("cancelType").asText()).isEqualTo("CancelByDCP");
        assertThat(status("linear", "l1")).isEqualTo("New");
    }

    @Test
    void whoIsBackInTimeLosesNothing() {
        bybit.listening(1, "dcp");
        leaves(1);
        bybit.after(4_000).listening(2, "dcp");
        bybit.after(10_000);

        assertThat(status("spot", "s1")).isEqualTo("New");
        leaves(2);
        bybit.after(5_100);
        assertThat(status("linear", "l1")).isEqualTo("Cancelled");
    }

    @Test
    void anotherConnectionThatListensKeepsIt() {
        bybit.listening(1, "dcp.spot").listening(2, "dcp.spot");
        leaves(1);
        bybit.after(6_000);

        assertThat(status("spot", "s1")).isEqualTo("New");
    }

    @Test
    void whoNeverListenedOrLeftOffIsNotProtected() {
        bybit.listening(1, "order").listening(2, "dcp.spot");
        bybit.type(2, "{\"op\":\"unsubscribe\",\"args\":[\"dcp.spot\"]}");
        leaves(1);
        leaves(2);
        bybit.after(12_000);

        assertThat(status("spot", "s1")).isEqualTo("New");
    }

    @Test
    void theWindowIsFrom3To300SecondsAndToldAgain() {
        assertThat(protect("SPOT", 2)).isEqualTo(10001);
        assertThat(protect("SPOT", 301)).isEqualTo(10001);
        assertThat(protect("STOCKS", 30)).isEqualTo(10001);
        bybit.after(1_100);
        assertThat(protect("SPOT", 300)).isZero();
        var infos = bybit.asked("/v5/account/query-dcp-info?").body().at("/result/dcpInfos");
        assertThat(infos.get(0).path("product").asText()).isEqualTo("SPOT");
        assertThat(infos.get(0).path("timeWindow").asText()).isEqualTo("300");
        assertThat(infos.get(0).path("dcpStatus").asText()).isEqualTo("OFF");
    }

    @Test
    void maintenanceIsAnnouncedWhereAFaultSaysSo() {
        assertThat(bybit.get("/v5/system/status").list()).isEmpty();
        bybit.arm(Fault.once(FaultKind.MAINTENANCE_ANNOUNCED)
                .with("begins", bybit.millis() + 1_000)
                .with("ends", bybit.millis() + 2_000));

        assertThat(bybit.get("/v5/system/status").text("/result/list/0/state")).isEqualTo("scheduled");
        bybit.after(1_500);
        assertThat(bybit.get("/v5/system/status").text("/result/list/0/state")).isEqualTo("ongoing");
    }
}
