package sluice.shell.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.reader.Completer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import sluice.order.parent.ParentOrder;
import sluice.report.Ink;
import sluice.shell.Session;

/** How lines are read: editing, history, and what stands before the cursor. */
final class Readers {

    private static final String OWNER_ONLY = "rw-------";

    private Readers() {}

    static LineReader of(Terminal terminal, Completer completer, Highlighter highlighter, Path state) {
        return LineReaderBuilder.builder()
                .appName("sluice")
                .terminal(terminal)
                .parser(Grammar.parser())
                .completer(completer)
                .highlighter(highlighter)
                .variable(LineReader.HISTORY_FILE, historyFile(state))
                .variable(LineReader.HISTORY_SIZE, 2_000)
                .variable(LineReader.HISTORY_FILE_SIZE, 10_000)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
    }

    /** What an operator typed is nobody else's business. */
    private static Path historyFile(Path state) {
        var file = state.resolve("history");
        try {
            Files.createDirectories(state);
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The profile, and what an operator must not overlook: real money, doubts, a journal that takes nothing. */
    static String prompt(Session session, boolean colour) {
        var view = session.desk().view();
        var profile = session.settings().profile();
        var live = profile.equals("live");
        var doubts =
                view.orders().working().stream().filter(ParentOrder::isInDoubt).count();
        var text = new StringBuilder("sluice ").append(ink(Ink.BAD, live ? "LIVE" : profile, live && colour));
        if (doubts > 0) {
            text.append(' ').append(ink(Ink.WARN, doubts + " IN DOUBT", colour));
        }
        if (!view.journalFault().isEmpty()) {
            text.append(' ').append(ink(Ink.BAD, "JOURNAL FAULT", colour));
        }
        return text.append("> ").toString();
    }

    private static String ink(Ink ink, String text, boolean colour) {
        return colour ? ink.on(text) : text;
    }
}
