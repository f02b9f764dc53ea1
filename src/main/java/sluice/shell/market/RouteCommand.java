package sluice.shell.market;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.History;
import sluice.engine.Command.Preview;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.report.market.RouteReport;
import sluice.report.market.RoutedReport;
import sluice.report.market.WorstCase;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Amount;
import sluice.shell.words.Converters;
import sluice.shell.words.Known;
import sluice.shell.words.OrderName;

/** {@code route}: a plan that would be made now, or those that were journaled with a parent. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  route buy 5 BTC-USDT", "  route sell 20000USDT BTC-USDT --on binance", "  route P-17"})
final class RouteCommand implements ShellCommand {

    private final Session session;

    @Parameters(
            arity = "1..3",
            paramLabel = "buy|sell QTY SYMBOL | ID",
            hideParamSyntax = true,
            description = "buy or sell, QTY and SYMBOL; or one ID.")
    private List<String> words = List.of();

    @Option(names = "--at", paramLabel = "PX", description = "Limit price; without it at the market, collared.")
    private Optional<Px> at = Optional.empty();

    @Option(names = "--on", paramLabel = "VENUE", split = ",", description = "Only there.")
    private List<VenueId> on = List.of();

    RouteCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<VenueId> venues() {
        return on;
    }

    @Override
    public Optional<Symbol> priced() {
        return words.size() == 1 ? Optional.empty() : Optional.of(asked().symbol);
    }

    @Override
    public void check() {
        if (words.size() != 1) {
            var known = new Known(session.look());
            known.listings(asked().symbol);
            on.forEach(known::venue);
        }
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        return words.size() == 1 ? journaled(new OrderName(words.get(0))) : preview(asked());
    }

    private Outcome journaled(OrderName order) {
        if (order.isLast() && session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(new History(order.in(session)));
        return answer instanceof Answer.Timeline timeline
                ? Outcome.done(RoutedReport.of(timeline.order().parent().id(), timeline.events()))
                : Outcome.refused(answer);
    }

    private Outcome preview(Asked asked) {
        var isMoney = asked.amount.isMoney(asked.symbol);
        var spend = isMoney ? Optional.of(asked.amount.money()) : Optional.<Money>empty();
        var terms = new Terms(
                asked.symbol,
                asked.side,
                isMoney ? Qty.ZERO : asked.amount.number(),
                at,
                at.isPresent() ? Tif.GTC : Tif.IOC,
                false,
                false);
        var instructions = new Instructions(on, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var answer = session.ask(new Preview(terms, spend, instructions));
        return answer instanceof Answer.Previewed previewed
                ? Outcome.done(new RouteReport(
                        terms,
                        previewed.plan(),
                        WorstCase.of(
                                terms.side(), previewed.plan(), session.desk().view()),
                        previewed.refusal()))
                : Outcome.refused(answer);
    }

    /** The three words of a preview. */
    private record Asked(Side side, Amount amount, Symbol symbol) {}

    private Asked asked() {
        if (words.size() != 3) {
            throw new UnusableInputException("route takes buy or sell, QTY and SYMBOL; or one ID");
        }
        if (!words.get(0).matches("(?i)buy|sell")) {
            throw new UnusableInputException("expected buy or sell, not " + words.get(0));
        }
        try {
            var side = words.get(0).equalsIgnoreCase("buy") ? Side.BUY : Side.SELL;
            var asked = new Asked(side, Amount.of(words.get(1)), Converters.symbol(words.get(2)));
            asked.amount.isMoney(asked.symbol);
            return asked;
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()));
        }
    }
}
