package sluice.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import sluice.market.VenueId;
import sluice.net.gate.Ruling;
import sluice.net.text.Json;
import sluice.venue.bad.Decoder;
import sluice.venue.coinbase.market.wire.ProductWire;
import sluice.venue.coinbase.market.wire.TradeWire;
import sluice.venue.coinbase.trade.reply.AccountObjects;
import sluice.venue.coinbase.trade.reply.ErrorTable;
import sluice.venue.coinbase.trade.reply.FillObjects;
import sluice.venue.coinbase.trade.reply.OrderNames;
import sluice.venue.coinbase.trade.reply.OrderObjects;
import sluice.venue.coinbase.trade.reply.UserFrames;
import sluice.venue.coinbase.trade.reply.VenueError;

/** Whatever a damaged reply or frame says, it is read or refused in the two ways that sessions count, and no other. */
class DecoderProperties {

    private static final OrderObjects OBJECTS = new OrderObjects(new OrderNames());

    private static final String ORDER = "{\"order_id\":\"o\",\"client_order_id\":\"c\",\"product_id\":\"BTC-USD\","
            + "\"side\":\"BUY\",\"status\":\"OPEN\",\"time_in_force\":\"GOOD_UNTIL_CANCELLED\",\"filled_size\":\"0.1\","
            + "\"filled_value\":\"6000\",\"average_filled_price\":\"60000\","
            + "\"order_configuration\":{\"limit_limit_gtd\":"
            + "{\"base_size\":\"1\",\"limit_price\":\"60000.5\",\"end_time\":\"2026-11-01T00:00:00Z\"}}}";

    private static final String FILL = "{\"fills\":[{\"trade_id\":\"t\",\"order_id\":\"o\",\"trade_type\":\"FILL\","
            + "\"trade_time\":\"2026-11-01T00:00:02.123Z\",\"price\":\"60000\",\"size\":\"60\",\"commission\":\"0.24\","
            + "\"product_id\":\"BTC-USD\",\"liquidity_indicator\":\"MAKER\",\"size_in_quote\":true,\"side\":\"BUY\"}],"
            + "\"cursor\":\"x\"}";

    private static final String USER = "{\"channel\":\"user\",\"sequence_num\":1,\"events\":[{\"type\":\"update\","
            + "\"orders\":[{\"order_id\":\"o\",\"client_order_id\":\"c\",\"product_id\":\"BTC-USD\",\"order_side\":"
            + "\"SELL\",\"status\":\"FILLED\",\"time_in_force\":\"GOOD_UNTIL_DATE_TIME\",\"end_time\":"
            + "\"2026-11-01T00:00:00Z\",\"cumulative_quantity\":\"1\",\"leaves_quantity\":0,\"limit_price\":\"\"}]}]}";

    private static final String TRADES = "{\"channel\":\"market_trades\",\"sequence_num\":5,\"events\":[{\"type\":"
            + "\"update\",\"trades\":[{\"trade_id\":\"991\",\"product_id\":\"BTC-USD\",\"price\":\"60000.01\",\"size\":"
            + "\"0.0015\",\"side\":\"BUY\",\"time\":\"2026-11-01T00:00:00.9Z\"}]}]}";

    private static final String PRODUCTS = "{\"products\":[{\"product_id\":\"BTC-USD\",\"price_increment\":\"0.01\","
            + "\"base_increment\":\"0.00000001\",\"base_min_size\":\"0.1\","
            + "\"base_max_size\":\"3400\",\"quote_min_size\":"
            + "\"1\",\"quote_max_size\":\"\",\"status\":\"online\",\"product_type\":\"SPOT\","
            + "\"base_currency_id\":\"BTC\","
            + "\"quote_currency_id\":\"USD\",\"alias\":\"\"}]}";

    private static final String ACCOUNTS =
            "{\"accounts\":[{\"currency\":\"BTC\",\"available_balance\":{\"value\":\"1\"},"
                    + "\"hold\":{\"value\":\"0\"}}],\"has_next\":true,\"cursor\":\"c\"}";

    private static final String REFUSED = "{\"success\":false,\"error_response\":{\"error\":\"INSUFFICIENT_FUND\","
            + "\"message\":\"m\"},\"errors\":[{\"edit_failure_reason\":\"X\"}]}";

    private static final List<Decoder> DECODERS = List.of(
            new Decoder("{\"orders\":[" + ORDER + "],\"has_next\":false}", text -> OBJECTS.page(Json.read(text))),
            new Decoder("{\"order\":" + ORDER + "}", text -> OBJECTS.answer(Json.read(text))),
            new Decoder(FILL, text -> FillObjects.page(Json.read(text))),
            new Decoder(USER, new UserFrames(OBJECTS)::orders),
            new Decoder(USER, UserFrames::channels),
            new Decoder(TRADES, TradeWire::read),
            new Decoder(PRODUCTS, new ProductWire(new VenueId("coinbase"))::read),
            new Decoder(ACCOUNTS, text -> AccountObjects.page(Json.read(text))),
            new Decoder("{\"epochMillis\":\"1793491200000\"}", text -> AccountObjects.serverTime(Json.read(text))),
            new Decoder(
                    REFUSED,
                    text -> VenueError.refusal(Json.read(text))
                            .ifPresent(
                                    error -> assertThat(ErrorTable.judge(error)).isNotNull())));

    @Property(tries = 5000)
    void aDamagedMessageIsReadOrRefused(@ForAll long seed) {
        Decoder.readDamaged(DECODERS, seed);
    }

    @Test
    void everyExampleIsReadAndNonsenseRefused() {
        Decoder.readExamplesAndNonsense(DECODERS);
    }

    @Test
    void aReasonThatIsNotInTheTableIsARejectionAndAPlaceholderADoubt() {
        assertThat(ErrorTable.judge(new VenueError("SOMETHING_ELSE", ""))).isInstanceOf(Ruling.DefiniteReject.class);
        assertThat(ErrorTable.judge(new VenueError("UNKNOWN_FAILURE_REASON", "")))
                .isInstanceOf(Ruling.Unknown.class);
        assertThat(ErrorTable.judge(new VenueError("", ""))).isInstanceOf(Ruling.Unknown.class);
    }
}
