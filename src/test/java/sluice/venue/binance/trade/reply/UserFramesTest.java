package sluice.venue.binance.trade.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.net.text.UnableToReadException;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.position.Balance;
import sluice.venue.binance.Shared;
import sluice.venue.binance.trade.wire.SymbolNames;

class UserFramesTest {

    private static final String FIXTURES = "data/fixtures/nautilus/binance/spot/user_data_json/";
    private static final String REPORT = "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\","
            + "\"E\":1760000000012,\"s\":\"BTCUSDT\",\"c\":\"x-1\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"f\":\"GTC\","
            + "\"q\":\"0.02000000\",\"p\":\"60000.00000000\",\"P\":\"0.0\",\"g\":-1,\"C\":\"\",\"x\":\"TRADE\","
            + "\"X\":\"PARTIALLY_FILLED\",\"r\":\"NONE\",\"i\":77,\"l\":\"0.01000000\",\"z\":\"0.01000000\","
            + "\"L\":\"60000.00000000\",\"n\":\"0.00001000\",\"N\":\"BTC\",\"T\":1760000000010,\"t\":556,\"I\":9001,"
            + "\"w\":true,\"m\":false,\"Z\":\"600.00000000\",\"tomorrow\":{\"new\":[1]}}}";

    private final UserFrames frames =
            new UserFrames(new SymbolNames(List.of(Symbol.of("BTC-USDT"), Symbol.of("ETH-USDT"))));

    @Test
    void aTradeIsReadExactly() {
        var report = report(REPORT);

        assertThat(report.trade())
                .contains(new Execution(
                        new ExecId("556"),
                        Qty.of("0.01"),
                        Px.of("60000"),
                        Money.of("0.00001", "BTC"),
                        Liquidity.TAKER,
                        Instant.parse("2025-10-09T08:53:20.010Z")));
        assertThat(report.order().state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(report.order().cumQuote()).isEqualByComparingTo("600");
        assertThat(report.order().terms().symbol()).isEqualTo(Symbol.of("BTC-USDT"));
    }

    @Test
    void theCancelledOrdersIdIsTheOriginalOne() {
        var cancelled = REPORT.replace("\"c\":\"x-1\"", "\"c\":\"the-cancel\"")
                .replace("\"C\":\"\"", "\"C\":\"x-1\"")
                .replace("\"x\":\"TRADE\",\"X\":\"PARTIALLY_FILLED\"", "\"x\":\"CANCELED\",\"X\":\"CANCELED\"")
                .replace("\"N\":\"BTC\"", "\"N\":null")
                .replace("\"t\":556", "\"t\":-1");
        var report = report(cancelled);

        assertThat(report.order().clOrdId()).contains(new ClOrdId("x-1"));
        assertThat(report.trade()).isEmpty();
        assertThat(report.order().closure()).contains(new Closure(Reason.VENUE_CANCELLED, "CANCELED"));
    }

    @Test
    void anOrderWithoutAFeeAssetPaidNothing() {
        var free = REPORT.replace("\"n\":\"0.00001000\",\"N\":\"BTC\"", "\"n\":\"0\",\"N\":null");

        assertThat(report(free).trade().orElseThrow().fee()).isEqualTo(Money.zero("USDT"));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED,UNFILLED_IOC_QUANTITY_EXPIRED,GTC,IOC_REMAINDER",
        "EXPIRED,UNFILLED_FOK_ORDER_EXPIRED,FOK,FOK_UNFILLED",
        "EXPIRED,INSUFFICIENT_LIQUIDITY,IOC,IOC_REMAINDER",
        "EXPIRED,EXCHANGE_CANCELED,GTC,VENUE_CANCELLED",
        "EXPIRED,SOMETHING_NEW,GTC,EXPIRED",
        "EXPIRED_IN_MATCH,,GTC,SELF_TRADE",
    })
    void anExpiryIsToldByItsReason(String status, String why, String tif, Reason reason) {
        var expired = REPORT.replace("\"f\":\"GTC\"", "\"f\":\"" + tif + "\"")
                .replace("\"x\":\"TRADE\",\"X\":\"PARTIALLY_FILLED\"", "\"x\":\"EXPIRED\",\"X\":\"" + status + "\"")
                .replace("\"t\":556", "\"t\":-1" + (why == null ? "" : ",\"eR\":\"" + why + "\""));

        assertThat(report(expired).order().closure().map(Closure::reason)).contains(reason);
        assertThat(report(expired).order().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void wordsNobodyKnowsLeaveTheOrderOpen() {
        var odd =
                REPORT.replace("\"x\":\"TRADE\",\"X\":\"PARTIALLY_FILLED\"", "\"x\":\"PONDERED\",\"X\":\"PONDERING\"");

        assertThat(report(odd).kind()).isEqualTo(ExecutionReport.Kind.OTHER);
        assertThat(report(odd).order().state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    }

    @Test
    void aFrameThatCannotBeReadSaysWhyWithoutItsContent() {
        assertThatThrownBy(() -> frames.read(REPORT.replace("\"l\":\"0.01000000\"", "\"l\":\"1e-2\"")))
                .isInstanceOf(UnableToReadException.class)
                .hasMessage("no plain decimal: l");
        assertThatThrownBy(() -> frames.read("{\"event\":secret"))
                .isInstanceOf(UnableToReadException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void answersAndEndingsAreToldApart() {
        assertThat(frames.read("{\"id\":\"u1\",\"status\":200,\"result\":{\"subscriptionId\":0}}"))
                .isEqualTo(new UserEvent.Answered("u1", 200, Optional.empty()));
        assertThat(frames.read("{\"id\":\"u1\",\"status\":400,\"error\":{\"code\":-1021,\"msg\":\"late\"}}"))
                .isEqualTo(new UserEvent.Answered("u1", 400, Optional.of(new VenueError(-1021, "late"))));
        assertThat(frames.read("{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":1}}"))
                .isEqualTo(new UserEvent.Ending("eventStreamTerminated"));
        assertThat(frames.read("{\"event\":{\"e\":\"serverShutdown\",\"E\":1}}"))
                .isEqualTo(new UserEvent.Ending("serverShutdown"));
    }

    @ParameterizedTest
    @CsvSource({
        "execution_report_new,NEW,SUBMITTED",
        "execution_report_trade,TRADE,FILLED",
        "execution_report_canceled,CANCELED,CANCELLED",
        "execution_report_expired,EXPIRED,CANCELLED",
        "execution_report_stop_loss,NEW,SUBMITTED",
        "execution_report_wrapped,NEW,SUBMITTED",
    })
    void recordedReportsAreRead(String name, ExecutionReport.Kind kind, OrderState state) {
        var report = report(Shared.text(FIXTURES + name + ".json"));

        assertThat(report.kind()).isEqualTo(kind);
        assertThat(report.order().state()).isEqualTo(state);
        assertThat(report.order().clOrdId()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"account_position", "account_position_wrapped"})
    void recordedPositionsAreRead(String name) {
        assertThat(frames.read(Shared.text(FIXTURES + name + ".json")))
                .isInstanceOfSatisfying(
                        UserEvent.Held.class,
                        held -> assertThat(held.balances())
                                .extracting(Balance::asset)
                                .contains("ETH"));
    }

    @ParameterizedTest
    @CsvSource({"balance_update,balanceUpdate", "balance_update_wrapped,balanceUpdate", "list_status_wrapped,listStatus"
    })
    void whatWeHaveNoUseForIsNamed(String file, String name) {
        assertThat(frames.read(Shared.text(FIXTURES + file + ".json"))).isEqualTo(new UserEvent.Other(name));
    }

    @Test
    void aPositionIsReadExactly() {
        assertThat(frames.read("{\"event\":{\"e\":\"outboundAccountPosition\",\"E\":1,\"u\":1,"
                        + "\"B\":[{\"a\":\"BTC\",\"f\":\"0.10000000\",\"l\":\"0.00000000\"}]}}"))
                .isEqualTo(new UserEvent.Held(List.of(new Balance("BTC", new BigDecimal("0.1"), BigDecimal.ZERO))));
    }

    private ExecutionReport report(String frame) {
        return ((UserEvent.Reported) frames.read(frame)).report();
    }
}
