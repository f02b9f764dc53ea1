package sluice.shell.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.market.VenueId;
import sluice.report.Failure;
import sluice.shell.Needs;
import sluice.shell.Session;

/** Lets a command run once what it needs is there, or says what is missing. */
record Gate(Session session) {

    /** For commands that show how far the venues are, a venue that takes longer is part of the answer. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    /** Why the command cannot run; empty when it can. */
    Optional<Failure> blocks(Needs needs, List<VenueId> venues) {
        return switch (needs) {
            case NOTHING -> Optional.empty();
            case DESK -> {
                session.desk();
                yield Optional.empty();
            }
            case SETTLED -> {
                unready(List.of(), shorter(MOMENT, session.manner().readyTimeout()));
                yield Optional.empty();
            }
            case READY -> missing(venues);
        };
    }

    private Optional<Failure> missing(List<VenueId> venues) {
        var unready = unready(venues, session.manner().readyTimeout());
        var all = venues.isEmpty() ? session.desk().view().venues().size() : venues.size();
        var enough = venues.isEmpty() ? unready.size() < all : unready.isEmpty();
        if (enough || all == 0) {
            unready.forEach((venue, why) -> session.printer().note("Not ready: " + venue + ", " + why));
            return Optional.empty();
        }
        var told = unready.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        var message =
                "Not sent: not ready in " + session.manner().readyTimeout().toMillis() + " ms: " + told;
        return Optional.of(Failure.of("NOT_READY", message).retry(Answer.Retry.AFTER));
    }

    private Map<VenueId, String> unready(List<VenueId> venues, Duration timeout) {
        var answer = session.ask(new Command.AwaitReady(venues, timeout));
        return answer instanceof Answer.Ready ready ? ready.unready() : Map.of();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
