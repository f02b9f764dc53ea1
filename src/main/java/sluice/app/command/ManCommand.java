package sluice.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.Version;
import sluice.report.Said;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.completion.ManPages;
import sluice.shell.completion.Program;

/** {@code man}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  sluice man | man -l -",
            "  sluice man buy | man -l -",
            "  sluice man --to ~/.local/share/man/man1",
        })
final class ManCommand implements ShellCommand {

    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "COMMAND",
            description = "The command whose page it is; without it, the program's.")
    private Optional<String> command = Optional.empty();

    @Option(names = "--to", paramLabel = "DIR", description = "Writes every page to a file there instead.")
    private Optional<Path> to = Optional.empty();

    ManCommand(Session session) {
        this.session = session;
    }

    @Override
    public Outcome run() {
        var table = session.table();
        var pages = new ManPages(table, Program.whole(table, session), Version.NUMBER);
        if (to.isPresent()) {
            return written(pages.all(), to.get());
        }
        var page = command.map(word -> pages.of(table.meant(word).name())).orElseGet(pages::whole);
        return Outcome.done(new Said(page.stripTrailing(), out -> out.text("page", page)));
    }

    private static Outcome written(Map<String, String> pages, Path to) {
        try {
            Files.createDirectories(to);
            for (var page : pages.entrySet()) {
                Files.writeString(to.resolve(page.getKey()), page.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the manual could not be written to " + to, e);
        }
        return Outcome.done(new Said(
                pages.size() + " pages are in " + to + ".",
                out -> out.number("pages", pages.size()).text("to", to)));
    }
}
