package sluice.shell.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.Failure;
import sluice.shell.Needs;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Known;

/** Lets a command run once what it needs is there, or says what is missing. */
record Gate(Session session) {

    /** For commands that show how far the venues are, a venue that takes longer is part of the answer. */
    private static final Duration MOMENT = Duration.ofSeconds(3);

    /** Between two looks at a book that is not there yet. */
    private static final Duration LOOK = Duration.ofMillis(10);

    /** Why the command cannot run; empty when it can. */
    Optional<Failure> blocks(Needs needs, ShellCommand command) {
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
            case READY -> missing(command);
        };
    }

    private Optional<Failure> missing(ShellCommand command) {
        var venues = command.venues();
        if (!session.desk().view().venues().keySet().containsAll(venues)) {
            var known = new Known(session.look());
            venues.forEach(known::venue);
        }
        var unready = unready(venues, session.manner().readyTimeout());
        var all = venues.isEmpty() ? session.desk().view().venues().size() : venues.size();
        var enough = venues.isEmpty() ? unready.size() < all : unready.isEmpty();
        if (enough || all == 0) {
            unready.forEach((venue, why) -> session.printer().note("Not ready: " + venue + ", " + why));
            command.priced().ifPresent(symbol -> awaitBooks(symbol, venues, unready.keySet()));
            return Optional.empty();
        }
        var told = unready.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + ")")
                .collect(Collectors.joining(", "));
        var message =
                "Not sent: not ready in " + session.manner().readyTimeout().toMillis() + " ms: " + told
                        + ". Try again when venues shows it ready.";
        return Optional.of(Failure.of("NOT_READY", message).retry(Answer.Retry.AFTER));
    }

    /**
     * In a run that is young a feed may only be beginning, which is no reason to refuse an order; later, a book that is
     * not there is. Once there is one of several books, the others have a moment more.
     */
    private void awaitBooks(Symbol symbol, List<VenueId> venues, Set<VenueId> unready) {
        var patience = session.manner().readyTimeout();
        if (session.age().compareTo(patience) > 0) {
            return;
        }
        var books = session.desk().books().stream()
                .filter(book -> book.symbol().equals(symbol) && !unready.contains(book.venue()))
                .filter(book -> venues.isEmpty() || venues.contains(book.venue()))
                .toList();
        var looks = patience.dividedBy(LOOK);
        for (var look = 0; look < looks; look++) {
            var missing = books.stream().filter(book -> book.read(1).isEmpty()).count();
            if (missing == 0 || missing < books.size() && look > MOMENT.dividedBy(LOOK)) {
                return;
            }
            session.pause(LOOK);
        }
    }

    private Map<VenueId, String> unready(List<VenueId> venues, Duration timeout) {
        var answer = session.ask(new Command.AwaitReady(venues, timeout));
        return answer instanceof Answer.Ready ready ? ready.unready() : Map.of();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
