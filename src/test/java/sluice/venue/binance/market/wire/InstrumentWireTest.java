package sluice.venue.binance.market.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.market.Instrument;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Instrument.Status;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.text.MalformedFrameException;

class InstrumentWireTest {

    private static final VenueId BINANCE = new VenueId("binance");
    private static final String PRICE =
            "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"tickSize\":\"0.01000000\"}";
    private static final String LOT =
            "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00001000\",\"maxQty\":\"9000.0\",\"stepSize\":\"0.00001000\"}";
    private static final String NOTIONAL =
            "{\"filterType\":\"NOTIONAL\",\"minNotional\":\"5.0\",\"maxNotional\":\"9000000.0\",\"avgPriceMins\":5}";

    private final InstrumentWire wire = new InstrumentWire(BINANCE);

    @Test
    void aSymbolIsNamedByItsAssetsAndBoundedByItsFilters() {
        assertThat(wire.read(info(symbol("TRADING", PRICE, LOT, NOTIONAL))))
                .containsExactly(new Instrument(
                        BINANCE,
                        Symbol.of("BTC-USDT"),
                        "BTCUSDT",
                        Grid.of("0.01", "0.00001"),
                        Bounds.of("0.00001", "9000", "5", "9000000"),
                        BigDecimal.ONE,
                        Status.TRADING));
    }

    @Test
    void theOldFormOfTheNotionalFilterCountsToo() {
        var old = "{\"filterType\":\"MIN_NOTIONAL\",\"minNotional\":\"10.00\",\"applyToMarket\":true}";
        assertThat(only(symbol("TRADING", PRICE, LOT, old)).bounds())
                .isEqualTo(Bounds.of("0.00001", "9000", "10", "0"));
    }

    @Test
    void filtersThatAreMissingOrZeroAreNoRule() {
        var off = "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00000000\",\"maxQty\":\"0.0\",\"stepSize\":\"0.0\"}";
        var instrument = only(symbol("TRADING", off));
        assertThat(instrument.grid()).isEqualTo(Grid.of("0", "0"));
        assertThat(instrument.bounds()).isEqualTo(Bounds.of("0", "0", "0", "0"));
    }

    @ParameterizedTest
    @CsvSource({"TRADING, TRADING", "CANCEL_ONLY, CANCEL_ONLY", "HALT, HALTED", "BREAK, HALTED", "NEW_WORD, HALTED"})
    void theStatusIsOurWord(String theirs, Status ours) {
        assertThat(only(symbol(theirs, PRICE, LOT)).status()).isEqualTo(ours);
    }

    @Test
    void anEntryThatMakesNoSenseHidesNoOther() {
        var odd = "{\"symbol\":\"ODD\"}";
        var odder = symbol("TRADING", PRICE.replace("0.01000000", "1e-2"));
        assertThat(wire.read(info(odd, odder, symbol("TRADING", PRICE, LOT)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "[]", "{}", "{\"symbols\":1}", "{\"symbols\":[{]}", "{\"code\":-1003,\"msg\":\"\"}"
            })
    void whatDoesNotListSymbolsIsRefused(String body) {
        assertThatThrownBy(() -> wire.read(body)).isInstanceOf(MalformedFrameException.class);
    }

    private Instrument only(String symbol) {
        var instruments = wire.read(info(symbol));
        assertThat(instruments).hasSize(1);
        return instruments.get(0);
    }

    private static String info(String... symbols) {
        return "{\"timezone\":\"UTC\",\"rateLimits\":[{\"limit\":6000}],\"symbols\":[" + String.join(",", symbols)
                + "],\"exchangeFilters\":[]}";
    }

    private static String symbol(String status, String... filters) {
        return "{\"symbol\":\"BTCUSDT\",\"status\":\"" + status + "\",\"baseAsset\":\"BTC\",\"quoteAsset\":\"USDT\","
                + "\"filters\":" + List.of(filters) + "}";
    }
}
