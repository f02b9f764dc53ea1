package sluice.shell.orders;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.order.parent.ParentOrder;
import sluice.report.orders.OrdersReport;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Newest;
import sluice.shell.words.Only;

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

    @Mixin
    private Only only = new Only();

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
        only.check(session.look());
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
        return rightState
                && only.of(order.parent().terms().symbol())
                && only.atAny(order.children().stream().map(child -> child.ids().venue()));
    }
}
