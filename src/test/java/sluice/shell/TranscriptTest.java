package sluice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Transcripts: a line that begins with {@code >} is typed, and the shell says what follows it. Lines on stderr come
 * behind those on stdout and begin with {@code !}; a status other than 0 ends the answer as {@code [3]}.
 */
class TranscriptTest {

    private static final Path FOLDER = Path.of("src/test/resources/shell");

    private static Stream<Path> transcripts() throws IOException {
        return Files.list(FOLDER)
                .filter(file -> file.toString().endsWith(".txt"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theShellSaysWhatItSaid(Path file) throws IOException {
        var expected = Files.readAllLines(file);
        var shell = new ShellTester();
        var said = new ArrayList<String>();
        for (var line : expected) {
            if (line.startsWith("> ")) {
                said.add(line);
                said.addAll(answer(shell, line.substring(2)));
            } else if (line.startsWith("# ")) {
                said.add(line);
            }
        }
        if (System.getProperty("transcripts") != null) {
            Files.write(file, said);
        }
        assertThat(said).containsExactlyElementsOf(expected);
    }

    private static List<String> answer(ShellTester shell, String command) {
        shell.exec(command);
        var said = new ArrayList<>(shell.lines());
        shell.err().lines().filter(line -> !line.startsWith("Stopped")).forEach(line -> said.add("! " + line));
        if (shell.status() != 0) {
            said.add("[" + shell.status() + "]");
        }
        return said;
    }
}
