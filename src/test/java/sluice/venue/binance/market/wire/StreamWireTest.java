package sluice.venue.binance.market.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.net.text.MalformedFrameException;

class StreamWireTest {

    private static final String TRADE =
            "{\"e\":\"trade\",\"E\":1760000000105,\"s\":\"BTCUSDT\",\"t\":555,\"p\":\"60000.00000000\","
                    + "\"q\":\"0.01000000\",\"T\":1760000000104,\"m\":true,\"M\":true}";

    @Test
    void whenTheBuyerIsTheMakerTheSellerTook() {
        var print = new StreamMessage.Print(
                "BTCUSDT", Side.SELL, Px.of("60000"), Qty.of("0.01"), Instant.ofEpochMilli(1760000000104L));
        assertThat(StreamWire.read(TRADE)).isEqualTo(print);
        assertThat(StreamWire.read("{\"stream\":\"btcusdt@trade\",\"data\":" + TRADE + "}"))
                .isEqualTo(print);
    }

    @Test
    void answersAndAnnouncementsAreKnown() {
        assertThat(StreamWire.read("{\"result\":[\"btcusdt@trade\"],\"id\":3}"))
                .isEqualTo(new StreamMessage.Subscriptions(List.of("btcusdt@trade")));
        assertThat(StreamWire.read("{\"code\":2,\"msg\":\"Invalid request\",\"id\":1}"))
                .isEqualTo(new StreamMessage.Refusal("Invalid request"));
        assertThat(StreamWire.read("{\"error\":{\"code\":2,\"msg\":\"no\"},\"id\":1}"))
                .isEqualTo(new StreamMessage.Refusal("no"));
        assertThat(StreamWire.read("{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":1}}"))
                .isEqualTo(new StreamMessage.Shutdown());
    }

    @Test
    void anEventOfAnotherTypeIsUnknown() {
        assertThat(StreamWire.read("{\"e\":\"kline\",\"k\":{}}")).isEqualTo(new StreamMessage.Unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":null,\"id\":1}", "{}"})
    void whatNobodyNeedsIsLeft(String frame) {
        assertThat(StreamWire.read(frame)).isEqualTo(new StreamMessage.Unneeded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "<html>",
                "{\"e\":\"trade\"}",
                "{\"e\":\"trade\",\"p\":\"1e9\",\"q\":\"1\",\"T\":1}",
                "{\"e\":\"trade\",\"p\":\"1\",\"q\":\"1\",\"T\":1} {"
            })
    void whatMakesNoSenseIsRefused(String frame) {
        assertThatThrownBy(() -> StreamWire.read(frame)).isInstanceOf(MalformedFrameException.class);
    }
}
