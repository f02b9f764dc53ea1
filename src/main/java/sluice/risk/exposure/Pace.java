package sluice.risk.exposure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.market.VenueId;
import sluice.risk.limits.Limits;

/**
 * How fast orders have been going out: a token bucket for the desk, one for each venue and one for each tag, and the
 * latest orders, to tell repetition. Immutable; a passed intent returns the next one, and the caller keeps it.
 */
public final class Pace {

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Bucket desk;
    private final Map<VenueId, Bucket> venues;
    private final Map<String, Bucket> tags;
    private final Recents recents;
    private final Recents series;

    private Pace(Bucket desk, Map<VenueId, Bucket> venues, Map<String, Bucket> tags, Recents recents, Recents series) {
        this.desk = desk;
        this.venues = Map.copyOf(venues);
        this.tags = Map.copyOf(tags);
        this.recents = recents;
        this.series = series;
    }

    /** Full buckets, nothing sent. */
    public static Pace fresh(long nowNanos) {
        return new Pace(new Bucket(nowNanos), Map.of(), Map.of(), Recents.NONE, Recents.NONE);
    }

    /** After a cancel went to a venue: it counts, and it is never refused. */
    public Pace afterCancel(VenueId venue, Limits limits, long nowNanos) {
        return new Pace(
                desk.less(limits.rate().desk(), nowNanos),
                charged(venue, limits.rate(), nowNanos),
                tags,
                recents,
                series);
    }

    /** After an order, or an amend, went to a venue; {@code likeness} is all that would make another its duplicate. */
    public Pace afterOrder(VenueId venue, Object likeness, Limits limits, long nowNanos) {
        var rate = limits.rate();
        var more = recents.plus(likeness, rate.duplicateWindowNanos(), nowNanos);
        return new Pace(desk.less(rate.desk(), nowNanos), charged(venue, rate, nowNanos), tags, more, series);
    }

    /** And counted under its tag. */
    public Pace tagged(String tag, Limits limits, long nowNanos) {
        var charged = new HashMap<>(tags);
        charged.values().removeIf(bucket -> bucket.fullAtNanos() - nowNanos <= 0);
        charged.put(tag, of(tag, nowNanos).less(limits.tag().refill(), nowNanos));
        return new Pace(desk, venues, charged, recents, series);
    }

    /** And counted as one of those that follow each other for the same end. */
    public Pace inSeries(List<Object> keys, long nowNanos) {
        var more = series;
        for (var key : keys) {
            more = more.plus(key, SECOND_NANOS, nowNanos);
        }
        return new Pace(desk, venues, tags, recents, more);
    }

    /** How many of the series went out within a second. */
    public int inSeries(Object key, long nowNanos) {
        return series.alike(key, SECOND_NANOS, nowNanos);
    }

    public Bucket of(String tag, long nowNanos) {
        return tags.getOrDefault(tag, new Bucket(nowNanos));
    }

    public Bucket desk() {
        return desk;
    }

    public Bucket of(VenueId venue, long nowNanos) {
        return venues.getOrDefault(venue, new Bucket(nowNanos));
    }

    /** How many of the same likeness went out within the window. */
    public int alike(Object likeness, Limits.Rate rate, long nowNanos) {
        return recents.alike(likeness, rate.duplicateWindowNanos(), nowNanos);
    }

    private Map<VenueId, Bucket> charged(VenueId venue, Limits.Rate rate, long nowNanos) {
        var charged = new HashMap<>(venues);
        charged.put(venue, of(venue, nowNanos).less(rate.venue(), nowNanos));
        return charged;
    }
}
