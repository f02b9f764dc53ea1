package sluice.app.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.journal.Entry;
import sluice.journal.sqlite.Archive;
import sluice.journal.sqlite.Backup;
import sluice.journal.sqlite.JournalFile;
import sluice.journal.sqlite.Summary;
import sluice.journal.sqlite.Verification;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** What there is to tell about a journal. */
final class JournalReports {

    private JournalReports() {}

    /** Nothing is wrong with it. */
    record Sound(Path file, Verification found) implements Report {

        @Override
        public void json(Json out) {
            out.text("file", file)
                    .number("events", found.events())
                    .number("seq", found.head().seq())
                    .text("hash", found.head().hash());
        }

        @Override
        public void text(Text out) {
            out.line("Sound: " + found.events() + " events in " + file + ".");
            out.line("The last is " + found.head().seq() + " with hash "
                    + found.head().hash() + ".");
        }
    }

    static Consumer<Json> faults(Verification found) {
        return out -> out.number("events", found.events())
                .list(
                        "faults",
                        found.faults(),
                        (each, fault) -> each.number("seq", fault.seq()).text("why", fault.why()));
    }

    /** What it holds, at a glance. */
    record Stat(Path file, Summary summary) implements Report {

        @Override
        public void json(Json out) {
            out.text("file", file)
                    .number("schema", summary.schema())
                    .number("seq", summary.head().seq())
                    .text("hash", summary.head().hash())
                    .number("fileBytes", summary.sizes().file())
                    .number("logBytes", summary.sizes().log())
                    .time("from", summary.span().map(Summary.Span::from))
                    .time("to", summary.span().map(Summary.Span::to));
            out.object("types", types -> summary.counts().forEach(types::number));
            out.list(
                    "checkpoints",
                    summary.checkpoints(),
                    (each, kept) -> each.number("seq", kept.seq())
                            .text("fold", kept.fold())
                            .number("bytes", kept.bytes()));
            out.list("archives", summary.archives(), JournalReports::archive);
        }

        @Override
        public void text(Text out) {
            out.line(file + ", schema " + summary.schema() + ", "
                    + summary.sizes().file() + " bytes and " + summary.sizes().log() + " in its log.");
            out.line("The last event is " + summary.head().seq() + " with hash "
                    + summary.head().hash() + ".");
            summary.span()
                    .ifPresent(span -> out.line("From event " + span.first() + ", " + out.zoned(span.from()) + ", to "
                            + out.zoned(span.to()) + "."));
            var table = new Table("TYPE", ">EVENTS");
            summary.counts().forEach(table::row);
            out.table(table, "No events.");
            summary.checkpoints()
                    .forEach(kept -> out.line("Checkpoint at " + kept.seq() + ", " + kept.bytes() + " bytes."));
            summary.archives()
                    .forEach(archive -> out.line("Archive " + archive.file() + ", events " + archive.first() + " to "
                            + archive.last() + "."));
        }
    }

    private static void archive(Json out, Archive archive) {
        out.number("first", archive.first())
                .number("last", archive.last())
                .text("hash", archive.lastHash())
                .text("file", archive.file());
    }

    /** The selected events; all in one object, as every command's result is. */
    record Events(JournalFile journal, JournalFile.Selection selection) implements Report {

        @Override
        public void json(Json out) {
            var entries = new ArrayList<Entry>();
            journal.events(selection, entries::add);
            out.list(
                    "events",
                    entries,
                    (each, entry) -> each.number("seq", entry.seq())
                            .time("at", entry.stamp().at())
                            .text("event", entry.type())
                            .text("parentId", id("P-", entry.refs().parent()))
                            .text("childId", id("C-", entry.refs().child()))
                            .raw("payload", payload(entry)));
        }

        @Override
        public void text(Text out) {
            journal.events(selection, entry -> out.line(line(entry)));
        }
    }

    static String line(Entry entry) {
        return entry.seq() + " " + entry.stamp().at() + " " + entry.type() + " " + payload(entry);
    }

    private static Optional<String> id(String prefix, long number) {
        return number == 0 ? Optional.empty() : Optional.of(prefix + number);
    }

    private static String payload(Entry entry) {
        return new String(entry.payload(), StandardCharsets.UTF_8);
    }

    /** A copy was made. */
    record Copied(Backup backup) implements Report {

        @Override
        public void json(Json out) {
            out.text("file", backup.file())
                    .number("seq", backup.head().seq())
                    .text("hash", backup.head().hash())
                    .number("bytes", backup.bytes())
                    .list("archives", backup.archives(), JournalReports::archive);
        }

        @Override
        public void text(Text out) {
            out.line("Copied up to event " + backup.head().seq() + " to " + backup.file() + ", " + backup.bytes()
                    + " bytes, and checked.");
            backup.archives()
                    .forEach(archive -> out.line("It refers to the archive " + archive.file() + "; copy that, too."));
        }
    }

    /** Old events were moved, if there were any. */
    record Archived(Optional<Archive> archive) implements Report {

        @Override
        public void json(Json out) {
            archive.ifPresentOrElse(
                    made -> out.object("archive", members -> JournalReports.archive(members, made)),
                    () -> out.absent("archive"));
        }

        @Override
        public void text(Text out) {
            out.line(archive.map(made -> "Events " + made.first() + " to " + made.last() + " are now in " + made.file()
                            + ", sealed.")
                    .orElse("Nothing to archive: there is no checkpoint after the last archive."));
        }
    }
}
