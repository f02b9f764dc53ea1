package sluice.shell.orders;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.parent.ParentOrder;
import sluice.report.orders.OrdersReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;
import sluice.shell.words.Newest;

/** {@code orders}; the open ones, unless told otherwise. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  orders",
            "  orders --all --symbol BTC-USDT",
            "  orders --all --last 200",
            "  orders --closed --venue binance"
        })
final class OrdersCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--open", description = "Those that can still fill (this is also what no option means).")
    private boolean open;

    @Option(names = "--closed", description = "Those that have ended.")
    private boolean closed;

    @Option(names = "--all", description = "Both.")
    private boolean all;

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "Only of that.")
    private Optional<Symbol> symbol = Optional.empty();

    @Option(names = "--venue", paramLabel = "VENUE", description = "Only those with a child there.")
    private Optional<VenueId> venue = Optional.empty();

    @Mixin
    private Newest newest = new Newest();

    OrdersCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        if ((open ? 1 : 0) + (closed ? 1 : 0) + (all ? 1 : 0) > 1) {
            throw new UnusableInputException("give one of --open, --closed and --all");
        }
        newest.check();
        var known = new Known(session.look());
        known.symbol(symbol);
        known.venue(venue);
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        var orders = session.look().orders();
        var candidates = all || closed ? orders.parents() : orders.working();
        var part = newest.of(candidates, this::isWanted, session.printer().isJson());
        var empty = all ? "No orders." : closed ? "No closed orders." : "No open orders.";
        return Outcome.done(new OrdersReport(part.shown(), empty, part.notice()));
    }

    private boolean isWanted(ParentOrder order) {
        var rightState = all || order.state().isTerminal() == closed;
        var rightSymbol = symbol.filter(
                        name -> !name.equals(order.parent().terms().symbol()))
                .isEmpty();
        var rightVenue = venue.filter(id -> order.children().stream()
                        .noneMatch(child -> child.ids().venue().equals(id)))
                .isEmpty();
        return rightState && rightSymbol && rightVenue;
    }
}
