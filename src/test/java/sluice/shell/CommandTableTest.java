package sluice.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Said;

class CommandTableTest {

    private final CommandTable table = CommandTable.standard();

    @Test
    void anUnambiguousBeginningIsEnough() {
        assertThat(table.meant("canc").name()).isEqualTo("cancel");
        assertThat(table.meant("order").name()).isEqualTo("order");
    }

    @Test
    void aWordThatMeansNoneOrSeveralNamesThoseItCouldBe() {
        assertThatThrownBy(() -> table.meant("cancle"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("there is no command cancle. Did you mean cancel?");
        assertThatThrownBy(() -> table.meant("re")).hasMessage("re could be any of reduce, resume, reconcile");
    }

    @Test
    void theProgramAddsCommandsOfItsOwn() {
        var more = table.plus(List.of(new Entry(
                "journal",
                Group.SESSION,
                Needs.NOTHING,
                "Looks at the journal",
                session -> () -> Outcome.done(new Said("verified", out -> {})))));
        assertThat(more.meant("jour").name()).isEqualTo("journal");
    }

    @Test
    void aCommandOfTheProgramStandsInNobodysWay() {
        var record = new Entry("record", Group.PROGRAM, Needs.NOTHING, "Records", session -> () -> {
            throw new AssertionError("not run here");
        });
        var more = table.plus(List.of(record));
        assertThat(more.meant("rec").name()).isEqualTo("reconcile");
        assertThat(more.meant("record").name()).isEqualTo("record");
        assertThatThrownBy(() -> more.meant("recor")).hasMessage("there is no command recor. Did you mean record?");
    }

    @Test
    void everyCommandHelpsWithExamplesOrTheMeaningOfItsStatus() {
        var session = new Session(new ShellTester().context(), table, Manner.script("prompt", Duration.ZERO));
        assertThat(table.entries()).allSatisfy(entry -> {
            var help = Help.of(table, entry, session);
            assertThat(help).startsWith("Usage: " + entry.name()).contains(entry.summary() + ".");
            assertThat(help).containsAnyOf("Examples:\n  ", "Exit status:");
        });
    }

    @Test
    void statusesCombineToTheOneACallerMustActOn() {
        assertThat(ExitStatus.REFUSED.and(ExitStatus.IN_DOUBT)).isEqualTo(ExitStatus.IN_DOUBT);
        assertThat(ExitStatus.IN_DOUBT.and(ExitStatus.USAGE)).isEqualTo(ExitStatus.IN_DOUBT);
        assertThat(ExitStatus.REFUSED.and(ExitStatus.USAGE)).isEqualTo(ExitStatus.REFUSED);
        assertThat(ExitStatus.OK.and(ExitStatus.NOT_READY)).isEqualTo(ExitStatus.NOT_READY);
        assertThat(ExitStatus.REFUSED.and(ExitStatus.INTERRUPTED)).isEqualTo(ExitStatus.INTERRUPTED);
    }
}
