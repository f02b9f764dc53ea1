package sluice.shell.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.shell.CommandTable;
import sluice.shell.Manner;
import sluice.shell.Session;
import sluice.shell.ShellTester;

class ManPagesTest {

    private static final Set<String> MACROS = Set.of(".TH", ".SH", ".PP", ".TP", ".nf", ".fi");

    private final CommandTable table = CommandTable.standard();
    private final ManPages pages = new ManPages(
            table,
            Program.whole(table, new Session(new ShellTester().context(), table, Manner.script("man", Duration.ZERO))),
            "1.2.3");

    @Test
    void everyCommandHasAPageAndStandsOnThatOfTheProgram() {
        for (var entry : table.entries()) {
            assertThat(pages.all()).containsKey("sluice-" + entry.name() + ".1");
            assertThat(pages.whole()).contains("\\fB" + entry.name().replace("-", "\\-") + "\\fR\n");
        }
    }

    @Test
    void aPageSaysWhatACommandTakesAndShowsIt() {
        assertThat(pages.of("buy"))
                .startsWith(".TH \"SLUICE\\-BUY\" \"1\" \"\" \"sluice 1.2.3\" \"sluice\"\n.SH NAME\n")
                .contains("\\fBsluice buy\\fR [\\fIOPTIONS\\fR] \\fIQTY\\fR \\fISYMBOL\\fR")
                .contains("\\fB\\-\\-at\\fR \\fIPX\\fR\n")
                .contains(".SH EXAMPLES\n.PP\n.nf\n");
    }

    @Test
    void noLineOfTextIsTakenForARequest() {
        for (var page : pages.all().values()) {
            assertThat(page.lines().filter(line -> line.matches("[.'].*")))
                    .allMatch(line -> MACROS.contains(line.split(" ")[0]));
        }
        assertThat(new Roff("x", "1").text(".so /etc/passwd").toString()).contains("\n\\&.so /etc/passwd\n");
    }
}
