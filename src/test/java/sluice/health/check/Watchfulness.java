package sluice.health.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import sluice.health.check.SimulatedTraffic.Trader;

/**
 * How soon changes are seen at several paces, and how often there are none, a line a seed: {@code Watchfulness FIRST
 * COUNT DAYS}; no days look at changes.
 */
final class Watchfulness {

    private static final int RAMP = 20;
    private static final int LONGEST = 1_800;

    private Watchfulness() {}

    public static void main(String[] args) {
        var first = Long.parseLong(args[0]);
        var days = Long.parseLong(args[2]);
        LongStream.range(first, first + Long.parseLong(args[1])).forEach(seed -> {
            if (days > 0) {
                clean(seed, days);
                return;
            }
            seen("ramp", seed, (traffic, second) -> traffic.slows(1 + 0.5 * Math.min(1, second / (double) RAMP)));
            seen("fade", seed, (traffic, second) -> traffic.fades(0.2));
        });
    }

    private static Map<Integer, Trader> traders() {
        var traders = new LinkedHashMap<Integer, Trader>();
        Stream.of(System.getProperty("paces", "1,2,5,15,60,86400").split(","))
                .map(Integer::valueOf)
                .forEach(pace -> traders.put(pace, new Trader(Duration.ofSeconds(pace))));
        return traders;
    }

    private static void clean(long seed, long days) {
        var traders = traders();
        new SimulatedTraffic(seed, List.copyOf(traders.values())).runs(Duration.ofDays(days));
        traders.forEach((pace, trader) -> System.out.println("clean " + seed + " every " + pace + " s: "
                + trader.raised().stream()
                        .map(notice -> notice.at() + " " + notice.text())
                        .toList()));
    }

    /** Seconds from the beginning of the change on, by pace. */
    private static void seen(String what, long seed, BiConsumer<SimulatedTraffic, Integer> change) {
        var traders = traders();
        var traffic = new SimulatedTraffic(seed, List.copyOf(traders.values())).runs(Duration.ofHours(2));
        var before = new LinkedHashMap<Integer, Integer>();
        traders.forEach((pace, trader) -> before.put(pace, trader.raised().size()));
        var seen = new LinkedHashMap<Integer, Integer>();
        for (int i = 1; i <= LONGEST; i++) {
            var second = i;
            change.accept(traffic, second);
            traffic.runs(Duration.ofSeconds(1));
            traders.entrySet().stream()
                    .filter(each -> each.getValue().raised().size() > before.getOrDefault(each.getKey(), 0))
                    .forEach(each -> seen.putIfAbsent(each.getKey(), second));
        }
        System.out.println(what + " " + seed + " before " + before + " seen " + seen);
    }
}
