package sluice.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.app.toml.UnusableConfigException;
import sluice.app.venue.KeySource;
import sluice.app.venue.Kinds;
import sluice.app.venue.VenueConfig;
import sluice.app.watch.WatchConfig.Webhook;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.Groups;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;
import sluice.sim.WorldSpec;

class ConfigFileTest {

    private static Config parse(String text) {
        return ConfigFile.parse("config.toml", text);
    }

    /** The example with every key in force, but for the sources of keys other than the one. */
    private static String example(String source) throws IOException {
        return Files.readAllLines(Path.of("config.example.toml")).stream()
                .map(line -> line.matches("#(\\[|[a-z-]+ = ).*") ? line.substring(1) : line)
                .filter(line -> !line.matches("(api-key-env|api-secret-env|file|command) = .*") || line.matches(source))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void everyKeyOfTheExampleIsKnownAndStandsThereWithItsDefault() throws IOException {
        var config = parse(example("api-.*"));
        assertThat(config.journal()).isEmpty();
        assertThat(config.shell()).isEqualTo(Config.USUAL.shell());
        assertThat(config.transport()).isEqualTo(Config.USUAL.transport());
        assertThat(config.watch().limits()).isEqualTo(Config.USUAL.watch().limits());
        assertThat(config.watch().sinks().webhooks())
                .extracting(Webhook::name)
                .containsExactlyInAnyOrder("team", "oncall");
        var books = config.risk().consolidation();
        assertThat(new Consolidation(books.staleAfter(), books.outlierBps(), Groups.NONE))
                .isEqualTo(Config.USUAL.risk().consolidation());
        assertThat(books.groups().all()).hasSize(1);
        assertThat(config.sim().symbols()).isEqualTo(Config.USUAL.sim().symbols());
        assertThat(config.sim().seed()).hasValue(WorldSpec.USUAL_SEED);
        assertThat(config.risk().set()).containsOnlyKeys(LimitKey.values());
        assertThat(config.risk().limits(false)).isEqualTo(Limits.live());
        for (var venue : config.venues()) {
            var usual = parse("[venues." + venue.name() + "]\n").venues().get(0);
            assertThat(new VenueConfig(venue.venue(), venue.wiring(), venue.symbols(), usual.keys()))
                    .isEqualTo(usual);
        }
        assertThat(config.venues().stream().map(VenueConfig::name).toList()).isEqualTo(Kinds.names());
    }

    @Test
    void everySourceOfKeysOfTheExampleIsKnown() throws IOException {
        assertThat(parse(example("api-.*")).venues().get(0).keys())
                .isEqualTo(new KeySource.Environment("BINANCE_API_KEY", "BINANCE_API_SECRET"));
        assertThat(parse(example("file.*")).venues().get(0).keys()).isInstanceOf(KeySource.OwnerFile.class);
        assertThat(parse(example("command.*")).venues().get(0).keys())
                .isEqualTo(new KeySource.Command(List.of("pass", "show", "binance")));
    }

    @Test
    void theExampleAsItStandsChangesNothing() throws IOException {
        assertThat(parse(Files.readString(Path.of("config.example.toml")))).isEqualTo(Config.USUAL);
    }

    @Test
    void whatIsInForceCanBeReadBack() throws IOException {
        var config = parse(example("api-.*"));
        var shown = Effective.of(config, config.risk().limits(false)).entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining("\n"));
        assertThat(parse(shown)).isEqualTo(config);
    }

    @Test
    void malformedTomlIsPlaced() {
        assertThatThrownBy(() -> parse("[risk.order]\nmax-notional = \n"))
                .isInstanceOf(UnusableConfigException.class)
                .hasMessageStartingWith("config.toml:2:");
    }

    @Test
    void anUnknownKeyIsPlacedAndTheOneMeantSuggested() {
        assertThatThrownBy(() -> parse("[shell]\nready-timout = \"3s\"\n"))
                .hasMessageContaining("config.toml:2:1: shell.ready-timout: ")
                .hasMessageContaining("Did you mean ready-timeout?");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> parse("""
                        [shell]
                        color = "yes"
                        [risk.collar]
                        bps = -1
                        [venues.binance]
                        rest = "http://api.binance.com"
                        symbols = ["BTCUSDT"]
                        """))
                .hasMessageContaining("config.toml:2:1: shell.color: must be true or false")
                .hasMessageContaining("config.toml:4:1: risk.collar.bps: ")
                .hasMessageContaining("config.toml:6:1: venues.binance.rest: must begin with https://")
                .hasMessageContaining("config.toml:7:1: venues.binance.symbols: not a symbol: BTCUSDT");
    }

    @Test
    void aLimitIsExactWhetherItIsANumberOrText() {
        var risk = parse("""
                        [risk.order]
                        max-notional = "123456789012.3456789"
                        max-qty = 0.1
                        [risk.symbols."ETH-BTC"]
                        order.max-qty = 10
                        [risk.venues.bybit]
                        guard.max-unknown = 50
                        """).risk();
        var limits = risk.limits(true);
        assertThat(limits.order().maxNotional()).isEqualByComparingTo("123456789012.3456789");
        assertThat(limits.order().maxQty()).isEqualByComparingTo("0.1");
        assertThat(risk.scoped())
                .containsEntry(Scope.of(Symbol.of("ETH-BTC")), Map.of(LimitKey.ORDER_MAX_QTY, new BigDecimal("10")))
                .containsEntry(
                        Scope.of(new VenueId("bybit")), Map.of(LimitKey.GUARD_MAX_UNKNOWN, new BigDecimal("50")));
    }

    @Test
    void onlyOneSourceOfKeysMayBeNamed() {
        assertThatThrownBy(() -> parse("[venues.binance.keys]\nfile = \"a\"\ncommand = [\"b\"]\n"))
                .hasMessageContaining("one of several sources");
        assertThatThrownBy(() -> parse("[venues.binance.keys]\napi-key-env = \"A\"\n"))
                .hasMessageContaining("needs api-secret-env beside it");
    }

    @Test
    void aGroupNamesItsSymbolsAndWhatTurnsTheirQuotesIntoOneAnother() {
        var group = "[groups.bitcoin]\nsymbols = [\"BTC-USDT\", \"BTC-USD\"]\nthrough = [\"USDT-USD\"]\n";
        var config = parse(group);
        assertThat(config.risk().consolidation().groups().of(Symbol.of("BTC-USD")))
                .isPresent();
        assertThat(Effective.of(config, config.risk().limits(true)))
                .containsEntry("groups.bitcoin.through", "[\"USDT-USD\"]");
        assertThatThrownBy(() -> parse(group.replace("USDT-USD", "EUR-USD")))
                .hasMessageContaining(
                        "config.toml:2:1: groups.bitcoin.symbols: no book of \"through\" turns USD into USDT");
        assertThatThrownBy(() -> parse(group + group.replace("groups.bitcoin", "groups.more")))
                .hasMessageContaining("groups.more.symbols: BTC-USDT is in the group bitcoin already");
        assertThatThrownBy(() ->
                        parse("[groups.a]\nsymbols = [\"USDT-USD\", \"USDT-EUR\"]\nthrough = [\"EUR-USD\"]\n" + group))
                .hasMessageContaining("cannot be in a group itself");
    }

    @Test
    void whatTurnsAGroupsQuotesIntoOneAnotherMustBeWatched() {
        var group = "[groups.bitcoin]\nsymbols = [\"BTC-USDT\", \"BTC-USD\"]\nthrough = [\"USDT-USD\"]\n";
        var venues = "[venues.binance]\nsymbols = [\"BTC-USDT\"]\n[venues.coinbase]\nsymbols = [\"BTC-USD\"]\n";
        assertThatThrownBy(() -> parse(group + venues))
                .hasMessageContaining("config.toml:3:1: groups.bitcoin.through: no venue is told to watch USDT-USD")
                .hasMessageContaining("nothing would turn USDT into USD");
        assertThatThrownBy(() -> parse(group + venues.replace("[\"BTC-USD\"]", "[\"USDT-USD\"]")))
                .hasMessageContaining("config.toml:2:1: groups.bitcoin.symbols: no venue is told to watch BTC-USD");
        assertThat(parse(group + venues.replace("[\"BTC-USD\"]", "[\"BTC-USD\", \"USDT-USD\"]"))
                        .venues())
                .hasSize(2);
        assertThatThrownBy(() -> parse(group + "[sim]\nsymbols = [\"BTC-USDT\", \"BTC-USD\"]\n"))
                .hasMessageContaining("groups.bitcoin.through: ");
    }

    @Test
    void aVenueMayWatchHundredsOfSymbols() {
        var symbols = IntStream.range(0, 500)
                .mapToObj(i -> "\"X" + i + "-USDT\"")
                .collect(Collectors.joining(", ", "[", "]"));
        assertThat(parse("[venues.binance]\nsymbols = " + symbols + "\n")
                        .venues()
                        .get(0)
                        .symbols())
                .hasSize(500);
    }

    @Test
    void aVenuesSymbolMayBeCalledOtherwiseHere() {
        var config = parse("[symbols.binance]\n\"XBT-USDT\" = \"BTC-USDT\"\n");
        assertThat(config.names())
                .isEqualTo(Map.of(new VenueId("binance"), Map.of(Symbol.of("XBT-USDT"), Symbol.of("BTC-USDT"))));
        assertThat(Effective.of(config, config.risk().limits(true)))
                .containsEntry("symbols.binance.\"XBT-USDT\"", "\"BTC-USDT\"");
        assertThatThrownBy(() -> parse("[symbols.binance]\n\"XBTUSDT\" = \"BTC\"\n"))
                .hasMessageContaining("not a symbol: BTC")
                .hasMessageContaining("not a symbol: XBTUSDT");
    }

    @Test
    void aVenueThatIsNotEnabledIsNotThere() {
        assertThat(parse("[venues.binance]\nenabled = false\n").venues()).isEmpty();
        assertThat(parse("[venues.binance]\n").venues()).hasSize(1);
        assertThat(parse("").venues()).isEmpty();
    }

    @Test
    void aVenueMayHaveANameOfOursAndSaysThenWhatKindItIs() {
        var venues = parse("[venues.second]\nkind = \"binance\"\nsymbols = [\"BTC-USDT\"]\n")
                .venues();
        assertThat(venues.get(0).name()).isEqualTo("second");
        assertThat(venues.get(0).wiring().kind()).isEqualTo("binance");
        assertThatThrownBy(() -> parse("[venues.second]\n"))
                .hasMessageContaining("venues.second.kind: must be one of binance");
    }

    @Test
    void aNetworkSaysAllAddressesAndEachCanBeSaidOnItsOwn() {
        var shown = parse("[venues.binance]\nnetwork = \"testnet\"\nws-api = \"wss://elsewhere/ws-api/v3\"\n")
                .venues()
                .get(0)
                .wiring()
                .shown();
        assertThat(shown)
                .containsEntry("rest", "\"https://testnet.binance.vision\"")
                .containsEntry("ws-api", "\"wss://elsewhere/ws-api/v3\"");
        assertThatThrownBy(() -> parse("[venues.binance]\nnetwork = \"tesnet\"\n"))
                .hasMessageContaining("venues.binance.network: must be one of demo, production, testnet")
                .hasMessageContaining("Did you mean testnet?");
    }
}
