package sluice.venue.bybit.trade.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Money;
import sluice.market.Symbol;
import sluice.net.text.UnableToReadException;
import sluice.order.ClOrdId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.account.TradeCause;
import sluice.venue.VenueOrder;
import sluice.venue.bad.Damage;
import sluice.venue.bybit.names.SymbolNames;

class PrivateFramesTest {

    private static final String ORDER = ("{'id':'m2','topic':'order','creationTime':1760000000173,'data':[{"
                    + "'category':'linear','symbol':'BTCUSDT','orderId':'1321','orderLinkId':'x-3','side':'Buy',"
                    + "'orderType':'Limit','price':'60000.1','qty':'0.01','timeInForce':'PostOnly',"
                    + "'orderStatus':'New','cancelType':'UNKNOWN','rejectReason':'EC_NoError','avgPrice':'',"
                    + "'leavesQty':'0.01','cumExecQty':'0','cumExecValue':'0','positionIdx':0,'reduceOnly':false,"
                    + "'isLeverage':'','createdTime':'1760000000160','updatedTime':'1760000000171'}]}")
            .replace('\'', '"');
    private static final String EXECUTION = ("{'id':'m1','topic':'execution','creationTime':1760000000172,'data':[{"
                    + "'category':'spot','symbol':'BTCUSDT','execId':'e-1','orderId':'1321','orderLinkId':'x-3',"
                    + "'side':'Buy','orderPrice':'60000.1','orderQty':'0.01','leavesQty':'0','execPrice':'60000.1',"
                    + "'execQty':'0.01','execValue':'600.001','execFee':'0.00001','feeRate':'0.001',"
                    + "'execType':'Trade','execTime':'1760000000170','isMaker':false,'seq':900007}]}")
            .replace('\'', '"');
    private static final String POSITION = ("{'id':'m3','topic':'position','creationTime':1760000000172,'data':[{"
                    + "'category':'linear','symbol':'BTCUSDT','side':'Sell','size':'0.01','entryPrice':'60000',"
                    + "'markPrice':'60001','liqPrice':'','leverage':'10','positionIdx':0,'seq':12}]}")
            .replace('\'', '"');
    private static final String WALLET = ("{'id':'m4','topic':'wallet','creationTime':1760000000172,'data':[{"
                    + "'accountType':'UNIFIED','coin':[{'coin':'USDT','walletBalance':'100','locked':'10',"
                    + "'totalOrderIM':'','totalPositionIM':'1'}]}]}")
            .replace('\'', '"');

    private final SymbolNames names = new SymbolNames(List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USDT-PERP")));
    private final PrivateFrames frames = new PrivateFrames(new OrderObjects(names), new AccountObjects(names));

    private VenueOrder order(String text) {
        return ((PrivateEvent.Stood) frames.read(text)).orders().get(0);
    }

    /** Whatever id it comes under: no order of ours is filled by a liquidation. */
    @ParameterizedTest
    @CsvSource({
        "Trade, ORDER, x-3",
        "BlockTrade, ORDER, x-3",
        "BustTrade, LIQUIDATION,",
        "AdlTrade, DELEVERAGING,",
        "MovePosition, TRANSFER,"
    })
    void whatTheVenueDidToAPositionIsNoOrdersFill(String execType, TradeCause cause, String clOrdId) {
        var fill = ((PrivateEvent.Executed) frames.read(EXECUTION.replace("\"Trade\"", "\"" + execType + "\"")))
                .fills()
                .get(0);

        assertThat(fill.cause()).isEqualTo(cause);
        assertThat(fill.clOrdId()).isEqualTo(Optional.ofNullable(clOrdId).map(ClOrdId::new));
    }

    @ParameterizedTest
    @CsvSource({
        "New, 0, SUBMITTED", "Untriggered, 0, SUBMITTED", "Triggered, 0, SUBMITTED",
        "PartiallyFilled, 0.005, PARTIALLY_FILLED", "Filled, 0.01, FILLED", "Cancelled, 0, CANCELLED",
        "Cancelled, 0.005, CANCELLED", "PartiallyFilledCanceled, 0.005, CANCELLED", "Deactivated, 0, CANCELLED",
        "Rejected, 0, REJECTED", "Rejected, 0.005, CANCELLED", "SomethingNew, 0, SUBMITTED",
        "SomethingNew, 0.005, PARTIALLY_FILLED"
    })
    void aStatusInOurWords(String status, String cumQty, OrderState state) {
        var text = ORDER.replace("\"New\"", "\"" + status + "\"")
                .replace("\"cumExecQty\":\"0\"", "\"cumExecQty\":\"" + cumQty + "\"");

        assertThat(order(text).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "EC_PostOnlyWillTakeLiquidity, UNKNOWN, PostOnly, REJECTED, WOULD_TAKE",
        "EC_NoImmediateQtyToFill, UNKNOWN, IOC, CANCELLED, IOC_REMAINDER",
        "EC_NoImmediateQtyToFill, UNKNOWN, FOK, CANCELLED, FOK_UNFILLED",
        "EC_CancelForNoFullFill, UNKNOWN, FOK, CANCELLED, FOK_UNFILLED",
        "EC_NoError, UNKNOWN, IOC, CANCELLED, IOC_REMAINDER",
        "EC_PerCancelRequest, CancelByUser, GTC, CANCELLED, VENUE_CANCELLED",
        "EC_NoError, CancelByUser, IOC, CANCELLED, VENUE_CANCELLED",
        "EC_NoError, CancelBySmp, GTC, CANCELLED, SELF_TRADE",
        "EC_NoError, CancelByAdmin, GTC, CANCELLED, VENUE_CANCELLED",
        "EC_NoError, CancelByWhatever, GTC, CANCELLED, VENUE_CANCELLED"
    })
    void whyAnOrderEnded(String reject, String cancel, String tif, OrderState state, Reason reason) {
        var text = ORDER.replace("\"New\"", "\"Cancelled\"")
                .replace("EC_NoError", reject)
                .replace("\"cancelType\":\"UNKNOWN\"", "\"cancelType\":\"" + cancel + "\"")
                .replace("\"PostOnly\"", "\"" + tif + "\"");

        assertThat(order(text).state()).isEqualTo(state);
        assertThat(order(text).closure()).get().extracting("reason").isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "Buy, 0.001, false, BTC",
        "Sell, 0.001, false, USDT",
        "Buy, 0.001, true, BTC",
        "Sell, 0.001, true, USDT",
        "Buy, -0.001, true, USDT",
        "Sell, -0.001, true, BTC",
        "Buy, -0.001, false, BTC"
    })
    void aSpotFeeIsInTheCoinThatIsReceivedUnlessItIsARebate(String side, String rate, boolean maker, String coin) {
        var text = EXECUTION
                .replace("\"Buy\"", "\"" + side + "\"")
                .replace("\"feeRate\":\"0.001\"", "\"feeRate\":\"" + rate + "\"")
                .replace("\"isMaker\":false", "\"isMaker\":" + maker);
        var fill = ((PrivateEvent.Executed) frames.read(text)).fills().get(0);

        assertThat(fill.execution().fee().asset()).isEqualTo(coin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Funding", "Settle", "Delivery", "CorporateAction", "SomethingNew"})
    void whatExecutesNoOrderIsNoFill(String type) {
        var text = EXECUTION.replace("\"Trade\"", "\"" + type + "\"");

        assertThat(((PrivateEvent.Executed) frames.read(text)).fills()).isEmpty();
    }

    @Test
    void fundingIsWhatItCostAndNoFill() {
        var text = EXECUTION
                .replace("\"Trade\"", "\"Funding\"")
                .replace("\"spot\"", "\"linear\"")
                .replaceAll("\"execFee\":\"[^\"]*\"", "\"execFee\":\"-0.4\"");
        var executed = (PrivateEvent.Executed) frames.read(text);

        assertThat(executed.fundings()).singleElement().satisfies(funding -> {
            assertThat(funding.symbol()).isEqualTo(Symbol.of("BTC-USDT-PERP"));
            assertThat(funding.paid()).isEqualTo(Money.of("-0.4", "USDT"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"inverse", "option", "something"})
    void aCategoryThatWeDoNotTradeIsLeftOut(String category) {
        assertThat(((PrivateEvent.Stood) frames.read(ORDER.replace("\"linear\"", "\"" + category + "\""))).orders())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"ret_msg\":\"pong\",\"op\":\"ping\"}",
                "{\"req_id\":\"p1\",\"op\":\"pong\",\"args\":[\"1760000000200\"],\"conn_id\":\"c1\"}",
                "{\"retCode\":0,\"retMsg\":\"OK\",\"op\":\"pong\",\"data\":[\"1760000000200\"],\"connId\":\"c2\"}"
            })
    void everyShapeOfPongIsOne(String frame) {
        assertThat(frames.read(frame)).isEqualTo(new PrivateEvent.Pong());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>502</html>",
                "",
                "[",
                "{\"topic\":\"order\"}",
                "{\"topic\":\"order\",\"data\":{}}",
                "{\"topic\":\"order\",\"data\":[{\"category\":\"spot\"}]}",
                "{\"topic\":\"wallet\",\"data\":[{}]}",
                "{\"topic\":\"position\",\"data\":[7]}",
                "{\"topic\":\"execution\",\"data\":[null]}"
            })
    void whatThePageDoesNotAllowIsRefused(String frame) {
        assertThatThrownBy(() -> frames.read(frame)).isInstanceOf(UnableToReadException.class);
    }

    @Property(tries = 20_000)
    void aDamagedFrameIsReadOrRefusedAndNothingElseIsThrown(@ForAll long seed) {
        var random = new Random(seed);
        var all = List.of(ORDER, EXECUTION, POSITION, WALLET);
        var frame = Damage.of(all.get(random.nextInt(all.size())), random);
        var outcomes = new ArrayList<String>();
        try {
            frames.read(frame);
            outcomes.add(frame);
        } catch (UnableToReadException refused) {
            outcomes.add(frame);
        }
        assertThat(outcomes).hasSize(1);
    }
}
