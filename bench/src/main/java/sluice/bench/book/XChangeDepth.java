package sluice.bench.book;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import info.bitrich.xchangestream.binance.dto.BinanceWebsocketTransaction;
import info.bitrich.xchangestream.binance.dto.market.DepthBinanceWebSocketTransaction;
import info.bitrich.xchangestream.service.netty.StreamingObjectMapperHelper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.knowm.xchange.binance.BinanceAdapters;
import org.knowm.xchange.binance.dto.marketdata.BinanceOrderbook;
import org.knowm.xchange.binance.service.BinanceMarketDataService;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.marketdata.OrderBookUpdate;
import org.knowm.xchange.dto.trade.LimitOrder;

/**
 * XChange's own parts in the order of its {@code BinanceStreamingMarketDataService}, without its network and its
 * observables.
 */
final class XChangeDepth implements Contender {

    private static final CurrencyPair BTC_USDT = new CurrencyPair("BTC", "USDT");

    private final boolean asShipped;
    private final ObjectMapper mapper = StreamingObjectMapperHelper.getObjectMapper();
    private final JavaType type = mapper.getTypeFactory()
            .constructType(new TypeReference<BinanceWebsocketTransaction<DepthBinanceWebSocketTransaction>>() {});
    private OrderBook book = new OrderBook(null, Stream.empty(), Stream.empty());
    private long last;

    /** As shipped: text to a tree, the tree to objects, objects to updates; else straight from bytes to objects. */
    XChangeDepth(boolean asShipped) {
        this.asShipped = asShipped;
    }

    @Override
    public String name() {
        return asShipped ? "book.xchange.shipped" : "book.xchange.parts";
    }

    @Override
    public void start(String snapshot) throws Exception {
        BinanceAdapters.putSymbolMapping("BTCUSDT", BTC_USDT);
        var orders = mapper.readValue(snapshot, BinanceOrderbook.class);
        last = orders.lastUpdateId;
        book = BinanceMarketDataService.convertOrderBook(orders, BTC_USDT);
    }

    @Override
    public void take(byte[] frame) throws Exception {
        var depth = read(frame).getData();
        if (!BinanceAdapters.adaptSymbol(depth.getSymbol(), false).equals(BTC_USDT)
                || depth.getFirstUpdateId() > last + 1) {
            throw new IllegalStateException("not applied: " + depth.getFirstUpdateId());
        }
        last = depth.getLastUpdateId();
        if (asShipped) {
            Stream.concat(
                            updates(OrderType.BID, depth.getOrderBook().bids, depth),
                            updates(OrderType.ASK, depth.getOrderBook().asks, depth))
                    .forEach(update -> book.update(update));
        } else {
            apply(OrderType.BID, depth.getOrderBook().bids, depth);
            apply(OrderType.ASK, depth.getOrderBook().asks, depth);
        }
    }

    @Override
    public String book() {
        var text = new StringBuilder();
        book.getBids().forEach(order -> line(text, "b", order));
        book.getAsks().forEach(order -> line(text, "a", order));
        return text.toString();
    }

    private BinanceWebsocketTransaction<DepthBinanceWebSocketTransaction> read(byte[] frame) throws Exception {
        if (!asShipped) {
            return mapper.readValue(frame, type);
        }
        var tree = mapper.readTree(new String(frame, StandardCharsets.UTF_8));
        return mapper.readValue(mapper.treeAsTokens(tree), type);
    }

    private static Stream<OrderBookUpdate> updates(
            OrderType side, Map<BigDecimal, BigDecimal> levels, DepthBinanceWebSocketTransaction depth) {
        return levels.entrySet().stream()
                .map(level -> new OrderBookUpdate(
                        side, level.getValue(), BTC_USDT, level.getKey(), depth.getEventTime(), level.getValue()));
    }

    private void apply(
            OrderType side, Map<BigDecimal, BigDecimal> levels, DepthBinanceWebSocketTransaction depth) {
        levels.forEach((px, qty) ->
                book.update(new LimitOrder(side, qty, BTC_USDT, "", depth.getEventTime(), px)));
    }

    private static void line(StringBuilder text, String side, LimitOrder order) {
        text.append(side)
                .append(' ')
                .append(Books.plain(order.getLimitPrice()))
                .append(' ')
                .append(Books.plain(order.getRemainingAmount()))
                .append('\n');
    }
}
