package sluice.shell.session;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Said;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code echo}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  echo \"opening orders\""})
final class EchoCommand implements ShellCommand {

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What to say.")
    private List<String> words = List.of();

    EchoCommand(Session session) {}

    @Override
    public Outcome run() {
        var text = String.join(" ", words);
        return Outcome.done(new Said(text.isEmpty() ? " " : text, out -> out.text("text", text)));
    }
}
