package sluice.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Said;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;
import sluice.shell.completion.CompletionScripts;

/** {@code completion}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(sluice completion bash)",
            "  sluice completion zsh > ~/.zfunc/_sluice",
            "  sluice completion fish > ~/.config/fish/completions/sluice.fish"
        })
final class CompletionCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh or fish.")
    private String shell = "";

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        var program = sluice.shell.completion.Program.whole(session.table(), session);
        var script = switch (shell) {
            case "bash" -> CompletionScripts.bash(program);
            case "zsh" -> CompletionScripts.zsh(program);
            case "fish" -> CompletionScripts.fish(program);
            default -> throw new UnusableInputException("expected bash, zsh or fish, not " + shell);
        };
        return Outcome.done(new Said(script.stripTrailing(), out -> out.text("script", script)));
    }
}
