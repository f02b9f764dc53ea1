package sluice.shell.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Place;
import sluice.engine.Command.Preview;
import sluice.engine.Command.Until;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.report.Failure;
import sluice.report.market.RouteReport;
import sluice.report.market.WorstCase;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Amount;
import sluice.shell.words.Known;

/** {@code buy} and {@code sell}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  buy 0.5 BTC-USDT                        at the market, within the collar",
            "  sell 2 ETH-USDT --at 3100.5 --post-only",
            "  buy 5000USDT BTC-USDT --on binance",
            "  buy 1 BTC-USDT --dry-run                shows where it would go"
        })
final class PlaceCommand implements ShellCommand {

    private final Session session;
    private final Side side;

    @Parameters(index = "0", paramLabel = "QTY", description = "Base units (0.5), or money with its unit (5000USDT).")
    private Amount amount;

    @Parameters(index = "1", paramLabel = "SYMBOL", description = "As symbols lists it, such as BTC-USDT.")
    private Symbol symbol;

    @Option(names = "--at", paramLabel = "PX", description = "Limit price; without it at the market, collared.")
    private Optional<Px> at = Optional.empty();

    @Option(names = "--on", paramLabel = "VENUE", split = ",", description = "Only there; else routed.")
    private List<VenueId> on = List.of();

    @Option(names = "--tif", paramLabel = "TIF", description = "gtc, ioc, fok or gtd:2026-01-31T12:00:00Z.")
    private Optional<Tif> tif = Optional.empty();

    @Option(names = "--post-only", description = "Never takes liquidity.")
    private boolean postOnly;

    @Option(names = "--reduce-only", description = "Only reduces a position.")
    private boolean reduceOnly;

    @Option(names = "--collar", paramLabel = "BPS", description = "How far from the mid it may trade.")
    private Optional<BigDecimal> collar = Optional.empty();

    @Option(names = "--algo", paramLabel = "NAME", hidden = true, description = "Works the order: NAME[:k=v,...].")
    private Optional<String> algo = Optional.empty();

    @Option(names = "--decision-px", paramLabel = "PX", description = "The price it was decided on, for its cost.")
    private Optional<Px> decisionPx = Optional.empty();

    @Option(names = "--tag", paramLabel = "TEXT", description = "A word to find it by.")
    private Optional<String> tag = Optional.empty();

    @Option(names = "--dry-run", description = "Checks and routes, and sends nothing.")
    private boolean dryRun;

    @Option(names = "--no-wait", description = "Returns when the intent is durable.")
    private boolean noWait;

    PlaceCommand(Session session, Side side) {
        this.session = session;
        this.side = side;
    }

    @Override
    public List<VenueId> venues() {
        return on;
    }

    @Override
    public Optional<Symbol> priced() {
        return Optional.of(symbol).filter(given -> !reduceOnly);
    }

    @Override
    public void check() {
        var terms = terms();
        var known = new Known(session.look());
        on.forEach(known::venue);
        Grids.check(known.listings(symbol), on, terms);
    }

    @Override
    public Outcome run() {
        var terms = terms();
        var known = new Known(session.look());
        known.listings(symbol);
        on.forEach(known::venue);
        return dryRun || session.isDryRun() ? preview(terms) : place(terms);
    }

    private Outcome place(Terms terms) {
        var stopped = new Confirmation(session).stops(new Preview(terms, spend(), instructions()));
        if (stopped.isPresent()) {
            return stopped.get();
        }
        var until = noWait ? Until.DURABLE : Until.ACKNOWLEDGED;
        var place = new Place(terms, spend(), instructions(), session.origin(), until);
        var answer = session.ask(place);
        if (session.manner().batch().isPresent()
                && answer instanceof Answer.Placed told
                && told.order().neverWas()) {
            answer = session.ask(place);
        }
        return answer instanceof Answer.Placed placed
                ? Placement.told(session, placed.order())
                : Outcome.refused("Not sent", answer);
    }

    private Outcome preview(Terms terms) {
        var answer = session.ask(new Preview(terms, spend(), instructions()));
        if (!(answer instanceof Answer.Previewed previewed)) {
            return Outcome.refused(answer);
        }
        var report = new RouteReport(
                terms,
                previewed.plan(),
                WorstCase.of(side, previewed.plan(), session.desk().view()),
                previewed.refusal());
        return previewed
                .refusal()
                .map(refused ->
                        Outcome.failed(ExitStatus.REFUSED, Failure.of(refused).about(report::json)))
                .orElseGet(() -> Outcome.done(report));
    }

    /** Whoever names one wants the order spread over time, so it must not go out at once. */
    private static void refuse(String algo) {
        throw new UnusableInputException(
                "there is no algo " + algo + ": this version sends an order at once; leave --algo out");
    }

    private Terms terms() {
        algo.ifPresent(PlaceCommand::refuse);
        if (postOnly && at.isEmpty()) {
            throw new UnusableInputException("--post-only needs a price: --at PX");
        }
        if (at.isEmpty() && tif.filter(Tif::rests).isPresent()) {
            throw new UnusableInputException("--tif " + tif.get() + " needs a price: --at PX");
        }
        var lifetime = tif.orElse(at.isPresent() ? Tif.GTC : Tif.IOC);
        return new Terms(symbol, side, isMoney() ? Qty.ZERO : amount.number(), at, lifetime, postOnly, reduceOnly);
    }

    private Optional<Money> spend() {
        return isMoney() ? Optional.of(amount.money()) : Optional.empty();
    }

    private boolean isMoney() {
        try {
            return amount.isMoney(symbol);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(
                    Failure.of("USAGE", String.valueOf(e.getMessage())).with("word", amount.typed()));
        }
    }

    private Instructions instructions() {
        return new Instructions(on, collar, decisionPx, tag, Optional.empty());
    }
}
