package sluice.app.command;

import picocli.CommandLine.Command;
import sluice.shell.Outcome;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code shell}: its row in the table; the program goes to the prompt before it would run. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  sluice", "  sluice shell --profile sim"})
final class ShellHint implements ShellCommand {

    @Override
    public Outcome run() {
        throw new UnusableInputException("shell takes no further words");
    }
}
