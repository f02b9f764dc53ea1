package sluice.app;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.shell.CommandTable;
import sluice.shell.Session;

/** Whoever copies a command out of the documentation gets one that the program takes. */
class DocumentedCommandsTest {

    /** A line of a block, up to the spaces before what is said about it, or a span within a line. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^ {4}|`)(?:\\./)?sluice((?: [^\\s`]+)*?)(?=`| {2,}\\S| [|>]| *$)");

    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final CommandTable table = Idle.table();
    private final Session session = Idle.session(table);

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
        var line = table.line(table.meant(words.get(0)), session);
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
