package sluice.bench.scale;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How one venue says it. Immutable. */
interface Words {

    String symbol(String base);

    /** The reply to a public request, if it is one: {@code updates} numbers the snapshot of a book. */
    Optional<String> reply(String url, List<String> bases, Market market);

    /** A whole book as the stream brings it; empty where it is asked for. */
    Optional<String> snapshot(String base, List<Tape.Level> levels, long update, long sequence);

    String changes(String base, List<Tape.Level> levels, long update, long sequence);

    String trade(String base, long update, long sequence);

    /** The answer to a frame that asks for no book. */
    Optional<String> answer(String frame, List<String> bases);

    /** What a snapshot is made of. */
    interface Market {

        List<Tape.Level> levels(String base);

        long update(String base);
    }

    static String side(List<Tape.Level> levels, boolean isBid) {
        return levels.stream()
                .filter(level -> level.isBid() == isBid)
                .map(level -> "[\"" + level.pxText() + "\",\"" + level.qtyText() + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** Binance spot. */
    record Binance() implements Words {

        @Override
        public String symbol(String base) {
            return base + "USDT";
        }

        @Override
        public Optional<String> reply(String url, List<String> bases, Market market) {
            if (url.contains("/exchangeInfo")) {
                return Optional.of(bases.stream()
                        .map(
                                base -> "{\"symbol\":\"" + symbol(base) + "\",\"status\":\"TRADING\",\"baseAsset\":\""
                                        + base
                                        + "\",\"quoteAsset\":\"USDT\",\"filters\":["
                                        + "{\"filterType\":\"PRICE_FILTER\",\"tickSize\":\"0.01\"},{\"filterType\":\"LOT_SIZE\","
                                        + "\"minQty\":\"0.00001\",\"maxQty\":\"9000\",\"stepSize\":\"0.00001\"},"
                                        + "{\"filterType\":\"NOTIONAL\",\"minNotional\":\"5\",\"maxNotional\":\"9000000\"}]}")
                        .collect(Collectors.joining(",", "{\"symbols\":[", "]}")));
            }
            if (url.contains("/account?")) {
                return Optional.of("{\"commissionRates\":{\"maker\":\"0.001\",\"taker\":\"0.001\",\"buyer\":\"0\","
                        + "\"seller\":\"0\"},\"balances\":[{\"asset\":\"USDT\",\"free\":\"1000000000\","
                        + "\"locked\":\"0\"}]}");
            }
            if (!url.contains("/depth")) {
                return Optional.empty();
            }
            var base = url.replaceFirst(".*symbol=(.*)USDT.*", "$1");
            var levels = market.levels(base);
            return Optional.of("{\"lastUpdateId\":" + market.update(base) + ",\"bids\":" + side(levels, true)
                    + ",\"asks\":" + side(levels, false) + "}");
        }

        @Override
        public Optional<String> snapshot(String base, List<Tape.Level> levels, long update, long sequence) {
            return Optional.empty();
        }

        @Override
        public String changes(String base, List<Tape.Level> levels, long update, long sequence) {
            return "{\"stream\":\"" + symbol(base).toLowerCase(Locale.ROOT)
                    + "@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1767225600000,\"s\":\"" + symbol(base)
                    + "\",\"U\":" + update + ",\"u\":" + update + ",\"b\":" + side(levels, true) + ",\"a\":"
                    + side(levels, false) + "}}";
        }

        @Override
        public String trade(String base, long update, long sequence) {
            return "{\"stream\":\"" + symbol(base).toLowerCase(Locale.ROOT)
                    + "@trade\",\"data\":{\"e\":\"trade\",\"E\":1767225600000,\"s\":\"" + symbol(base) + "\",\"t\":"
                    + update + ",\"p\":\"60000.00\",\"q\":\"0.01\",\"T\":1767225600000,\"m\":true,\"M\":true}}";
        }

        @Override
        public Optional<String> answer(String frame, List<String> bases) {
            return Optional.of(bases.stream()
                    .map(base -> "\"" + symbol(base).toLowerCase(Locale.ROOT) + "@depth@100ms\"")
                    .collect(Collectors.joining(",", "{\"result\":[", "],\"id\":1}")));
        }
    }

    /** Bybit spot. */
    record Bybit() implements Words {

        @Override
        public String symbol(String base) {
            return base + "USDT";
        }

        @Override
        public Optional<String> reply(String url, List<String> bases, Market market) {
            var isSpot = url.contains("category=spot");
            var rows = (isSpot ? bases : List.<String>of())
                    .stream()
                            .map(base -> "{\"symbol\":\"" + symbol(base) + "\",\"baseCoin\":\"" + base
                                    + "\",\"quoteCoin\":\"USDT\",\"status\":\"Trading\",\"lotSizeFilter\":"
                                    + "{\"basePrecision\":\"0.00001\",\"minOrderAmt\":\"5\"},"
                                    + "\"priceFilter\":{\"tickSize\":\"0.01\"}}")
                            .collect(Collectors.joining(",", "[", "]"));
            return Optional.of("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\""
                    + (isSpot ? "spot" : "linear") + "\",\"list\":" + rows + ",\"nextPageCursor\":\"\"}}");
        }

        @Override
        public Optional<String> snapshot(String base, List<Tape.Level> levels, long update, long sequence) {
            return Optional.of(book("snapshot", base, levels, update));
        }

        @Override
        public String changes(String base, List<Tape.Level> levels, long update, long sequence) {
            return book("delta", base, levels, update);
        }

        private String book(String type, String base, List<Tape.Level> levels, long update) {
            return "{\"topic\":\"orderbook.1000." + symbol(base) + "\",\"type\":\"" + type
                    + "\",\"ts\":1767225600000,\"data\":{\"s\":\"" + symbol(base) + "\",\"b\":" + side(levels, true)
                    + ",\"a\":" + side(levels, false) + ",\"u\":" + update + ",\"seq\":" + (753_843_900_000L + update)
                    + "},\"cts\":1767225599999}";
        }

        @Override
        public String trade(String base, long update, long sequence) {
            return "{\"topic\":\"publicTrade." + symbol(base)
                    + "\",\"type\":\"snapshot\",\"ts\":1767225600000,\"data\":[{\"T\":1767225600000,\"s\":\""
                    + symbol(base)
                    + "\",\"S\":\"Buy\",\"v\":\"0.001\",\"p\":\"60000.00\",\"i\":\"" + update + "\",\"BT\":false}]}";
        }

        @Override
        public Optional<String> answer(String frame, List<String> bases) {
            return frame.contains("\"ping\"")
                    ? Optional.of("{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"1\",\"op\":\"ping\"}")
                    : Optional.empty();
        }
    }

    /** Coinbase Advanced Trade. */
    record Coinbase() implements Words {

        @Override
        public String symbol(String base) {
            return base + "-USDT";
        }

        @Override
        public Optional<String> reply(String url, List<String> bases, Market market) {
            return Optional.of(bases.stream()
                    .map(base -> "{\"product_id\":\"" + symbol(base)
                            + "\",\"product_type\":\"SPOT\",\"status\":\"online\",\"base_currency_id\":\"" + base
                            + "\",\"quote_currency_id\":\"USDT\",\"price_increment\":\"0.01\","
                            + "\"base_increment\":\"0.00001\",\"base_min_size\":\"0.00001\",\"base_max_size\":\"9000\","
                            + "\"quote_min_size\":\"1\",\"quote_max_size\":\"9000000\",\"alias\":\"\"}")
                    .collect(Collectors.joining(",", "{\"products\":[", "]}")));
        }

        @Override
        public Optional<String> snapshot(String base, List<Tape.Level> levels, long update, long sequence) {
            return Optional.of(depth("snapshot", base, levels, sequence));
        }

        @Override
        public String changes(String base, List<Tape.Level> levels, long update, long sequence) {
            return depth("update", base, levels, sequence);
        }

        private String depth(String type, String base, List<Tape.Level> levels, long sequence) {
            return levels.stream()
                    .map(level -> "{\"side\":\"" + (level.isBid() ? "bid" : "offer")
                            + "\",\"event_time\":\"2026-01-01T00:00:00.170326Z\",\"price_level\":\"" + level.pxText()
                            + "\",\"new_quantity\":\"" + level.qtyText() + "\"}")
                    .collect(Collectors.joining(
                            ",",
                            head("l2_data", sequence) + "\"type\":\"" + type + "\",\"product_id\":\"" + symbol(base)
                                    + "\",\"updates\":[",
                            "]}]}"));
        }

        @Override
        public String trade(String base, long update, long sequence) {
            return head("market_trades", sequence) + "\"type\":\"update\",\"trades\":[{\"trade_id\":\"" + update
                    + "\",\"product_id\":\"" + symbol(base)
                    + "\",\"price\":\"60000.00\",\"size\":\"0.01\",\"side\":\"BUY\",\"time\":\"2026-01-01T00:00:00.170326Z\"}]}]}";
        }

        private static String head(String channel, long sequence) {
            return "{\"channel\":\"" + channel + "\",\"client_id\":\"\","
                    + "\"timestamp\":\"2026-01-01T00:00:00.228568804Z\",\"sequence_num\":" + sequence
                    + ",\"events\":[{";
        }

        @Override
        public Optional<String> answer(String frame, List<String> bases) {
            return Optional.empty();
        }
    }

    /** The bases of all instruments. */
    static List<String> bases(int instruments) {
        return IntStream.range(0, instruments)
                .mapToObj(i -> i == 0 ? "BTC" : "X" + (1000 + i))
                .toList();
    }
}
