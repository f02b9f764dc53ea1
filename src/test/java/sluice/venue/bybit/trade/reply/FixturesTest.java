package sluice.venue.bybit.trade.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Tif;
import sluice.order.position.Balance;
import sluice.venue.FeeSchedule;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.binance.Shared;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.names.SymbolNames;

/** Messages that another project recorded or took from the venue's documentation. */
class FixturesTest {

    private static final Symbol BTC_PERP = Symbol.of("BTC-USDT-PERP");
    private static final Symbol ETH_PERP = Symbol.of("ETH-USDT-PERP");

    private final SymbolNames names = new SymbolNames(List.of(Symbol.of("BTC-USDT"), BTC_PERP, ETH_PERP));
    private final OrderObjects orders = new OrderObjects(names);
    private final AccountObjects account = new AccountObjects(names);
    private final PrivateFrames frames = new PrivateFrames(orders, account);

    private static String text(String name) {
        return Shared.text("data/fixtures/nautilus/bybit/" + name + ".json");
    }

    private static Fields rows(String name) {
        return Json.read(text(name)).in("result").in("list");
    }

    private VenueOrder stood(String name) {
        return ((PrivateEvent.Stood) frames.read(text(name))).orders().get(0);
    }

    @Test
    void executionsOverRest() {
        var fills = orders.fills(rows("http_get_executions"), Category.LINEAR);

        assertThat(fills).hasSize(2);
        assertThat(fills.get(0))
                .isEqualTo(new VenueFill(
                        Optional.of(new ClOrdId("test-order-001")),
                        new OrderId("8c065341-7b52-4ca9-ac2c-37e31ac55c94"),
                        BTC_PERP,
                        Side.BUY,
                        new Execution(
                                new ExecId("e0cbe81d-0f18-5866-9415-cf319b5dab3b"),
                                Qty.of("0.1"),
                                Px.of("50000"),
                                Money.of("0.0150", "USDT"),
                                Liquidity.MAKER,
                                Instant.ofEpochMilli(1_672_282_722_429L))));
    }

    @Test
    void anExecutionOnTheStream() {
        var fill = ((PrivateEvent.Executed) frames.read(text("ws_account_execution")))
                .fills()
                .get(0);

        assertThat(fill.symbol()).isEqualTo(BTC_PERP);
        assertThat(fill.side()).isEqualTo(Side.SELL);
        assertThat(fill.execution().fee()).isEqualTo(Money.of("26.3725275", "USDT"));
        assertThat(fill.execution().lastQty()).isEqualTo(Qty.of("0.5"));
        assertThat(fill.execution().liquidity()).isEqualTo(Liquidity.TAKER);
    }

    @Test
    void aForcedExecutionIsOneToo() {
        var fill = ((PrivateEvent.Executed) frames.read(text("ws_account_execution_adl")))
                .fills()
                .get(0);

        assertThat(fill.clOrdId()).isEmpty();
        assertThat(fill.execution().lastPx()).isEqualTo(Px.of("95850"));
    }

    @Test
    void theFastExecutionsWeDoNotSubscribeToAreLeftAlone() {
        assertThat(frames.read(text("ws_account_execution_fast"))).isInstanceOf(PrivateEvent.Other.class);
        assertThat(frames.read(text("ws_account_execution_fast_envelope_id"))).isInstanceOf(PrivateEvent.Other.class);
    }

    @Test
    void aFilledOrder() {
        var order = stood("ws_account_order_filled");

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.cumQty()).isEqualTo(Qty.of("0.1"));
        assertThat(order.cumQuote()).isEqualByComparingTo("3000.05");
        assertThat(order.closure()).isEmpty();
        assertThat(order.terms().px()).contains(Px.of("30000.5"));
        assertThat(order.terms().tif()).isEqualTo(Tif.GTC);
    }

    @Test
    void whatIsCalledRejectedAndHasFilledWasNotRejected() {
        var stream = stood("ws_account_order_partially_filled_rejected");
        assertThat(stream.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(stream.terms().symbol()).isEqualTo(Symbol.of("APEXUSDT-UNLISTED"));

        var rest = orders.orders(rows("http_get_order_partially_filled_rejected"), Category.LINEAR)
                .get(0);
        assertThat(rest.state()).isEqualTo(OrderState.CANCELLED);
        assertThat(rest.closure()).contains(new Closure(Reason.INSUFFICIENT_BALANCE, "Rejected: INSUFFICIENT_MARGIN"));
    }

    @Test
    void openAndClosedOrdersOverRest() {
        var found = orders.orders(rows("http_get_orders_history_with_duplicate"), Category.LINEAR);

        assertThat(found).extracting(VenueOrder::state).containsExactly(OrderState.SUBMITTED, OrderState.CANCELLED);
        assertThat(found.get(1).closure()).contains(new Closure(Reason.VENUE_CANCELLED, "Cancelled: CancelByUser"));
        assertThat(orders.orders(rows("http_get_orders_realtime"), Category.LINEAR))
                .isNotEmpty();
        assertThat(orders.orders(rows("http_get_orders_realtime_tp_sl"), Category.LINEAR))
                .isNotEmpty();
        assertThat(orders.orders(rows("http_get_orders_history"), Category.LINEAR))
                .isNotEmpty();
    }

    @Test
    void ordersOfKindsThatWeNeverPlaceAreReadToo() {
        for (var name : List.of(
                "ws_account_order",
                "ws_account_order_buy_stop_market",
                "ws_account_order_limit_if_touched",
                "ws_account_order_market_if_touched",
                "ws_account_order_sell_market_if_touched",
                "ws_account_order_stop_limit",
                "ws_account_order_stop_loss",
                "ws_account_order_stop_market",
                "ws_account_order_take_profit")) {
            assertThat(frames.read(text(name))).as(name).isInstanceOf(PrivateEvent.class);
        }
    }

    @Test
    void positionsOverRest() {
        var rows = account.positions(rows("http_get_positions"));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).position())
                .isEqualTo(new VenuePosition(
                        BTC_PERP,
                        Qty.of("0.5"),
                        Optional.of(Px.of("50000")),
                        Optional.of(Px.of("50500")),
                        Optional.of(Px.of("45000")),
                        Optional.of(new BigDecimal("10"))));
        assertThat(rows.get(1).position().netQty()).isEqualTo(Qty.of("-5"));
        assertThat(rows.get(2).position().netQty()).isEqualTo(Qty.ZERO);
        assertThat(rows.get(2).position().avgPx()).isEmpty();
        assertThat(rows.get(2).position().liquidationPx()).isEmpty();
        assertThat(rows).noneMatch(PositionRow::isHedged);
        assertThat(account.positions(rows("http_get_positions_with_open_time"))
                        .get(0)
                        .sequence())
                .isEqualTo(-1);
    }

    @Test
    void aPositionOnTheStreamNamesItsPriceOtherwise() {
        var row = ((PrivateEvent.Positioned) frames.read(text("ws_account_position")))
                .rows()
                .get(0);

        assertThat(row.position().symbol()).isEqualTo(ETH_PERP);
        assertThat(row.position().netQty()).isEqualTo(Qty.of("-0.01"));
        assertThat(row.position().avgPx()).contains(Px.of("3641.075"));
        assertThat(row.sequence()).isEqualTo(325_852_190_774L);
    }

    @Test
    void balances() {
        var rest = AccountObjects.balances(rows("http_get_wallet_balance"));
        assertThat(rest).contains(new Balance("USDT", new BigDecimal("1000.5"), BigDecimal.ZERO));

        assertThat(held("ws_account_wallet"))
                .contains(new Balance("BTC", new BigDecimal("0.00092964"), new BigDecimal("0.0001")))
                .contains(new Balance("USDT", new BigDecimal("9519.89806037"), new BigDecimal("127.8573161")));
    }

    @Test
    void noMoreIsHeldThanThereIs() {
        var usdt = held("ws_account_wallet_locked_exceeds_total").get(0);

        assertThat(usdt.free()).isEqualByComparingTo("0");
        assertThat(usdt.total()).isEqualByComparingTo("100");
    }

    private List<Balance> held(String name) {
        return ((PrivateEvent.Held) frames.read(text(name))).balances();
    }

    @Test
    void fees() {
        var result = Json.read(text("http_get_fee_rate")).in("result");

        assertThat(AccountObjects.fees(BTC_PERP, result))
                .contains(new FeeSchedule(BTC_PERP, new BigDecimal("0.0001"), new BigDecimal("0.0006")));
        assertThat(AccountObjects.fees(Symbol.of("XRP-USDT"), result)).isEmpty();
    }

    @Test
    void whatAKeyMayDo() {
        var text = text("http_get_user_query_api");
        var rights = AccountObjects.rights(Json.read(text).in("result"));

        assertThat(rights.withdraws()).isFalse();
        assertThat(rights.trades()).isFalse();
        assertThat(rights.named()).contains("Spot.SpotTrade", "ContractTrade.Order", "Wallet.AccountTransfer");
        var writing = text.replaceAll("\"readOnly\": *1", "\"readOnly\":0")
                .replace("\"AccountTransfer\"", "\"AccountTransfer\",\"Withdraw\"");
        assertThat(AccountObjects.rights(Json.read(writing).in("result")).withdraws())
                .isTrue();
        assertThat(AccountObjects.rights(Json.read(writing).in("result")).trades())
                .isTrue();
    }

    @Test
    void answersOnSockets() {
        assertThat(frames.read(text("ws_auth_success"))).isEqualTo(answered("ws_auth_success", "auth", true, ""));
        assertThat(frames.read(text("ws_auth_failure")))
                .isEqualTo(answered("ws_auth_failure", "auth", false, "Invalid apikey"));
        assertThat(frames.read(text("ws_subscription_ack")))
                .isEqualTo(answered("ws_subscription_ack", "subscribe", true, ""));
        assertThat(frames.read(text("ws_order_response"))).isInstanceOf(PrivateEvent.Other.class);
    }

    private PrivateEvent.Answered answered(String file, String op, boolean success, String said) {
        return new PrivateEvent.Answered(Json.read(text(file)).textOrNone("req_id"), op, success, said);
    }
}
