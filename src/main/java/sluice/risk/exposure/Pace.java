package sluice.risk.exposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.market.VenueId;
import sluice.risk.limits.Limits;

/**
 * How fast orders have been going out: a token bucket for the desk and one for each venue, and the latest orders, to
 * tell repetition. Immutable; a passed intent returns the next one, and the caller keeps it.
 */
public record Pace(Bucket desk, Map<VenueId, Bucket> venues, List<Recent> recents) {

    /** An order that went out, in all that makes another one its duplicate. */
    public record Recent(Object likeness, long atNanos) {}

    public Pace {
        venues = Map.copyOf(venues);
        recents = List.copyOf(recents);
    }

    /** Full buckets, nothing sent. */
    public static Pace fresh(long nowNanos) {
        return new Pace(new Bucket(nowNanos), Map.of(), List.of());
    }

    /** After a cancel went to a venue: it counts, and it is never refused. */
    public Pace afterCancel(VenueId venue, Limits limits, long nowNanos) {
        return new Pace(desk.less(limits.rate().desk(), nowNanos), charged(venue, limits.rate(), nowNanos), recents);
    }

    /** After an order, or an amend, went to a venue; {@code likeness} is all that would make another its duplicate. */
    public Pace afterOrder(VenueId venue, Object likeness, Limits limits, long nowNanos) {
        var rate = limits.rate();
        var kept = new ArrayList<Recent>();
        for (var recent : recents) {
            if (nowNanos - recent.atNanos() < rate.duplicateWindowNanos()) {
                kept.add(recent);
            }
        }
        kept.add(new Recent(likeness, nowNanos));
        return new Pace(desk.less(rate.desk(), nowNanos), charged(venue, rate, nowNanos), kept);
    }

    public Bucket of(VenueId venue, long nowNanos) {
        return venues.getOrDefault(venue, new Bucket(nowNanos));
    }

    /** How many of the same likeness went out within the window. */
    public int alike(Object likeness, Limits.Rate rate, long nowNanos) {
        var count = 0;
        for (var recent : recents) {
            if (nowNanos - recent.atNanos() < rate.duplicateWindowNanos()
                    && recent.likeness().equals(likeness)) {
                count++;
            }
        }
        return count;
    }

    private Map<VenueId, Bucket> charged(VenueId venue, Limits.Rate rate, long nowNanos) {
        var charged = new HashMap<>(venues);
        charged.put(venue, of(venue, nowNanos).less(rate.venue(), nowNanos));
        return charged;
    }
}
