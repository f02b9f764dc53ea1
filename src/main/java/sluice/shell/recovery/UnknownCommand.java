package sluice.shell.recovery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Filled;
import sluice.engine.Command.Probe;
import sluice.engine.Command.Resolution;
import sluice.engine.Command.Resolve;
import sluice.order.parent.ParentOrder;
import sluice.report.Failure;
import sluice.report.orders.DoubtsReport;
import sluice.report.orders.OrderShape;
import sluice.report.orders.ParentReport;
import sluice.shell.DryRun;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.OrderName;

/** {@code unknown}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  unknown",
            "  unknown probe P-17",
            "  unknown resolve C-42 --as never-sent --evidence \"support ticket 4711\"",
            "  unknown resolve C-42 --as filled --fill 0.5@60000 --evidence \"its order page\""
        })
final class UnknownCommand implements ShellCommand {

    private static final String RESOLVE = "resolve";

    private final Session session;

    @Parameters(
            arity = "0..2",
            paramLabel = "[list | probe ID | resolve ID]",
            hideParamSyntax = true,
            description = "list (also what no word means), or probe and an ID, or resolve and an ID.")
    private List<String> words = List.of();

    @Option(
            names = "--as",
            paramLabel = "WHAT",
            description = "With resolve, what became of it: filled, cancelled or never-sent.")
    private Optional<Resolution> as = Optional.empty();

    @Option(
            names = "--fill",
            paramLabel = "QTY@PX",
            description = "With resolve: what of it filled that is not booked, and at which price.")
    private Optional<Filled> fill = Optional.empty();

    @Option(names = "--evidence", paramLabel = "TEXT", description = "With resolve: what you know it from.")
    private Optional<String> evidence = Optional.empty();

    UnknownCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        var isList = words.isEmpty() || words.equals(List.of("list"));
        var isAboutOne = words.size() == 2
                && (words.get(0).equals("probe") || words.get(0).equals(RESOLVE));
        if (!isList && !isAboutOne) {
            throw new UnusableInputException("expected unknown list, unknown probe ID, or unknown resolve ID");
        }
        if (isResolve()) {
            resolution();
        } else if (as.isPresent() || fill.isPresent() || evidence.isPresent()) {
            throw new UnusableInputException("--as, --fill and --evidence go with unknown resolve");
        }
    }

    private boolean isResolve() {
        return !words.isEmpty() && words.get(0).equals(RESOLVE);
    }

    private void resolution() {
        if (as.isEmpty() || evidence.filter(text -> !text.isBlank()).isEmpty()) {
            throw new UnusableInputException(
                    "say what became of it with --as, and what you know it from with --evidence");
        }
        if (as.get() == Resolution.NEVER_SENT && fill.isPresent()) {
            throw new UnusableInputException("what was never sent has no --fill");
        }
    }

    @Override
    public boolean onlyLooks() {
        return words.size() < 2;
    }

    @Override
    public Outcome run() {
        check();
        if (words.size() < 2) {
            return list();
        }
        var name = new OrderName(words.get(1));
        return isResolve() ? resolve(name) : probe(name);
    }

    private Outcome list() {
        var orders = session.look().orders();
        var inDoubt = orders.working().stream().filter(ParentOrder::isInDoubt).toList();
        return new Outcome.Done(
                new DoubtsReport(inDoubt, orders.doubts()), inDoubt.isEmpty() ? ExitStatus.OK : ExitStatus.IN_DOUBT);
    }

    private Outcome probe(OrderName name) {
        var order = name.in(session);
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        return told(session.ask(new Probe(order, session.origin())));
    }

    /** An operator's word moves money in the books, so it is never taken by mistake. */
    private Outcome resolve(OrderName name) {
        var order = name.in(session);
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var what = as.orElseThrow();
        if (!session.confirms("Take " + order + " as " + word(what)
                + fill.map(each -> ", " + each.qty() + " at " + each.px()).orElse("") + "?")) {
            return Outcome.failed(
                    ExitStatus.REFUSED,
                    Failure.of("NOT_CONFIRMED", "Not resolved: " + order + " stays in doubt; --yes confirms."));
        }
        return told(session.ask(new Resolve(order, what, fill, evidence.orElseThrow(), session.origin())));
    }

    private static String word(Resolution what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Outcome told(Answer answer) {
        if (!(answer instanceof Answer.Placed placed)) {
            return Outcome.refused(answer);
        }
        return placed.order().isInDoubt()
                ? Outcome.failed(ExitStatus.IN_DOUBT, still(placed.order()))
                : Outcome.done(new ParentReport("order", placed.order()));
    }

    private static Failure still(ParentOrder order) {
        return Failure.of("IN_DOUBT", "Still unknown: " + OrderShape.sentence(order) + ".")
                .retry(Answer.Retry.PROBE)
                .with("parentId", order.parent().id())
                .about(out -> out.object("order", members -> OrderShape.json(members, order)));
    }
}
