package sluice.order;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids come back from venues, among those of other people. */
class ClOrdIdTest {

    @Property(tries = 200)
    void whateverItsNumberAndRevisionAnIdTellsItsChildAndItsJournal(
            @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long number,
            @ForAll @IntRange(max = 999) int revision) {
        var id = ClOrdId.of("t4g", new ChildId(number), revision);

        assertThat(id.child()).contains(new ChildId(number));
        assertThat(id.isFrom("t4g")).isTrue();
        assertThat(id.isFrom("t4")).isFalse();
        assertThat(id.isFrom("t4g1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sl",
                "sl-",
                "sl-t4g",
                "sl-t4g-",
                "sl-t4g-0",
                "sl-t4g-x",
                "sl-t4g-1x",
                "sl-t4g-/1",
                "sl-t4g--1",
                "sl-t4g-9999999999999999999",
                "web_t4g-17",
                "x-sl-t4g-17"
            })
    void anIdThatNoJournalMadeTellsNoChild(String text) {
        assertThat(new ClOrdId(text).child()).isEmpty();
    }
}
