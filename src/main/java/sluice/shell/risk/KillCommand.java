package sluice.shell.risk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sluice.engine.Answer;
import sluice.engine.Command.Kill;
import sluice.engine.KillPath.Swept;
import sluice.report.desk.KillReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnableToRunException;

/**
 * {@code kill}: asks nothing. The desk is told, and at the same time the venues are asked on a way of their own, which
 * works on where the desk is stuck, gone, or another process's.
 */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  kill", "  kill --drill", "  kill --venue bybit", "  resume --reason \"all clear\""})
final class KillCommand implements ShellCommand {

    private static final Duration SWEEP = Duration.ofSeconds(20);
    private static final Duration DESK = Duration.ofSeconds(12);

    private static final Answer STUCK = Answer.Refused.of("DESK_STUCK", "The desk does not answer.");

    private final Session session;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--drill", description = "Does everything but the cancels, and says how long it took.")
    private boolean drill;

    KillCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        scope.checkCount();
    }

    /** What the desk said, or why it said nothing. */
    private record Told(Optional<Answer.Killed> killed, Optional<String> trouble) {}

    @Override
    public Outcome run() {
        check();
        var isDrill = drill || session.isDryRun();
        var isWhole = scope.scope().isGlobal();
        var ahead = sweeping(isDrill, isWhole);
        var told = tell(isDrill);
        var swept = Session.await(ahead);
        if (swept.venues().isEmpty() && told.killed.isPresent()) {
            swept = Session.await(sweeping(isDrill, isWhole));
        }
        var report = new KillReport(isDrill, told.killed, told.trouble, swept);
        return new Outcome.Done(report, status(report));
    }

    /** Only a kill of everything: the venues cannot tell what is of one tag, and the desk can. */
    private CompletableFuture<Swept> sweeping(boolean isDrill, boolean isWhole) {
        if (!isWhole) {
            return CompletableFuture.completedFuture(Swept.NOTHING);
        }
        var path = session.killPath();
        return CompletableFuture.supplyAsync(() -> path.sweep(isDrill, SWEEP)).exceptionally(e -> Swept.NOTHING);
    }

    private Told tell(boolean isDrill) {
        try {
            var answer = Session.await(session.desk()
                    .ask(new Kill(scope.scope(), isDrill, session.origin()))
                    .completeOnTimeout(STUCK, DESK.toSeconds(), TimeUnit.SECONDS));
            return answer instanceof Answer.Killed killed
                    ? new Told(Optional.of(killed), Optional.empty())
                    : without(isDrill, ((Answer.Refused) answer).message());
        } catch (UnableToRunException held) {
            return without(isDrill, held.failure().message());
        }
    }

    private Told without(boolean isDrill, String why) {
        if (!isDrill && scope.scope().isGlobal()) {
            session.killPath().leaveWord(session.settings().user());
            return new Told(
                    Optional.empty(), Optional.of(why + " Word was left for the desk, which kills when it sees it."));
        }
        return new Told(Optional.empty(), Optional.of(why));
    }

    private ExitStatus status(KillReport report) {
        if (report.isDone()) {
            return ExitStatus.OK;
        }
        var isDoubtful = session.usedDesk()
                && session.desk().view().orders().working().stream().anyMatch(order -> order.isInDoubt());
        return isDoubtful ? ExitStatus.IN_DOUBT : ExitStatus.REFUSED;
    }
}
