package sluice.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import sluice.app.desk.RunningDesk;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.*;

public final class Main {
    public static void main(String[] args) {
        var options = Options.of(List.of(args));
        var home = Home.of(options, System.getenv());
        var clock = new WallClock();
        var desk = new java.util.concurrent.atomic.AtomicReference<sluice.engine.Desk>();
        var printer = new Printer(
                new PrintWriter(System.out),
                new PrintWriter(System.err),
                options.has(Options.Flag.JSON) ? Printer.Format.JSON : Printer.Format.TEXT,
                new Look(false, ZoneId.systemDefault()));
        var settings = new Settings(
                "sim", "me", options.has(Options.Flag.YES), home.state(), home.log(), Duration.ofSeconds(30));
        var shell = new Shell(
                new ShellContext(() -> RunningDesk.start(home, options.seed()), clock, printer, System.in, settings),
                CommandTable.standard());
        System.exit(options.words().isEmpty() ? shell.prompt() : shell.run(options.words()));
    }
}
