package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.Settings;
import sluice.shell.ShellContext;
import sluice.shell.completion.CompletionScripts;

/** The files under {@code completions} are those of the whole table; {@code -Dcompletions=write} writes them anew. */
class CompletionFilesTest {

    private static CommandLine program() {
        var options = Options.of(List.of());
        var table = new Program(options, Home.of(options, Map.of("HOME", "/nobody")), Map.of()).table();
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
                    throw new AssertionError("completion needs no desk");
                },
                new WallClock(),
                printer,
                new ByteArrayInputStream(new byte[0]),
                settings);
        var session = new Session(context, table, Manner.script("command", Duration.ZERO));
        return sluice.shell.completion.Program.whole(table, session);
    }

    @Test
    void theFilesOfTheProjectAreCurrent() throws IOException {
        var program = program();
        var files = Map.of(
                "sluice.bash", CompletionScripts.bash(program),
                "sluice.zsh", CompletionScripts.zsh(program),
                "sluice.fish", CompletionScripts.fish(program));
        for (var file : files.entrySet()) {
            var path = Path.of("completions", file.getKey());
            if (System.getProperty("completions") != null) {
                Files.writeString(path, file.getValue());
            }
            assertThat(path).hasContent(file.getValue());
        }
    }
}
