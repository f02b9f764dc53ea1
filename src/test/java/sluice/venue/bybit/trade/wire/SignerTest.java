package sluice.venue.bybit.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;
import sluice.order.ClOrdId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.VenueCommand;
import sluice.venue.bybit.names.Category;

/** The worked examples of the venue's page, with a made-up key. */
class SignerTest {

    private static final Credentials KEYS = new Credentials("sim-key-0001", "sim-secret-0001");
    private static final Symbol PERP = Symbol.of("BTC-USDT-PERP");
    private static final long AT = 1_760_000_000_000L;

    private final SignedCalls calls =
            new SignedCalls("https://api.bybit.com", KEYS, Duration.ofSeconds(5), Duration.ofSeconds(5));

    @Test
    void aQuerySignsItsQueryString() {
        var ref = new VenueCommand.Ref(new ClOrdId("x-3"), Optional.empty(), PERP);
        var call = new ReadRequests(calls).order(ReadRequests.Shelf.OPEN, ref, AT);

        assertThat(call.url())
                .isEqualTo("https://api.bybit.com/v5/order/realtime?category=linear&symbol=BTCUSDT&orderLinkId=x-3");
        assertThat(call.headers())
                .containsEntry("X-BAPI-SIGN", "0e8beeff434e827e0e2fcf865f5475f7bef37cab0e9e48982d80db1ce619eaf0");
        assertThat(call.body()).isEmpty();
    }

    @Test
    void aPlacementSignsItsBody() {
        var limit = Terms.limit(PERP, Side.BUY, Qty.of("0.01"), Px.of("60000.1"), Tif.GTC);
        var postOnly = new Terms(limit.symbol(), limit.side(), limit.orderQty(), limit.px(), limit.tif(), true, false);
        var call = new OrderRequests(calls).place(new ClOrdId("x-3"), postOnly, AT);

        assertThat(call.body())
                .isEqualTo("{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\",\"orderType\":\"Limit\","
                        + "\"qty\":\"0.01\",\"price\":\"60000.1\",\"timeInForce\":\"PostOnly\","
                        + "\"smpType\":\"CancelTaker\",\"orderLinkId\":\"x-3\"}");
        var documented = call.body().replace("60000.1", "60000.10").replace("\"smpType\":\"CancelTaker\",", "");
        assertThat(new Signer("sim-secret-0001").sign(AT + "sim-key-0001" + "5000" + documented))
                .isEqualTo("35114cac7c52f82ee6c6977b8fce5e3d5e8530bdef63b9701906ca26d46600ed");
    }

    @Test
    void theSocketSignsWhenItsRequestExpires() {
        assertThat(new StreamRequests(KEYS).authenticate("a1", 1_760_000_010_000L))
                .isEqualTo("{\"req_id\":\"a1\",\"op\":\"auth\",\"args\":[\"sim-key-0001\",1760000010000,"
                        + "\"045d28ad8261be2532a712eb51506d3a984ac688640706b6a269ef22702bb6da\"]}");
    }

    @Test
    void aMarketBuyOnSpotSaysThatItCountsInBaseUnits() {
        var spot = new Terms(Symbol.of("BTC-USDT"), Side.BUY, Qty.of("0.01"), Optional.empty(), Tif.IOC, false, false);

        assertThat(new OrderRequests(calls).place(new ClOrdId("x-3"), spot, AT).body())
                .contains("\"orderType\":\"Market\",\"qty\":\"0.01\",\"marketUnit\":\"baseCoin\"")
                .doesNotContain("timeInForce");
    }

    @Test
    void aCursorIsEncodedSoThatItComesBackAsItWas() {
        var call =
                new ReadRequests(calls).openOrders(Category.LINEAR, Optional.of("USDT"), Optional.of("a%3A1,b+c"), AT);

        assertThat(call.url())
                .endsWith("/v5/order/realtime?category=linear&settleCoin=USDT&limit=50&cursor=a%253A1%2Cb%2Bc");
    }

    @Test
    void nothingPrintsASecret() {
        assertThat(KEYS + " " + calls + " " + new Signer("sim-secret-0001") + " " + new ReadRequests(calls))
                .doesNotContain("sim-key")
                .doesNotContain("sim-secret");
    }
}
