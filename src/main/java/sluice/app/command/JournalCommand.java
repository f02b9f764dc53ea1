package sluice.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.app.Program;
import sluice.app.Trouble;
import sluice.journal.sqlite.JournalFile;
import sluice.journal.sqlite.JournalFile.Selection;
import sluice.report.Failure;
import sluice.shell.ExitStatus;
import sluice.shell.Outcome;
import sluice.shell.Session;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code journal}: looks at the file beside the desk that may be writing it. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  journal verify",
            "  journal verify --expect 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "  journal stat",
            "  journal events --since 120 --order P-17",
            "  journal backup /mnt/backup/journal.db",
            "  journal archive      moves old events to a sealed file; no desk may hold the journal"
        })
final class JournalCommand implements ShellCommand {

    private static final Pattern ORDER = Pattern.compile("([PC])-([0-9]{1,18})", Pattern.CASE_INSENSITIVE);

    private final Program program;
    private final Session session;

    @Parameters(index = "0", paramLabel = "ACTION", description = "verify, stat, events, backup or archive.")
    private String action = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Where a backup goes.")
    private Optional<Path> target = Optional.empty();

    @Option(names = "--expect", paramLabel = "HASH", description = "A hash that some event must have.")
    private Optional<String> expect = Optional.empty();

    @Option(names = "--since", paramLabel = "SEQ", description = "Only events after this one.")
    private long since;

    @Option(names = "--order", paramLabel = "ID", description = "Only events of that parent or child.")
    private Optional<String> order = Optional.empty();

    JournalCommand(Program program, Session session) {
        this.program = program;
        this.session = session;
    }

    @Override
    public void check() {
        if (!action.matches("verify|stat|events|backup|archive")) {
            throw new UnusableInputException("expected verify, stat, events, backup or archive, not " + action);
        }
        if (action.equals("backup") != target.isPresent()) {
            throw new UnusableInputException(
                    action.equals("backup") ? "journal backup needs a FILE" : "only journal backup takes a FILE");
        }
        if (expect.filter(hash -> !hash.matches("[0-9a-fA-F]{64}")).isPresent()) {
            throw new UnusableInputException("--expect takes the 64 hexadecimal digits of a hash");
        }
        if (order.filter(id -> !ORDER.matcher(id).matches()).isPresent()) {
            throw new UnusableInputException("--order takes a parent or child, such as P-17 or C-42");
        }
    }

    @Override
    public Outcome run() {
        check();
        var journal = new JournalFile(program.start().journal());
        try {
            return switch (action) {
                case "verify" -> verify(journal);
                case "stat" -> Outcome.done(new JournalReports.Stat(journal.file(), journal.stat()));
                case "events" -> events(journal);
                case "backup" -> Outcome.done(new JournalReports.Copied(journal.backup(target.orElseThrow())));
                default -> Outcome.done(new JournalReports.Archived(journal.archive()));
            };
        } catch (RuntimeException e) {
            throw Trouble.of(e).<RuntimeException>map(known -> known).orElse(e);
        }
    }

    private Outcome verify(JournalFile journal) {
        var found = journal.verify(expect.map(String::toLowerCase));
        if (found.ok()) {
            return Outcome.done(new JournalReports.Sound(journal.file(), found));
        }
        var first = found.faults().get(0);
        var failure = Failure.of(
                        "JOURNAL_DAMAGED",
                        "The journal " + journal.file() + " is not as it was written: " + first.why()
                                + (found.faults().size() > 1 ? " (and more)" : "")
                                + ". Keep the file, restore a backup beside it, and compare.")
                .about(JournalReports.faults(found));
        return Outcome.failed(ExitStatus.REFUSED, failure);
    }

    private Outcome events(JournalFile journal) {
        var selection = selection();
        if (session.printer().isJson()) {
            return Outcome.done(new JournalReports.Events(journal, selection));
        }
        var out = session.printer().out();
        journal.events(selection, entry -> out.println(JournalReports.line(entry)));
        out.flush();
        return new Outcome.Told(ExitStatus.OK);
    }

    private Selection selection() {
        var id = ORDER.matcher(order.orElse(""));
        if (!id.matches()) {
            return new Selection(since, 0, 0);
        }
        var number = Long.parseLong(id.group(2));
        return id.group(1).equalsIgnoreCase("P") ? new Selection(since, number, 0) : new Selection(since, 0, number);
    }
}
