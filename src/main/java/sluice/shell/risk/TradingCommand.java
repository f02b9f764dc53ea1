package sluice.shell.risk;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.engine.Answer;
import sluice.engine.Command.SetTrading;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.desk.TradingReport;
import sluice.risk.exposure.TradingState;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;

/** {@code halt}, {@code reduce} and {@code resume}: for everything, or for one venue or symbol. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  halt --reason \"news\"", "  reduce --symbol BTC-USDT", "  resume --reason \"checked by hand\""})
final class TradingCommand implements ShellCommand {

    private final Session session;
    private final TradingState state;

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only there.")
    private Optional<VenueId> venue = Optional.empty();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only that, wherever it trades.")
    private Optional<Symbol> symbol = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the journal; a kill is not resumed without.")
    private String reason = "";

    TradingCommand(Session session, TradingState state) {
        this.session = session;
        this.state = state;
    }

    @Override
    public void check() {
        if (venue.isPresent() && symbol.isPresent()) {
            throw new UnusableInputException("give --venue or --symbol, not both");
        }
        var known = new Known(session.look());
        known.venue(venue);
        known.symbol(symbol);
    }

    @Override
    public Outcome run() {
        check();
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var scope = venue.map(Scope::of).or(() -> symbol.map(Scope::of)).orElse(Scope.GLOBAL);
        var answer = session.ask(new SetTrading(scope, state, reason, session.origin()));
        return answer instanceof Answer.TradingSet set
                ? Outcome.done(new TradingReport(set.scope(), set.state()))
                : Outcome.refused(answer);
    }
}
