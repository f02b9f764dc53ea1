package sluice.app.command;

import picocli.CommandLine.Command;
import sluice.app.Version;
import sluice.report.Said;
import sluice.shell.Outcome;
import sluice.shell.ShellCommand;

/** {@code version}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  sluice version"})
final class VersionCommand implements ShellCommand {

    @Override
    public Outcome run() {
        var java = System.getProperty("java.version");
        return Outcome.done(new Said(
                "sluice " + Version.NUMBER + " (Java " + java + ")",
                out -> out.text("version", Version.NUMBER).text("java", java)));
    }
}
