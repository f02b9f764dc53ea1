package sluice.shell.orders;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Cancel;
import sluice.engine.Command.CancelAll;
import sluice.engine.OrderRef;
import sluice.engine.view.View;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.report.orders.OrderShape;
import sluice.report.orders.OrdersReport;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.Known;
import sluice.shell.words.OrderName;

/** {@code cancel}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  cancel P-17", "  cancel C-42 C-43", "  cancel last", "  cancel --all --venue binance --side buy"})
final class CancelCommand implements ShellCommand {

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Parents or children, as orders lists them, or last.")
    private List<OrderName> orders = List.of();

    @Option(names = "--all", description = "Everything open that matches.")
    private boolean all;

    @Option(names = "--venue", paramLabel = "VENUE", description = "With --all: only there.")
    private Optional<VenueId> venue = Optional.empty();

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "With --all: only that.")
    private Optional<Symbol> symbol = Optional.empty();

    @Option(names = "--side", paramLabel = "SIDE", description = "With --all: only buy or only sell.")
    private Optional<Side> side = Optional.empty();

    CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        form();
        named(new Known(session.look()));
        orders.stream().filter(order -> !order.isLast()).forEach(order -> order.in(session));
    }

    private void form() {
        if (all == !orders.isEmpty()) {
            throw new UnusableInputException(all ? "--all takes no ID" : "name an ID, or --all");
        }
        if (!all && (venue.isPresent() || symbol.isPresent() || side.isPresent())) {
            throw new UnusableInputException("--venue, --symbol and --side go with --all");
        }
    }

    private void named(Known known) {
        known.venue(venue);
        known.symbol(symbol);
    }

    @Override
    public Outcome run() {
        form();
        named(new Known(session.look()));
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(
                all ? new CancelAll(venue, symbol, side, session.origin()) : new Cancel(refs(), session.origin()));
        return answer instanceof Answer.Cancelled cancelled ? told(cancelled) : Outcome.refused(answer);
    }

    private List<OrderRef> refs() {
        return orders.stream().map(order -> order.in(session)).toList();
    }

    private Outcome told(Answer.Cancelled cancelled) {
        var doubt = cancelled.orders().stream().filter(ParentOrder::isInDoubt).findFirst();
        if (doubt.isPresent()) {
            return Outcome.failed(ExitStatus.IN_DOUBT, Placement.inDoubt(doubt.get()));
        }
        var declined = new TreeMap<>(cancelled.declined());
        if (session.manner().batch().isPresent()) {
            var view = session.look();
            declined.keySet().removeIf(id -> hasEnded(view, id));
        }
        return declined.isEmpty()
                ? Outcome.done(new OrdersReport(cancelled.orders(), "Nothing was open."))
                : Outcome.failed(ExitStatus.REFUSED, declined(cancelled, declined));
    }

    /** A batch that is run again finds what it cancelled before cancelled: that is what its line says. */
    private static boolean hasEnded(View view, String id) {
        return view.orders().parents().stream()
                .anyMatch(parent -> parent.parent().id().toString().equals(id)
                                && parent.state().isTerminal()
                        || parent.children().stream()
                                .anyMatch(child ->
                                        child.ids().childId().toString().equals(id)
                                                && child.state().isTerminal()));
    }

    private static Failure declined(Answer.Cancelled cancelled, TreeMap<String, String> declined) {
        var failure = Failure.of("NOT_CANCELLED", "Not cancelled: " + String.join("; ", declined.values()) + ".")
                .about(out -> out.list("orders", cancelled.orders(), OrderShape::json));
        for (var each : declined.entrySet()) {
            failure = failure.with(each.getKey(), each.getValue());
        }
        return failure;
    }
}
