package sluice.health.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sluice.health.check.SimulatedTraffic.Trader;

/** How soon changes are seen, and how often there are none: {@code Watchfulness FIRST COUNT DAYS}. */
final class Watchfulness {

    private static final List<Duration> PACES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(60));

    private Watchfulness() {}

    public static void main(String[] args) {
        var first = Long.parseLong(args[0]);
        var count = Long.parseLong(args[1]);
        var days = Long.parseLong(args[2]);
        for (long seed = first; seed < first + count; seed++) {
            if (days > 0) {
                clean(seed, days);
            } else {
                seen(seed);
            }
        }
    }

    private static List<Trader> traders() {
        return PACES.stream().map(Trader::new).toList();
    }

    private static void clean(long seed, long days) {
        var traders = traders();
        new SimulatedTraffic(seed, traders).runs(Duration.ofDays(days));
        for (int i = 0; i < traders.size(); i++) {
            System.out.println("clean " + seed + " " + PACES.get(i) + " "
                    + traders.get(i).raised().stream()
                            .map(n -> n.at() + " " + n.text())
                            .collect(Collectors.toList()));
        }
    }

    private static void seen(long seed) {
        for (var what : List.of("ramp", "fade")) {
            var traders = traders();
            var traffic = new SimulatedTraffic(seed, traders).runs(Duration.ofHours(2));
            var before = traders.stream().map(t -> t.raised().size()).toList();
            var seen = new ArrayList<String>();
            PACES.forEach(p -> seen.add("-"));
            for (int s = 1; s <= 1800; s++) {
                if (what.equals("ramp")) {
                    traffic.slows(1 + 0.5 * Math.min(1, s / 20.0));
                } else {
                    traffic.fades(0.2);
                }
                traffic.runs(Duration.ofSeconds(1));
                for (int i = 0; i < PACES.size(); i++) {
                    if (seen.get(i).equals("-") && traders.get(i).raised().size() > before.get(i)) {
                        seen.set(i, s + "");
                    }
                }
            }
            System.out.println(what + " " + seed + " before " + before + " seen " + seen);
        }
    }
}
