package sluice.shell.risk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.engine.Answer;
import sluice.engine.Command.Kill;
import sluice.report.desk.KillReport;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code kill}: asks nothing and waits for nothing; whatever may still work is told. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  kill", "  kill --drill", "  resume --reason \"all clear\""})
final class KillCommand implements ShellCommand {

    private final Session session;

    @Option(names = "--drill", description = "Only says what it would do.")
    private boolean drill;

    KillCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        var answer = session.ask(new Kill(drill || session.isDryRun(), session.origin()));
        return answer instanceof Answer.Killed killed ? told(killed) : Outcome.refused(answer);
    }

    private Outcome told(Answer.Killed killed) {
        var doubtful = session.look().orders().working().stream().anyMatch(order -> order.isInDoubt());
        var missed = doubtful ? ExitStatus.IN_DOUBT : ExitStatus.REFUSED;
        return new Outcome.Done(
                new KillReport(killed), killed.drill() || killed.unreached().isEmpty() ? ExitStatus.OK : missed);
    }
}
