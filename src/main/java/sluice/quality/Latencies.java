package sluice.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.PackedHistogram;
import sluice.market.VenueId;

/** How long each step took at each venue, as distributions by the hour, to two digits. Confined to one thread. */
final class Latencies {

    private static final int DIGITS = 2;
    private static final long LONGEST_NANOS = Duration.ofHours(1).toNanos();

    private final TreeMap<Instant, Map<VenueId, Map<Step, PackedHistogram>>> hours = new TreeMap<>();

    void add(StepTimer.Lap lap) {
        var nanos = Math.max(0, Math.min(lap.to().nanos() - lap.from().nanos(), LONGEST_NANOS));
        hours.computeIfAbsent(lap.to().at().truncatedTo(ChronoUnit.HOURS), hour -> new TreeMap<>())
                .computeIfAbsent(lap.venue(), first -> new TreeMap<>())
                .computeIfAbsent(lap.step(), first -> new PackedHistogram(DIGITS))
                .recordValue(nanos);
    }

    /** By venue and step, of the hours that may hold anything since then. */
    List<LatencyFigures> figures(Optional<Instant> since) {
        var sums = new TreeMap<VenueId, Map<Step, AbstractHistogram>>();
        var from = since.map(at -> at.truncatedTo(ChronoUnit.HOURS)).orElse(Instant.MIN);
        hours.tailMap(from)
                .values()
                .forEach(venues -> venues.forEach((venue, steps) ->
                        steps.forEach((step, histogram) -> sums.computeIfAbsent(venue, first -> new TreeMap<>())
                                .computeIfAbsent(step, first -> new PackedHistogram(DIGITS))
                                .add(histogram))));
        var figures = new ArrayList<LatencyFigures>();
        sums.forEach((venue, steps) ->
                steps.forEach((step, histogram) -> figures.add(LatencyFigures.of(venue, step, histogram))));
        return figures;
    }
}
