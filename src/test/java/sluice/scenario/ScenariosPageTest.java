package sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every scenario of the page names tests, and every test that it names is there. */
class ScenariosPageTest {

    private static final Path PAGE = Path.of("docs", "scenarios.md");
    private static final Pattern NAMED = Pattern.compile("`([a-z.]+)\\.([A-Z]\\w+)\\.(\\w+)`");
    private static final int NUMBERED = 25;

    private static List<String> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| *([0-9]+|[a-z].*) *\\|.*"))
                .filter(line -> !line.startsWith("| failure"))
                .toList();
    }

    @Test
    void everyScenarioHasATestAndNoneOfTheTwentyFiveIsMissing() throws IOException {
        assertThat(rows()).allMatch(row -> NAMED.matcher(row).find());
        assertThat(rows().stream().filter(row -> row.matches("\\| *[0-9]+ .*"))).hasSize(NUMBERED);
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        for (var row : rows()) {
            for (var name : NAMED.matcher(row).results().toList()) {
                assertThat(source(name.group(1), name.group(2)))
                        .as(name.group())
                        .containsPattern("void " + name.group(3) + "\\(");
            }
        }
    }

    private static String source(String noun, String type) throws IOException {
        var file = Path.of("sluice", noun.replace('.', '/'), type + ".java");
        return Files.readString(Stream.of("test", "it")
                .map(root -> Path.of("src", root, "java").resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + file)));
    }
}
