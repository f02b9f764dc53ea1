package sluice.shell.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Flatten;
import sluice.engine.view.Inventory.Held;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.Failure;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.words.Known;

/** {@code flatten}: says what it is about to do, and asks where somebody can be asked. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  flatten BTC-USDT", "  flatten BTC-USDT --venue binance"})
final class FlattenCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "SYMBOL", description = "Whose position is to be closed.")
    private Symbol symbol;

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only what is held there.")
    private Optional<VenueId> venue = Optional.empty();

    FlattenCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<VenueId> venues() {
        return venue.stream().toList();
    }

    @Override
    public void check() {
        var known = new Known(session.look());
        known.listings(symbol);
        known.venue(venue);
    }

    @Override
    public Outcome run() {
        check();
        var held = Valuation.inventory(session.look()).of(symbol).stream()
                .filter(each -> each.closable().isPositive()
                        && venue.filter(id -> !id.equals(each.place().venue())).isEmpty())
                .toList();
        held.forEach(each -> session.printer().note("To flatten: " + preview(each)));
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var isPrompt = session.manner().isPrompt();
        if (isPrompt && !held.isEmpty() && !session.confirms("Go on?")) {
            return Outcome.failed(ExitStatus.REFUSED, Failure.of("DECLINED", "Nothing was sent."));
        }
        var stopped = isPrompt || held.isEmpty() ? Optional.<Outcome>empty() : stopped(held);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var answer = session.ask(new Flatten(symbol, venue, session.origin()));
        return answer instanceof Answer.Placed placed
                ? Placement.told(session, placed.order())
                : Outcome.refused("Not sent", answer);
    }

    private Optional<Outcome> stopped(List<Held> held) {
        var qty = held.stream().map(each -> each.closable().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Confirmation(session).stops("flatten " + symbol, symbol, qty, Optional.empty());
    }

    private static String preview(Held held) {
        var verb = held.netQty().isPositive() ? "sell " : "buy ";
        return verb + held.closable() + " " + held.place();
    }
}
