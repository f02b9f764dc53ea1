package sluice.app.command;

import java.nio.file.Files;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.app.Program;
import sluice.app.Start;
import sluice.app.Trouble;
import sluice.app.config.Effective;
import sluice.app.desk.Keys;
import sluice.app.desk.Rights;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Said;
import sluice.report.Text;
import sluice.shell.Outcome;
import sluice.shell.ShellCommand;
import sluice.shell.UnusableInputException;

/** {@code config}. */
@Command(
        footerHeading = "%nExamples:%n",
        footer = {
            "  config check      says what is wrong, by line and column, keys included",
            "  config show       what is in force now",
            "  config path"
        })
final class ConfigCommand implements ShellCommand {

    private final Program program;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACTION", description = "check (so without one), show, path.")
    private String action = "check";

    ConfigCommand(Program program) {
        this.program = program;
    }

    @Override
    public Outcome run() {
        return switch (action) {
            case "path" -> path();
            case "check" -> check(started());
            case "show" ->
                Outcome.done(
                        new Shown(Effective.of(started().config(), started().limits())));
            default -> throw new UnusableInputException("expected check, show or path, not " + action);
        };
    }

    private Start started() {
        try {
            return program.start();
        } catch (RuntimeException e) {
            throw Trouble.of(e).<RuntimeException>map(known -> known).orElse(e);
        }
    }

    private Outcome path() {
        var file = program.home().config();
        var there = Files.exists(file);
        return Outcome.done(new Said(
                file + (there ? "" : " (not there; all is as usual)"),
                out -> out.text("path", file).flag("exists", there)));
    }

    private Outcome check(Start start) {
        var file = start.home().config();
        var keys = new Keys(program.environment());
        try {
            if (!start.isPaper()) {
                start.config()
                        .venues()
                        .forEach(venue ->
                                keys.fetch(venue.name(), venue.keys()).ifPresent(found -> Rights.signed(venue, found)));
            }
        } catch (RuntimeException e) {
            throw Trouble.of(e).<RuntimeException>map(known -> known).orElse(e);
        }
        var there = Files.exists(file);
        return Outcome.done(new Said(
                there ? "Good: " + file + "." : "Good: there is no " + file + ", so all is as usual.",
                out -> out.text("path", file).flag("exists", there)));
    }

    private record Shown(Map<String, String> values) implements Report {

        @Override
        public void json(Json out) {
            out.object("config", members -> values.forEach(members::text));
        }

        @Override
        public void text(Text out) {
            values.forEach((key, value) -> out.line(key + " = " + value));
        }
    }
}
