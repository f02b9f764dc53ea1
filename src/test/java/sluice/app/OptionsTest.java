package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.app.Options.Flag;
import sluice.app.Options.Value;

class OptionsTest {

    private static Options of(String... arguments) {
        return Options.of(List.of(arguments));
    }

    @Test
    void globalOptionsStandBeforeAndAfterTheCommand() {
        var options = of("--home", "/h", "orders", "--json", "--all", "--seed=7", "--yes");
        assertThat(options.words()).containsExactly("orders", "--all");
        assertThat(options.path(Value.HOME)).hasValue(Path.of("/h"));
        assertThat(options.seed()).hasValue(7);
        assertThat(options.flags()).containsExactlyInAnyOrder(Flag.JSON, Flag.YES);
    }

    @Test
    void helpAfterACommandIsTheCommands() {
        assertThat(of("buy", "--help").words()).containsExactly("buy", "--help");
        assertThat(of("--help").has(Flag.HELP)).isTrue();
        assertThat(of("-V").has(Flag.VERSION)).isTrue();
    }

    @Test
    void helpIsAskedForBeforeAndAfterACommandAndNotInAScriptsWord() {
        assertThat(Options.of(List.of("--help")).asksForHelp()).isTrue();
        assertThat(Options.of(List.of("buy", "1", "-h")).asksForHelp()).isTrue();
        assertThat(Options.of(List.of("exec", "-c", "buy -h")).asksForHelp()).isFalse();
    }

    @Test
    void afterTwoDashesEverythingIsTheCommands() {
        assertThat(of("echo", "--", "--json").words()).containsExactly("echo", "--json");
    }

    @Test
    void commandsOfAScriptAreOneWord() {
        assertThat(of("exec", "-c", "orders --json").words()).containsExactly("exec", "-c", "orders --json");
    }

    @Test
    void whatCannotBeReadIsAUsageError() {
        assertThatThrownBy(() -> of("--bogus", "orders")).hasMessageContaining("unknown option --bogus");
        assertThatThrownBy(() -> of("orders", "--seed")).hasMessageContaining("--seed needs a value");
        assertThatThrownBy(() -> of("--seed", "x")).hasMessageContaining("whole number");
    }

    @Test
    void noWordsMeanThePrompt() {
        assertThat(of("--seed", "3").command()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--api-key",
                "--api-secret=AKIA1234",
                "--secret",
                "-secret=AKIA1234",
                "--venue-api-key=AKIA1234",
                "--token",
                "--API-SECRET=AKIA1234",
                "--private-key=AKIA1234",
                "--passphrase"
            })
    void anOptionThatLooksLikeAKeyIsRefusedAndNotRepeated(String option) {
        for (var words : List.of(List.of(option, "AKIA1234"), List.of("exec", option, "AKIA1234"))) {
            assertThatThrownBy(() -> Options.of(words))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("never taken from the command line")
                    .hasMessageNotContaining("AKIA1234");
        }
    }
}
