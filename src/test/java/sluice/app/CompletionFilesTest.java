package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.shell.completion.CompletionScripts;

/** The files under {@code completions} are those of the whole table; {@code -Dcompletions=write} writes them anew. */
class CompletionFilesTest {

    @Test
    void theFilesOfTheProjectAreCurrent() throws IOException {
        var table = Idle.table();
        var program = sluice.shell.completion.Program.whole(table, Idle.session(table));
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
