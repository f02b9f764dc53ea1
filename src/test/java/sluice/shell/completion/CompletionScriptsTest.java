package sluice.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import sluice.shell.CommandTable;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;

class CompletionScriptsTest {

    private final CommandTable table = CommandTable.standard();
    private final CommandLine program = Program.whole(
            table, new Session(new ShellTester().context(), table, Manner.script("completion", Duration.ZERO)));

    @Test
    void everyCommandAndItsOptionsAreInAllThree() {
        for (var entry : table.entries()) {
            assertThat(CompletionScripts.bash(program))
                    .contains("local commands=")
                    .contains(entry.name());
            assertThat(CompletionScripts.fish(program)).contains("-a " + entry.name() + " -d '");
        }
        assertThat(CompletionScripts.bash(program)).contains("'--post-only'");
        assertThat(CompletionScripts.fish(program)).contains("from buy' -l post-only");
        assertThat(CompletionScripts.zsh(program)).startsWith("#compdef sluice\n");
    }

    @Test
    void twoGenerationsAreAlike() {
        assertThat(CompletionScripts.bash(program)).isEqualTo(CompletionScripts.bash(program));
    }

    @Test
    void bashUnderstandsItsScript() throws IOException, InterruptedException {
        var script = Files.createTempFile("sluice", ".bash");
        Files.writeString(script, CompletionScripts.bash(program));
        var bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes())).isEmpty();
        assertThat(bash.waitFor()).isZero();
        Files.delete(script);
    }

    @Test
    void filesAreOfferedWhereFilesBelong() {
        assertThat(CompletionScripts.fish(program))
                .contains("complete -c sluice -l config -r -F")
                .contains("complete -c sluice -n '__fish_seen_subcommand_from exec' -F");
    }
}
