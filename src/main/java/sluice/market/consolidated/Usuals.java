package sluice.market.consolidated;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import sluice.market.consolidated.MarketReading.Usual;

/**
 * What spread and depth usually are at each hour of the day, learned sample by sample. Confined to one thread.
 *
 * <p>Medians over about a week. An hour of which little is known is taken to be as all others, and while nothing is
 * known at all, nothing is unusual.
 */
public final class Usuals {

    /** Five minutes, at a sample a second. */
    private static final double ENOUGH = 300;

    /** What is left of a day's samples after another one. */
    private static final double KEPT = 6 / 7.0;

    private static final int ALL = -1;

    private Hour all = new Hour();
    private final Map<Integer, Hour> hours = new HashMap<>();

    /** The samples of one hour of the day. */
    private static final class Hour {

        private final Median spread;
        private final Median depth;
        private long day;

        Hour() {
            this(new Median(), new Median(), 0);
        }

        Hour(Median spread, Median depth, long day) {
            this.spread = spread;
            this.depth = depth;
            this.day = day;
        }

        static Hour of(String text) {
            var parts = text.split("\\|", -1);
            return new Hour(Median.of(parts[1]), Median.of(parts[2]), Long.parseLong(parts[0]));
        }

        String text() {
            return day + "|" + spread.text() + "|" + depth.text();
        }

        void learn(long today, double spreadBps, double near) {
            if (today != day) {
                spread.fade(KEPT);
                depth.fade(KEPT);
                day = today;
            }
            spread.learn(spreadBps);
            depth.learn(near);
        }

        boolean isKnown() {
            return spread.weight() >= ENOUGH && depth.weight() >= ENOUGH;
        }

        Usual usual() {
            return new Usual(spread.median(), depth.median());
        }
    }

    /**
     * What {@link #text} told.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static Usuals of(String text) {
        var usuals = new Usuals();
        try {
            for (var each : text.split("/")) {
                int equals = each.indexOf('=');
                int hour = Integer.parseInt(each.substring(0, equals));
                var learned = Hour.of(each.substring(equals + 1));
                if (hour == ALL) {
                    usuals.all = learned;
                } else {
                    usuals.hours.put(hour, learned);
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("these are no usual spreads and depths", e);
        }
        return usuals;
    }

    /** All that was learned, on one line. */
    public String text() {
        var text = new StringBuilder().append(ALL).append('=').append(all.text());
        hours.forEach(
                (hour, learned) -> text.append('/').append(hour).append('=').append(learned.text()));
        return text.toString();
    }

    public void learn(Instant at, double spreadBps, double depth) {
        var utc = at.atOffset(ZoneOffset.UTC);
        long today = utc.toLocalDate().toEpochDay();
        all.learn(today, spreadBps, depth);
        hours.computeIfAbsent(utc.getHour(), hour -> new Hour()).learn(today, spreadBps, depth);
    }

    public Usual at(Instant at) {
        var hour = hours.get(at.atOffset(ZoneOffset.UTC).getHour());
        if (hour != null && hour.isKnown()) {
            return hour.usual();
        }
        return all.isKnown() ? all.usual() : Usual.UNKNOWN;
    }
}
