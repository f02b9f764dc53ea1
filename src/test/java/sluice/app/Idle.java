package sluice.app;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.CommandTable;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.Settings;
import sluice.shell.ShellContext;

/** The whole program's commands where nothing runs: they can be read and described, and have no desk. */
final class Idle {

    private Idle() {}

    static CommandTable table() {
        var options = Options.of(List.of());
        return new Program(options, Home.of(options, Map.of("SLUICE_HOME", "/nobody")), Map.of()).table();
    }

    static Session session(CommandTable table) {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream());
        var printer = new Printer(nowhere, nowhere, Printer.Format.TEXT, new Look(false, ZoneOffset.UTC));
        var settings = new Settings(
                "sim",
                "ann",
                false,
                Path.of("state"),
                Path.of("log"),
                Path.of("feeds"),
                Settings.Habits.plain(Duration.ZERO));
        var context = new ShellContext(
                () -> {
                    throw new AssertionError("a command that is only read needs no desk");
                },
                new WallClock(),
                printer,
                new ByteArrayInputStream(new byte[0]),
                settings);
        return new Session(context, table, Manner.script("command", Duration.ZERO));
    }
}
