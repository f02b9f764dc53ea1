package sluice.venue.binance.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A small market of the venue's kind: its frames, its snapshots, and the book that is right. */
final class DepthDice {

    private final TreeMap<Integer, Integer> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Integer, Integer> asks = new TreeMap<>();
    private final SplittableRandom random;
    private final String symbol;
    private long id = 1000;
    private int mid = 6_000_000;

    DepthDice(long seed, String symbol) {
        random = new SplittableRandom(seed);
        this.symbol = symbol;
        for (int i = 0; i < 200; i++) {
            bids.put(mid - 1 - random.nextInt(3000), 1 + random.nextInt(100_000));
            asks.put(mid + random.nextInt(3000), 1 + random.nextInt(100_000));
        }
    }

    long id() {
        return id;
    }

    String snapshot() {
        return "{\"lastUpdateId\":" + id + ",\"bids\":" + levels(bids) + ",\"asks\":" + levels(asks) + "}";
    }

    /** The next event, as a combined stream sends it. */
    String frame() {
        var someBids = new TreeMap<Integer, Integer>();
        var someAsks = new TreeMap<Integer, Integer>();
        mid += random.nextInt(9) - 4;
        List.copyOf(bids.headMap(mid, true).keySet()).forEach(px -> someBids.put(px, 0));
        List.copyOf(asks.headMap(mid, false).keySet()).forEach(px -> someAsks.put(px, 0));
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            int qty = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(100_000);
            int away = random.nextInt(3000);
            if (random.nextBoolean()) {
                someBids.put(mid - 1 - away, qty);
            } else {
                someAsks.put(mid + away, qty);
            }
        }
        change(bids, someBids);
        change(asks, someAsks);
        long first = id + 1;
        id += 1 + random.nextInt(20);
        return "{\"stream\":\"" + symbol.toLowerCase(Locale.ROOT)
                + "@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1760000000100,\"s\":\"" + symbol + "\",\"U\":"
                + first + ",\"u\":" + id + ",\"b\":" + levels(someBids) + ",\"a\":" + levels(someAsks) + "}}";
    }

    /** Canonical text of the right book. */
    String book() {
        var text = new StringBuilder();
        bids.forEach((px, qty) -> text.append("b " + plain(px, 2) + " " + plain(qty, 5) + "\n"));
        asks.forEach((px, qty) -> text.append("a " + plain(px, 2) + " " + plain(qty, 5) + "\n"));
        return text.toString();
    }

    /** Some frames, then a snapshot, then more frames, as a recording has them. */
    Recording recording(int before, int after) {
        List<Recording.Line> lines = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            lines.add(recv(frame()));
        }
        lines.add(http(snapshot()));
        for (int i = 0; i < after; i++) {
            lines.add(recv(frame()));
        }
        return new Recording(lines);
    }

    Recording.Line recv(String frame) {
        return new Recording.Line("recv", "ws", "", frame);
    }

    Recording.Line http(String body) {
        return new Recording.Line(
                "http", "rest", "https://api.binance.com/api/v3/depth?symbol=" + symbol + "&limit=1000", body);
    }

    private static void change(Map<Integer, Integer> side, Map<Integer, Integer> changes) {
        changes.forEach((px, qty) -> {
            if (qty == 0) {
                side.remove(px);
            } else {
                side.put(px, qty);
            }
        });
    }

    private static String levels(Map<Integer, Integer> side) {
        var levels = new StringJoiner(",", "[", "]");
        side.forEach((px, qty) -> levels.add("[\"" + padded(px, 2) + "\",\"" + padded(qty, 5) + "\"]"));
        return levels.toString();
    }

    private static String padded(long value, int scale) {
        return BigDecimal.valueOf(value, scale).setScale(8).toPlainString();
    }

    private static String plain(long value, int scale) {
        return BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
    }
}
