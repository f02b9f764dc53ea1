package sluice.net.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.market.Stamp;
import sluice.venue.LinkHealth;

/**
 * A venue's request limits, and what is left of them. Confined to its session.
 *
 * <ol>
 *   <li>The venue never counts more than a limit allows in any of its windows, as long as a request arrives within
 *       {@code slack} and nobody else spends from the same limit.
 *   <li>Its own count is believed where it is higher than ours, never where it is lower.
 *   <li>Queries and new orders leave a share of the weight and of the requests to cancels, new orders also one to
 *       queries. Limits on orders are for new orders alone, and those of a group of endpoints for that group.
 *   <li>After a 429 nothing leaves before its time is over.
 *   <li>Who is told to wait until a time may go then, if nobody else went meanwhile.
 * </ol>
 *
 * <p>Windows are the venue's, so its clock counts; offsets come from {@code ClockOffset}.
 */
public final class Throttle {

    private final Settings settings;
    private List<Gauge> gauges = List.of();
    private long penaltyNanos;
    private boolean penalised;

    public Throttle(List<Limit> limits, Settings settings) {
        this.settings = settings;
        adopt(limits);
    }

    /**
     * @param forCancels share that queries and new orders leave alone
     * @param forQueries share that new orders leave alone besides
     * @param slack how long a request may be on its way, and how far the venue's clock may be off what we think
     */
    public record Settings(double forCancels, double forQueries, Duration slack) {

        public static final Settings STANDARD = new Settings(0.30, 0.10, Duration.ofMillis(250));
    }

    private record Gauge(Limit limit, Usage usage) {

        boolean keeps(Limit next) {
            return limit.name().equals(next.name())
                    && limit.window().equals(next.window())
                    && limit.aligned() == next.aligned();
        }

        LinkHealth.Budget budget(Stamp now, Duration offset) {
            int used = usage.used(at(now, offset));
            return new LinkHealth.Budget(
                    limit.name(), Math.max(0, limit.capacity() - used), (double) used / limit.capacity());
        }

        long at(Stamp now, Duration offset) {
            var venue = now.at().plus(offset);
            return limit.aligned() ? venue.getEpochSecond() * 1_000_000_000L + venue.getNano() : now.nanos();
        }
    }

    /** Takes over the limits a venue publishes; what is counted against one already known is kept. */
    public void adopt(List<Limit> limits) {
        var adopted = new ArrayList<Gauge>();
        for (var limit : limits) {
            var usage = gauges.stream()
                    .filter(gauge -> gauge.keeps(limit))
                    .findFirst()
                    .map(Gauge::usage)
                    .orElseGet(() -> usage(limit));
            adopted.add(new Gauge(limit, usage));
        }
        gauges = List.copyOf(adopted);
    }

    /** Whether a request may leave; one that may is counted. */
    public Verdict ask(Lane lane, Cost cost, Stamp now, Duration offset) {
        if (isPenalised(now)) {
            return new Verdict.WaitUntil(penaltyNanos, "the venue asked for a pause");
        }
        long wait = 0;
        var fullest = "";
        for (var gauge : gauges) {
            var limit = gauge.limit();
            int count = cost.of(limit);
            int capacity = capacity(limit, lane);
            if (count > capacity) {
                return new Verdict.Refused("costs " + count + ", over the " + capacity + " of " + limit.name());
            }
            long at = gauge.at(now, offset);
            long fits = count == 0 ? at : gauge.usage().whenFits(count, capacity, at);
            if (fits - at > wait) {
                wait = fits - at;
                fullest = limit.name();
            }
        }
        if (wait > 0) {
            return new Verdict.WaitUntil(now.nanos() + wait, fullest + " is used up");
        }
        gauges.forEach(gauge -> gauge.usage().add(cost.of(gauge.limit()), gauge.at(now, offset)));
        return new Verdict.Go();
    }

    /**
     * Takes the venue's own count, as a reply's header gave it.
     *
     * @param took how long the reply took
     */
    public void observe(String limit, int used, Duration took, Stamp now, Duration offset) {
        for (var gauge : gauges) {
            if (gauge.limit().name().equals(limit)) {
                long heard = gauge.at(now, offset);
                gauge.usage().observe(used, heard - took.toNanos(), heard);
            }
        }
    }

    /** A 429: all lanes pause. */
    public void penalise(Duration retryAfter, Stamp now) {
        long until = now.nanos() + retryAfter.toNanos();
        penaltyNanos = penalised ? Math.max(penaltyNanos, until) : until;
        penalised = true;
    }

    /** The limit that is used most. */
    public LinkHealth.Budget budget(Stamp now, Duration offset) {
        return gauges.stream()
                .map(gauge -> gauge.budget(now, offset))
                .max(Comparator.comparingDouble(LinkHealth.Budget::used))
                .orElse(LinkHealth.Budget.UNLIMITED);
    }

    private boolean isPenalised(Stamp now) {
        penalised &= now.nanos() < penaltyNanos;
        return penalised;
    }

    private int capacity(Limit limit, Lane lane) {
        if (limit.counts() == Limit.Counts.ORDERS || limit.isOfAGroup()) {
            return limit.capacity();
        }
        var left = switch (lane) {
            case CANCEL -> 0;
            case QUERY -> settings.forCancels();
            case NEW -> settings.forCancels() + settings.forQueries();
        };
        return limit.capacity() - (int) Math.ceil(limit.capacity() * left);
    }

    private Usage usage(Limit limit) {
        long slack = settings.slack().toNanos();
        return limit.aligned() ? new AlignedUsage(limit.window(), slack) : new SlidingUsage(limit.window(), slack);
    }
}
