package sluice.shell.market;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.market.Tape;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.market.TapeReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.AtVenue;
import sluice.shell.words.Known;

/** {@code tape}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  tape BTC-USDT", "  tape BTC-USDT --venue bybit --last 100"})
final class TapeCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "SYMBOL", description = "As symbols lists it, such as BTC-USDT.")
    private Symbol symbol;

    @Mixin
    private AtVenue at = new AtVenue();

    @Option(names = "--last", paramLabel = "N", description = "How many, at most " + Tape.LENGTH + " (20).")
    private int last = 20;

    TapeCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<VenueId> venues() {
        return at.named();
    }

    @Override
    public void check() {
        if (last < 1 || last > Tape.LENGTH) {
            throw new UnusableInputException("--last must be between 1 and " + Tape.LENGTH);
        }
        new Known(session.look()).listings(symbol);
        at.check(session.look());
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var prints = session.desk().tape(symbol).stream()
                .filter(print -> at.has(print.venue()))
                .toList();
        return Outcome.done(new TapeReport(symbol, prints.subList(Math.max(0, prints.size() - last), prints.size())));
    }
}
