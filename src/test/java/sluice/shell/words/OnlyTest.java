package sluice.shell.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sluice.market.Symbol;
import sluice.market.VenueId;

class OnlyTest {

    private static final VenueId BINANCE = new VenueId("binance");
    private static final VenueId BYBIT = new VenueId("bybit");
    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final Symbol ETH = Symbol.of("ETH-USDT");

    private static Only only(String... words) {
        var only = new Only();
        var line = new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("only", specOf(only)));
        line.registerConverter(VenueId.class, VenueId::new);
        line.registerConverter(Symbol.class, Symbol::of);
        line.parseArgs(words);
        return only;
    }

    private static CommandLine.Model.CommandSpec specOf(Only only) {
        return CommandLine.Model.CommandSpec.forAnnotatedObject(only);
    }

    @Test
    void whereNothingIsNamedEverythingIsMeant() {
        assertThat(only().at(BYBIT)).isTrue();
        assertThat(only().of(ETH)).isTrue();
        assertThat(only().atAny(Stream.empty())).isTrue();
    }

    @Test
    void whatIsNamedAloneIsMeant() {
        var named = only("--venue", "binance", "--symbol", "BTC-USDT");
        assertThat(named.at(BINANCE)).isTrue();
        assertThat(named.at(BYBIT)).isFalse();
        assertThat(named.of(BTC)).isTrue();
        assertThat(named.of(ETH)).isFalse();
    }

    @Test
    void oneOfSeveralHasToBeThere() {
        var named = only("--venue", "binance");
        assertThat(named.atAny(Stream.of(BYBIT, BINANCE))).isTrue();
        assertThat(named.atAny(Stream.of(BYBIT))).isFalse();
        assertThat(named.atAny(Stream.empty())).isFalse();
    }
}
