package sluice.sim.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.sim.bybit.SimBybit.answer;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.sim.SimRef;
import sluice.sim.front.Delivery;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;

/** What can be made to go wrong with requests, and what truly happened. */
class FaultyRequestsTest {

    private final SimBybit venue = new SimBybit().frozen();

    @Test
    void aLostReplyWasAnOrder() {
        venue.arm(Fault.once(FaultKind.REPLY_LOST).on("place"));
        assertThat(send("x-1")).isInstanceOf(Delivery.Cut.class);
        assertThat(isPlaced("x-1")).isTrue();
        assertThat(venue.log.list()).hasSize(1);
        assertThat(venue.log.list().get(0).clOrdId()).isEqualTo("x-1");
    }

    @Test
    void aLostRequestWasNone() {
        venue.arm(Fault.once(FaultKind.REQUEST_LOST).on("POST /v5/order/create"));
        assertThat(send("x-1")).isInstanceOf(Delivery.Cut.class);
        assertThat(isPlaced("x-1")).isFalse();
        assertThat(venue.log.list()).isEmpty();
    }

    @Test
    void aServerErrorMayHideAnOrder() {
        venue.arm(Fault.once(FaultKind.HTTP)
                .on("place")
                .with("status", 200)
                .with("processed", true)
                .with("body", "{\"retCode\":10016,\"retMsg\":\"Server error\",\"result\":{}}"));
        assertThat(answer(send("x-1")).code()).isEqualTo(10016);
        assertThat(isPlaced("x-1")).isTrue();
    }

    @Test
    void whileTheServiceRestartsNothingIsTaken() {
        venue.arm(Fault.once(FaultKind.MAINTENANCE).lasting(Duration.ofSeconds(2)));
        assertThat(answer(send("x-1")).code()).isEqualTo(10016);
        assertThat(isPlaced("x-1")).isFalse();
        venue.after(2_000);
        assertThat(answer(send("x-1")).code()).isZero();
    }

    @Test
    void aLimitIsARetCodeAndABanIsForbidden() {
        venue.arm(Fault.once(FaultKind.RATE_LIMIT).on("place"));
        assertThat(answer(send("x-1")).code()).isEqualTo(10006);
        venue.arm(Fault.once(FaultKind.BAN).lasting(Duration.ofSeconds(3)));
        assertThat(answer(send("x-1")).status()).isEqualTo(403);
        venue.after(3_000);
        assertThat(answer(send("x-1")).code()).isZero();
    }

    @Test
    void aRejectionHasTheCodeThatWasAskedFor() {
        venue.arm(Fault.once(FaultKind.REJECT).with("code", 110007).with("msg", "ab not enough for new order"));
        assertThat(answer(send("x-1")).code()).isEqualTo(110007);
        assertThat(isPlaced("x-1")).isFalse();
    }

    @Test
    void aNewOrderCannotBeSeenForAWhile() {
        venue.arm(Fault.once(FaultKind.READ_LAG).with("ms", 1_000));
        send("x-1");
        assertThat(venue.order("linear", "x-1").isMissingNode()).isTrue();
        venue.after(1_000);
        assertThat(venue.order("linear", "x-1").path("orderStatus").asText()).isEqualTo("New");
    }

    @Test
    void aReplyTakesTheVenuesTimeAndMore() {
        assertThat(send("x-1").delay()).isEqualTo(venue.exchange.latency());
        venue.arm(Fault.once(FaultKind.DELAY).on("place").with("ms", 700));
        assertThat(send("x-2").delay()).isEqualTo(venue.exchange.latency().plusMillis(700));
    }

    @Test
    void aDisconnectCutsEverySocket() {
        venue.connect(1, "/v5/public/linear");
        venue.listening(2, "order");
        venue.arm(Fault.once(FaultKind.DISCONNECT));
        venue.drain();
        assertThat(venue.isCut(1)).isTrue();
        assertThat(venue.isCut(2)).isTrue();
    }

    @Test
    void theTruthIsToldInTheVenuesNames() {
        var id = venue.limit("linear", "Buy", "0.01", venue.low(), "x-1").text("/result/orderId");
        venue.market("spot", "Buy", "0.01", "x-2");
        var names = venue.front.names();
        var orders = venue.exchange.orders("desk");
        assertThat(names.order(SimBybit.BTC_PERPETUAL, orders.get(0).orderId())).isEqualTo(id);
        assertThat(names.symbol(SimBybit.BTC_PERPETUAL)).isEqualTo("BTCUSDT");
        var execution = venue.asked("/v5/execution/list?category=spot").list().get(0);
        assertThat(names.fill(venue.exchange.fills("desk").get(0)))
                .isEqualTo(execution.path("execId").asText());
    }

    private Delivery send(String linkId) {
        var body = SimBybit.order("linear", "Buy", "0.01", linkId).put("orderType", "Limit");
        return venue.send("/v5/order/create", body.put("price", venue.low()).toString());
    }

    private boolean isPlaced(String linkId) {
        return venue.exchange
                .find("desk", SimBybit.BTC_PERPETUAL, SimRef.of(linkId))
                .isPresent();
    }
}
