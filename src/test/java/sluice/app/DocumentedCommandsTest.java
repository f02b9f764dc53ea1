package sluice.app;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.Settings;
import sluice.shell.ShellContext;

/** Whoever copies a command out of the documentation gets one that the program takes. */
class DocumentedCommandsTest {

    /** A line of a block, up to the spaces before what is said about it, or a span within a line. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^ {4}|`)(?:\\./)?sluice((?: [^\\s`]+)*?)(?=`| {2,}\\S| [|>]| *$)");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Program program = new Program(
            Options.of(List.of()), Home.of(Options.of(List.of()), Map.of("SLUICE_HOME", "/nobody")), Map.of());
    private final Session session = session(program);

    private static Session session(Program program) {
        var nowhere = new PrintWriter(OutputStream.nullOutputStream());
        var printer = new Printer(nowhere, nowhere, Printer.Format.TEXT, new Look(false, ZoneOffset.UTC));
        var settings =
                new Settings("sim", "ann", false, Path.of("state"), Path.of("log"), Path.of("feeds"), Duration.ZERO);
        var context = new ShellContext(
                () -> {
                    throw new AssertionError("a command that is only read needs no desk");
                },
                new WallClock(),
                printer,
                new ByteArrayInputStream(new byte[0]),
                settings);
        return new Session(context, program.table(), Manner.script("command", Duration.ZERO));
    }

    static List<String> commands() throws IOException {
        try (var docs = Files.newDirectoryStream(Path.of("docs"), "*.md")) {
            var pages =
                    new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
            docs.forEach(pages::add);
            var found = new ArrayList<String>();
            for (var page : pages) {
                COMMAND.matcher(Files.readString(page))
                        .results()
                        .forEach(each -> found.add(each.group(1).strip()));
            }
            return found.stream()
                    .distinct()
                    .filter(command -> !command.isEmpty())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theProgramTakesIt(String command) {
        var words = words(command.replaceAll("[\\[\\]]", "").replaceAll("\\S+\\|(?=\\S)", ""));
        var options = Options.of(words);
        options.command().ifPresent(name -> takes(options.words()));
        if (options.command().equals(Optional.of("exec")) && words.contains("-c")) {
            Stream.of(words.get(words.indexOf("-c") + 1).split(";")).forEach(inner -> takes(words(inner)));
        }
    }

    private void takes(List<String> words) {
        var line = program.table().line(program.table().meant(words.get(0)), session);
        assertThatCode(() -> line.parseArgs(words.subList(1, words.size()).toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> Stream.of(1, 2, 3)
                        .map(word::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
