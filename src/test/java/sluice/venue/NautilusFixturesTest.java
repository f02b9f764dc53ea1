package sluice.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.text.Json;
import sluice.net.text.Slots;
import sluice.venue.binance.Shared;
import sluice.venue.binance.market.wire.DepthWire;
import sluice.venue.binance.trade.reply.AccountObjects;
import sluice.venue.binance.trade.reply.OrderObjects;
import sluice.venue.bybit.market.wire.BookWire;
import sluice.venue.bybit.market.wire.StreamMessage;
import sluice.venue.bybit.market.wire.StreamWire;
import sluice.venue.bybit.names.SymbolNames;
import sluice.venue.bybit.trade.reply.PrivateEvent;
import sluice.venue.bybit.trade.reply.PrivateFrames;

/**
 * Every one of nautilus' fixtures is read here, read in a test of its own that looks closer, or no business of ours.
 */
class NautilusFixturesTest {

    private static final VenueId VENUE = new VenueId("a");

    /** What a fixture comes to; each must say something. */
    private static final Map<String, Function<String, Object>> READ = new LinkedHashMap<>();

    private static final Map<String, String> NOT_OURS = Map.ofEntries(
            Map.entry("binance/futures/.*", "Binance's futures have no adapter"),
            Map.entry("binance/spot/user_data_sbe/.*", "the adapter speaks JSON"),
            Map.entry("binance/spot/market_data_sbe/.*", "the adapter speaks JSON"),
            Map.entry("binance/spot/http_sbe/.*", "the adapter speaks JSON"),
            Map.entry("binance/spot/http_json/(avg_price|klines|ticker_24hr|ticker_price|book_ticker)_.*", "not asked"),
            Map.entry("binance/spot/http_json/(trades|ping|cancel_open_orders)_.*", "not asked"),
            Map.entry("bybit/http_get_instruments_(inverse|option).*", "a category without an adapter"),
            Map.entry("bybit/ws_account_position_with_open_time.json", "a row without the frame around it"),
            Map.entry("bybit/ws_ticker_option.json", "a category without an adapter"),
            Map.entry("bybit/.*klines?.*", "candles are not asked for"),
            Map.entry("bybit/http_(get_user_(sub|escrow)|post_user).*", "users are not managed"),
            Map.entry("bybit/http_get_(funding_history|trades_recent|orderbook|account_info).json", "not asked"),
            Map.entry("coinbase/http_cfm_.*", "Coinbase's futures have no adapter"),
            Map.entry("coinbase/http_(product|ticker|candles|product_book).json", "not asked"));

    static {
        var spot = new sluice.venue.binance.trade.wire.SymbolNames(List.of());
        var binance = new OrderObjects(spot);
        READ.put("binance/.*/depth_response.json", text -> {
            var slots = new Slots();
            var wire = new DepthWire(slots);
            wire.readSnapshot(slots.add("ETHUSDT"), text);
            return wire.levels().bids().size();
        });
        READ.put(
                "binance/.*/exchange_info_response.json",
                text -> new sluice.venue.binance.market.wire.InstrumentWire(VENUE).read(text));
        READ.put("binance/.*/server_time_response.json", text -> AccountObjects.serverTime(Json.read(text)));
        READ.put("binance/spot/http_json/order_response.json", text -> binance.order(Json.read(text)));
        READ.put("binance/.*/all_orders_response.json", text -> binance.orders(Json.read(text)));
        READ.put("bybit/http_get_instruments_spot.*", text -> instruments(text, "spot"));
        READ.put("bybit/http_get_instruments_linear.*", text -> instruments(text, "linear"));
        READ.put("bybit/ws_orderbook_.*", text -> new BookWire(new Slots()).read(text));
        READ.put(
                "bybit/ws_public_trade.json",
                text -> ((StreamMessage.Prints) StreamWire.read(text.replace("trade.linear.", "publicTrade.")))
                        .prints());
        READ.put("bybit/ws_ticker_linear.json", text -> ((StreamMessage.Ticker) StreamWire.read(text)).markPx());
        READ.put("bybit/ws_subscription_failure.json", text -> ((StreamMessage.Answered) StreamWire.read(text)).text());
        READ.put(
                "bybit/http_get_wallet_balance.*",
                text -> sluice.venue.bybit.trade.reply.AccountObjects.balances(
                        Json.read(text).in("result").in("list")));
        READ.put("bybit/ws_account_wallet.*", text -> ((PrivateEvent.Held) bybit(text)).balances());
        READ.put("bybit/ws_account_position(_short)?.json", text -> ((PrivateEvent.Positioned) bybit(text)).rows());
    }

    /** The venue names the category, which some of the fixtures leave out. */
    private static Object instruments(String text, String category) {
        var named = Json.read(text).in("result").has("category")
                ? text
                : text.replaceFirst("\"list\"", "\"category\": \"" + category + "\", \"list\"");
        return new sluice.venue.bybit.market.wire.InstrumentWire(VENUE)
                .read(named)
                .instruments();
    }

    private static PrivateEvent bybit(String text) {
        var names = new SymbolNames(List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USDT-PERP")));
        var orders = new sluice.venue.bybit.trade.reply.OrderObjects(names);
        return new PrivateFrames(orders, new sluice.venue.bybit.trade.reply.AccountObjects(names)).read(text);
    }

    @TestFactory
    Stream<DynamicTest> everyFixtureIsReadOrNotOurs() throws IOException {
        var root = Shared.folder("data/fixtures/nautilus");
        var sources = sources();
        return Stream.of("binance", "bybit", "coinbase")
                .flatMap(venue -> files(root, venue))
                .map(file -> DynamicTest.dynamicTest(file, () -> check(root, file, sources)));
    }

    private static void check(Path root, String file, String sources) throws IOException {
        var reader = first(READ, file);
        if (reader.isPresent()) {
            var said = reader.orElseThrow().apply(Files.readString(root.resolve(file)));
            assertThat(said).isNotEqualTo(List.of()).isNotEqualTo(0).isNotEqualTo("");
        } else {
            var base = file.substring(file.lastIndexOf('/') + 1).replace(".json", "");
            assertThat(first(NOT_OURS, file).isPresent()
                            || Pattern.compile("(?<![a-z_])" + base + "(?![a-z_])")
                                    .matcher(sources)
                                    .find())
                    .as("it is read in a test, or there is a reason that it is not")
                    .isTrue();
        }
    }

    private static <T> Optional<T> first(Map<String, T> all, String file) {
        return all.entrySet().stream()
                .filter(entry -> file.matches(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The tests that look closer, which name their fixtures. */
    private static String sources() throws IOException {
        try (var all = Files.walk(Path.of("src/test/java/sluice/venue"))) {
            var text = new StringBuilder();
            for (var file :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }

    private static Stream<String> files(Path root, String venue) {
        try (var all = Files.walk(root.resolve(venue))) {
            return all
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
