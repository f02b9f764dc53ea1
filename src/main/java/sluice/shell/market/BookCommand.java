package sluice.shell.market;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer.Retry;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.report.Failure;
import sluice.report.market.BookReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Amount;
import sluice.shell.words.Known;

/** {@code book}. A book that is broken is absent, and then nothing is shown. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  book BTC-USDT",
            "  book BTC-USDT --venue binance --depth 20",
            "  book BTC-USDT --all-in buy 5     prices with taker fees, and what 5 would cost"
        })
final class BookCommand implements ShellCommand {

    private static final int DEEPEST = 1000;

    private final Session session;

    @Parameters(index = "0", paramLabel = "SYMBOL", description = "As symbols lists it, such as BTC-USDT.")
    private Symbol symbol;

    @Option(names = "--venue", paramLabel = "VENUE", description = "The book of that venue only.")
    private Optional<VenueId> venue = Optional.empty();

    @Option(names = "--depth", paramLabel = "N", description = "Levels a side (10).")
    private int depth = 10;

    @Option(
            names = "--all-in",
            arity = "2",
            paramLabel = "SIDE QTY",
            hideParamSyntax = true,
            description = "Prices with fees for that side, and what the quantity would cost.")
    private List<String> allIn = List.of();

    BookCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<VenueId> venues() {
        return venue.stream().toList();
    }

    @Override
    public Optional<Symbol> priced() {
        return Optional.of(symbol);
    }

    @Override
    public void check() {
        asked();
        var known = new Known(session.look());
        known.listings(symbol);
        known.venue(venue);
    }

    private Optional<AllIn> asked() {
        if (depth < 1 || depth > DEEPEST) {
            throw new UnusableInputException("--depth must be between 1 and " + DEEPEST);
        }
        if (allIn.isEmpty()) {
            return Optional.empty();
        }
        if (!allIn.get(0).matches("(?i)buy|sell")) {
            throw new UnusableInputException("--all-in wants buy or sell and a quantity, not " + allIn.get(0));
        }
        try {
            var side = allIn.get(0).equalsIgnoreCase("buy") ? Side.BUY : Side.SELL;
            var amount = Amount.of(allIn.get(1));
            if (amount.isMoney(symbol)) {
                throw new UnusableInputException("--all-in takes base units, without a unit");
            }
            return Optional.of(new AllIn(side, amount.number()));
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException("--all-in: " + e.getMessage());
        }
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var books = Books.of(session, symbol, venue);
        if (books.isAbsent()) {
            var where = venue.map(id -> " at " + id).orElse(" at any venue");
            var message = "There is no book of " + symbol + where + " that can be trusted now (" + books.state() + ").";
            return Outcome.failed(
                    ExitStatus.REFUSED,
                    Failure.of("NO_BOOK", message).retry(Retry.AFTER).with("state", books.state()));
        }
        var report = asked().map(cost -> cost.report(books, depth)).orElseGet(() -> plain(books));
        return Outcome.done(report);
    }

    private BookReport plain(Books books) {
        var merged = books.merged();
        return new BookReport(
                books.head(),
                merged.bids().stream().limit(depth).toList(),
                merged.asks().stream().limit(depth).toList(),
                Optional.empty());
    }
}
