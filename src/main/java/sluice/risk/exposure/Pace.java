package sluice.risk.exposure;

import java.util.HashMap;
import java.util.Map;
import sluice.market.VenueId;
import sluice.risk.limits.Limits;

/**
 * How fast orders have been going out: a token bucket for the desk and one for each venue, and the latest orders, to
 * tell repetition. Immutable; a passed intent returns the next one, and the caller keeps it.
 */
public final class Pace {

    private final Bucket desk;
    private final Map<VenueId, Bucket> venues;
    private final Recents recents;

    private Pace(Bucket desk, Map<VenueId, Bucket> venues, Recents recents) {
        this.desk = desk;
        this.venues = Map.copyOf(venues);
        this.recents = recents;
    }

    /** Full buckets, nothing sent. */
    public static Pace fresh(long nowNanos) {
        return new Pace(new Bucket(nowNanos), Map.of(), Recents.NONE);
    }

    /** After a cancel went to a venue: it counts, and it is never refused. */
    public Pace afterCancel(VenueId venue, Limits limits, long nowNanos) {
        return new Pace(desk.less(limits.rate().desk(), nowNanos), charged(venue, limits.rate(), nowNanos), recents);
    }

    /** After an order, or an amend, went to a venue; {@code likeness} is all that would make another its duplicate. */
    public Pace afterOrder(VenueId venue, Object likeness, Limits limits, long nowNanos) {
        var rate = limits.rate();
        var more = recents.plus(likeness, rate.duplicateWindowNanos(), nowNanos);
        return new Pace(desk.less(rate.desk(), nowNanos), charged(venue, rate, nowNanos), more);
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
