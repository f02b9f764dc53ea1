package sluice.venue.coinbase.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import sluice.venue.coinbase.market.Recording.Line;

/** Throws a connection's messages: a snapshot of each product, then changes with other channels in between. */
final class FrameDice {

    private final Random random;
    private final List<TreeMap<Integer, Integer>> bids = List.of(new TreeMap<>(), new TreeMap<>());
    private final List<TreeMap<Integer, Integer>> asks = List.of(new TreeMap<>(), new TreeMap<>());
    private long sequence;

    FrameDice(long seed) {
        random = new Random(seed);
    }

    Recording recording(int messages) {
        var lines = new ArrayList<Line>();
        lines.add(Line.recv(subscriptions()));
        lines.add(Line.recv(frame(List.of(snapshot(0)))));
        lines.add(Line.recv(frame(List.of(snapshot(1)))));
        for (int i = 0; i < messages; i++) {
            lines.add(Line.recv(random.nextInt(5) == 0 ? heartbeat() : updates()));
        }
        return new Recording(lines);
    }

    /** The frame of a snapshot, as a subscription begins with. */
    String restated(int product) {
        return frame(List.of(snapshot(product)));
    }

    String updates() {
        var events = new ArrayList<String>();
        events.add(update(random.nextInt(2)));
        if (random.nextInt(4) == 0) {
            events.add(update(random.nextInt(2)));
        }
        return frame(events);
    }

    String heartbeat() {
        return "{\"channel\":\"heartbeats\",\"timestamp\":\"2026-11-01T00:00:01Z\",\"sequence_num\":" + sequence++
                + ",\"events\":[{\"current_time\":\"2026-11-01 00:00:01 +0000 UTC m=+1\",\"heartbeat_counter\":7}]}";
    }

    private String subscriptions() {
        return "{\"channel\":\"subscriptions\",\"client_id\":\"\",\"timestamp\":\"2026-11-01T00:00:00Z\","
                + "\"sequence_num\":" + sequence++ + ",\"events\":[{\"subscriptions\":{\"level2\":[\"A-USD\"]}}]}";
    }

    private String frame(List<String> events) {
        return "{\"channel\":\"l2_data\",\"client_id\":\"\",\"timestamp\":\"2026-11-01T00:00:00.2Z\",\"sequence_num\":"
                + sequence++ + ",\"events\":[" + String.join(",", events) + "]}";
    }

    private String snapshot(int product) {
        bids.get(product).clear();
        asks.get(product).clear();
        for (int i = 0; i < 30; i++) {
            bids.get(product).put(9_999 - random.nextInt(100), 1 + random.nextInt(50));
            asks.get(product).put(10_001 + random.nextInt(100), 1 + random.nextInt(50));
        }
        var levels = new ArrayList<String>();
        bids.get(product).forEach((px, qty) -> levels.add(level("bid", px, qty)));
        asks.get(product).forEach((px, qty) -> levels.add(level("offer", px, qty)));
        return event("snapshot", product, levels);
    }

    private String update(int product) {
        var levels = new ArrayList<String>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            boolean bid = random.nextBoolean();
            int px = bid ? 9_999 - random.nextInt(100) : 10_001 + random.nextInt(100);
            levels.add(level(bid ? "bid" : "offer", px, random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(50)));
        }
        return event("update", product, levels);
    }

    private static String event(String type, int product, List<String> levels) {
        return "{\"type\":\"" + type + "\",\"product_id\":\"" + (product == 0 ? "A-USD" : "B-USD") + "\",\"updates\":["
                + String.join(",", levels) + "]}";
    }

    private static String level(String side, int px, int qty) {
        return "{\"side\":\"" + side + "\",\"event_time\":\"2026-11-01T00:00:00.249Z\",\"price_level\":\"" + px / 100
                + "." + px % 100 / 10 + px % 10 + "\",\"new_quantity\":\"" + qty + "\"}";
    }
}
