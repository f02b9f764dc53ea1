package sluice.dash.pane;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sluice.engine.view.VenueView;
import sluice.market.VenueId;
import sluice.risk.exposure.TradingState;
import sluice.venue.LinkHealth;

/** Whether new orders may go to a venue, and what keeps them away if not. Immutable. */
public record VenueStatus(String word, Optional<Duration> left, boolean isOurs) {

    private static final VenueStatus READY = new VenueStatus("ready", Optional.empty(), false);

    static VenueStatus of(Sight sight, VenueId id, VenueView venue) {
        var banned = banned(sight, venue);
        if (banned.isPresent()) {
            return new VenueStatus(
                    "BANNED", banned.map(until -> sight.since(until).negated()), false);
        }
        if (!venue.unready().isEmpty()) {
            return new VenueStatus("NOT READY", Optional.empty(), false);
        }
        var trading = sight.view().risk().states().venues().getOrDefault(id, TradingState.ACTIVE);
        return trading == TradingState.ACTIVE ? READY : new VenueStatus(trading.name(), Optional.empty(), true);
    }

    private static Optional<Instant> banned(Sight sight, VenueView venue) {
        return venue.link()
                .flatMap(LinkHealth::bannedUntil)
                .filter(until -> until.isAfter(sight.now().at()));
    }

    boolean isReady() {
        return equals(READY);
    }

    /** How many venues stand how, those that are ready apart; nothing where all are. */
    public static String away(Sight sight) {
        var counts = new TreeMap<String, Long>(counts(sight));
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var words = counts.entrySet().stream()
                .map(each -> counts.size() == 1 ? each.getKey() : each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return all == 0 ? "" : all + (all == 1 ? " venue " : " venues ") + (counts.size() == 1 ? "" : "away: ") + words;
    }

    private static Map<String, Long> counts(Sight sight) {
        return sight.view().venues().entrySet().stream()
                .map(each -> of(sight, each.getKey(), each.getValue()))
                .filter(status -> !status.isReady())
                .collect(Collectors.groupingBy(VenueStatus::word, Collectors.counting()));
    }
}
