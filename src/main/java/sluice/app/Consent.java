package sluice.app;

import java.util.stream.Collectors;
import sluice.app.venue.VenueConfig;
import sluice.report.Failure;
import sluice.report.Printer;
import sluice.shell.ExitStatus;
import sluice.shell.UnableToRunException;

/** The word an operator types before a desk that trades real money is started. */
final class Consent {

    private static final String WORD = "live";

    private Consent() {}

    /** Returns when it was given. */
    static void to(Start start, Printer printer) {
        if (start.options().has(Options.Flag.YES)) {
            return;
        }
        var venues = start.config().venues().stream().map(VenueConfig::name).collect(Collectors.joining(", "));
        var console = System.console();
        if (console == null) {
            throw refusal(
                    "Real orders need a word typed at a terminal, and there is none here. Add --yes to go without.");
        }
        printer.note("Real orders, real money, at " + (venues.isEmpty() ? "no venue yet" : venues) + ".");
        var typed = console.readLine("Type %s to go on: ", WORD);
        if (typed == null || !typed.strip().equals(WORD)) {
            throw refusal("Not started: the word was not typed.");
        }
    }

    private static UnableToRunException refusal(String message) {
        return new UnableToRunException(ExitStatus.CONFIGURATION, Failure.of("UNCONFIRMED", message));
    }
}
