package sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.shell.CommandTable;
import sluice.shell.ExitStatus;
import sluice.shell.Help;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;
import sluice.shell.run.Runner;
import sluice.shell.script.Script;
import sluice.shell.script.Typed;

/** Whatever help shows as an example is taken by the parser that commands are parsed with. */
class ExamplesTest {

    /** What an example names is there or not, as the market and the journal of the reader are. */
    private static final Set<String> AS_IT_MAY_BE = Set.of("UNKNOWN_ORDER", "UNKNOWN_VENUE", "UNKNOWN_SYMBOL");

    private static final CommandTable TABLE = new Program(
                    Options.of(List.of()), Home.of(Options.of(List.of()), Map.of("HOME", "/nobody")), Map.of())
            .table();

    private static Session session(StringWriter said) {
        var out = new PrintWriter(said);
        var printer = new Printer(out, out, Printer.Format.JSON, new Look(false, ZoneOffset.UTC));
        return new Session(
                new ShellTester().context().with(printer), TABLE, Manner.script("command", Duration.ofMillis(1)));
    }

    private static Stream<Arguments> examples() {
        var session = session(new StringWriter());
        return TABLE.entries().stream()
                .flatMap(entry -> Help.examples(TABLE.line(entry, session)).stream()
                        .map(example -> Arguments.of(entry.name(), example)));
    }

    @Test
    void everyCommandHasAnExample() {
        var session = session(new StringWriter());
        assertThat(TABLE.entries())
                .allSatisfy(entry -> assertThat(Help.examples(TABLE.line(entry, session)))
                        .as(entry.name())
                        .isNotEmpty());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("examples")
    void everyExampleIsUnderstood(String command, String example) throws IOException {
        var words = command(example);
        assertThat(words.isEmpty() ? "shell" : words.get(0)).isIn(related(command));
        var said = new StringWriter();
        if (!words.isEmpty() && new Runner(session(said)).check(Typed.alone(words), true) != ExitStatus.OK) {
            var code =
                    new ObjectMapper().readTree(said.toString()).path("error").path("code");
            assertThat(AS_IT_MAY_BE).as(said.toString()).contains(code.asText());
        }
    }

    /** An example shows its command, or one that is needed beside it. */
    private static List<String> related(String command) {
        return switch (command) {
            case "buy", "sell" -> List.of("buy", "sell");
            case "halt", "reduce", "resume" -> List.of("halt", "reduce", "resume");
            case "kill" -> List.of("kill", "resume");
            case "sim" -> List.of("sim", "exec");
            default -> List.of(command);
        };
    }

    /** The words of the command in what may be a line of another shell. */
    private static List<String> command(String example) {
        var line = example.replaceFirst("^source <\\((.*)\\)$", "$1")
                .replaceFirst(" > \\S+$", "")
                .replaceFirst("^(sluice .*) \\| .*$", "$1")
                .replaceFirst("^\\w+ \\| ", "");
        var words = ((Script.Read) Script.of(line, "").items().get(0)).typed().texts();
        return words.get(0).equals("sluice")
                ? Options.of(words.subList(1, words.size())).words()
                : words;
    }
}
