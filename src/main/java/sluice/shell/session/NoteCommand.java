package sluice.shell.session;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.engine.Answer;
import sluice.engine.Command.Note;
import sluice.report.Said;
import sluice.shell.DryRun;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code note}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  note \"binance was slow since 9, P-17 left open on purpose\""})
final class NoteCommand implements ShellCommand {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What the next reader should know.")
    private List<String> words = List.of();

    NoteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        if (session.isDryRun()) {
            return DryRun.skipped();
        }
        var answer = session.ask(new Note(String.join(" ", words), session.origin()));
        return answer instanceof Answer.Noted noted
                ? Outcome.done(new Said("Noted as " + noted.seq() + ".", out -> out.number("seq", noted.seq())))
                : Outcome.refused(answer);
    }
}
