package sluice.shell.quality;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.engine.OrderRef;
import sluice.order.ParentId;
import sluice.quality.By;
import sluice.quality.Quality.Question;
import sluice.report.Failure;
import sluice.report.quality.QualityReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.words.OrderName;
import sluice.shell.words.Since;

/** {@code quality}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  quality", "  quality P-17", "  quality --since 1h --by venue"})
final class QualityCommand implements ShellCommand {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One order in detail, with its children.")
    private Optional<OrderName> order = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only orders from then on: 10m, 1h, or a UTC time; latencies from the full hour.")
    private Optional<Since> since = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "venue, type, hour or regime; both of the first two without it.")
    private Optional<By> by = Optional.empty();

    @Option(names = "--last", paramLabel = "N", description = "So many parents, the newest; 20 unless told.")
    private int last = Question.ALL.last();

    QualityCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        if (last < 0) {
            throw new UnusableInputException("--last takes a number that is not negative");
        }
        order.filter(name -> !name.isLast()).ifPresent(name -> name.in(session));
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Outcome run() {
        check();
        session.look();
        var question = new Question(
                since.map(limit -> limit.from(session.clock().now())),
                by.map(List::of).orElse(Question.ALL.by()),
                order.map(this::parent),
                last);
        var quality = Session.await(session.desk().measure(question));
        return quality.trouble().isEmpty()
                ? Outcome.done(new QualityReport(quality))
                : Outcome.failed(
                        ExitStatus.REFUSED,
                        Failure.of("NO_FIGURES", "The journal could not be read for figures: " + quality.trouble()));
    }

    private ParentId parent(OrderName name) {
        var ref = name.in(session);
        if (ref instanceof OrderRef.OfParent parent) {
            return parent.id();
        }
        var child = ((OrderRef.OfChild) ref).id();
        return session.look().orders().parents().stream()
                .filter(each -> each.children().stream()
                        .anyMatch(order -> order.ids().childId().equals(child)))
                .findFirst()
                .orElseThrow()
                .parent()
                .id();
    }
}
