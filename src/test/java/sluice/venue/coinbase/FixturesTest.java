package sluice.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Instrument.Status;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.text.Json;
import sluice.net.text.Slots;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.order.position.Balance;
import sluice.venue.coinbase.market.wire.FrameWire;
import sluice.venue.coinbase.market.wire.ProductWire;
import sluice.venue.coinbase.market.wire.TradeWire;
import sluice.venue.coinbase.trade.reply.AccountObjects;
import sluice.venue.coinbase.trade.reply.FillObjects;
import sluice.venue.coinbase.trade.reply.OrderNames;
import sluice.venue.coinbase.trade.reply.OrderObjects;
import sluice.venue.coinbase.trade.reply.UserFrames;

/** Messages that another project keeps from the venue's documentation. */
class FixturesTest {

    private final OrderObjects objects = new OrderObjects(new OrderNames());

    private static String fixture(String name) {
        return SharedData.text("fixtures/nautilus/coinbase/" + name + ".json");
    }

    @Test
    void productsAreInstrumentsAndTheirTwinsShareABook() {
        var products = new ProductWire(new VenueId("coinbase")).read(fixture("http_products"));

        var first = products.get(0).instrument();
        assertThat(first.symbol()).isEqualTo(Symbol.of("BTC-USD"));
        assertThat(first.grid()).isEqualTo(Grid.of("0.01", "0.00000001"));
        assertThat(first.bounds()).isEqualTo(Bounds.of("0.00000001", "3400", "1", "150000000"));
        assertThat(first.status()).isEqualTo(Status.TRADING);
        assertThat(products)
                .filteredOn(product -> product.instrument().venueSymbol().equals("BTC-USDC"))
                .allMatch(product -> product.dataId().equals("BTC-USD"))
                .isNotEmpty();
        assertThat(new ProductWire(new VenueId("coinbase")).read(fixture("http_products_future")))
                .isEmpty();
    }

    @Test
    void anOrderIsReadAsRestWritesIt() {
        var order = objects.answer(Json.read(fixture("http_order")));

        assertThat(order.clOrdId()).contains(new ClOrdId("11111-000000-000000"));
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.terms().px()).contains(Px.of("10000"));
        assertThat(order.cumQuote()).isEqualTo(new BigDecimal("10000"));
    }

    @Test
    void anOrderForAnAmountOfMoneyIsForWhatItBought() {
        var orders = objects.page(Json.read(fixture("http_orders_list")));

        assertThat(orders.get(0).state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(orders.get(1).state()).isEqualTo(OrderState.FILLED);
        assertThat(orders.get(1).terms().px()).isEmpty();
        assertThat(orders.get(1).terms().orderQty().value())
                .isBetween(new BigDecimal("0.0325"), new BigDecimal("0.03251"));
    }

    @Test
    void fillsAreExecutions() {
        var fills = FillObjects.page(Json.read(fixture("http_fills")));

        assertThat(fills).hasSize(2);
        assertThat(fills.get(0).execution())
                .isEqualTo(new Execution(
                        new ExecId("1111-11111-111111"),
                        Qty.of("0.005"),
                        Px.of("45123.45"),
                        Money.of("1.14", "USD"),
                        Liquidity.MAKER,
                        Instant.parse("2024-01-15T10:30:00Z")));
        assertThat(fills.get(1).side()).isEqualTo(Side.SELL);
    }

    @Test
    void accountsAreBalances() {
        assertThat(AccountObjects.page(Json.read(fixture("http_accounts"))))
                .containsExactly(
                        new Balance("BTC", new BigDecimal("1.23456789"), new BigDecimal("0.005")),
                        new Balance("USD", new BigDecimal("10000.5"), new BigDecimal("450")));
    }

    @Test
    void theUserChannelShowsOrders() {
        var orders = new UserFrames(objects).orders(fixture("ws_user"));

        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(orders.get(0).terms().orderQty()).isEqualTo(Qty.of("0.001"));
    }

    @Test
    void booksAndPrintsAreRead() {
        var slots = new Slots();
        slots.add("BTC-USD");
        var wire = new FrameWire(slots);

        assertThat(wire.read(fixture("ws_l2_data_snapshot"))).isEqualTo(FrameWire.Kind.DEPTH);
        assertThat(wire.event(0).isSnapshot()).isTrue();
        assertThat(wire.event(0).levels().bids().size()).isEqualTo(3);
        assertThat(wire.event(0).levels().asks().size()).isEqualTo(3);
        assertThat(wire.read(fixture("ws_l2_data_update"))).isEqualTo(FrameWire.Kind.DEPTH);
        assertThat(wire.event(0).levels().asks().qty(0)).isZero();
        for (var other : List.of("ws_heartbeats", "ws_subscriptions", "ws_ticker", "ws_candles", "ws_market_trades")) {
            assertThat(wire.read(fixture(other))).as(other).isNotEqualTo(FrameWire.Kind.DEPTH);
        }
        assertThat(TradeWire.read(fixture("ws_market_trades")))
                .extracting(TradeWire.Print::aggressor)
                .containsExactly(Side.SELL, Side.BUY);
    }
}
