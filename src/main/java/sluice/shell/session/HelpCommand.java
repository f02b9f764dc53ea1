package sluice.shell.session;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Said;
import sluice.report.Table;
import sluice.report.Text;
import sluice.shell.CommandTable;
import sluice.shell.Group;
import sluice.shell.Help;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;

/** {@code help}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {"  help", "  help buy"})
final class HelpCommand implements ShellCommand {

    private final Session session;

    @Parameters(index = "0", arity = "0..1", paramLabel = "COMMAND", description = "Shows that one, with examples.")
    private Optional<String> command = Optional.empty();

    HelpCommand(Session session) {
        this.session = session;
    }

    @Override
    public void check() {
        command.ifPresent(session.table()::meant);
    }

    @Override
    public Outcome run() {
        return Outcome.done(command.<Report>map(this::one).orElseGet(() -> new Listed(session.table())));
    }

    private Report one(String word) {
        var entry = session.table().meant(word);
        var line = session.table().line(entry, session);
        var usage = Help.of(line);
        return new Said(
                usage.stripTrailing(),
                out -> out.text("name", entry.name())
                        .text("summary", entry.summary())
                        .text("usage", usage)
                        .texts("examples", Help.examples(line)));
    }

    /** Every command with what it does. */
    private record Listed(CommandTable table) implements Report {

        @Override
        public void json(Json out) {
            out.list(
                    "commands",
                    table.entries(),
                    (members, entry) -> members.text("name", entry.name())
                            .text("group", entry.group())
                            .text("summary", entry.summary()));
        }

        @Override
        public void text(Text out) {
            for (var group : Group.values()) {
                var rows = new Table(group.title().toUpperCase(Locale.ROOT), "");
                table.entries().stream()
                        .filter(entry -> entry.group() == group)
                        .forEach(entry -> rows.row("  " + entry.name(), entry.summary()));
                if (!rows.isEmpty()) {
                    out.table(rows, "");
                }
            }
            out.line(out.ink(Ink.DIM, "help COMMAND shows one with its options and examples."));
        }
    }
}
