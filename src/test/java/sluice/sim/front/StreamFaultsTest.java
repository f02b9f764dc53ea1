package sluice.sim.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.sim.front.StreamFaults.Nature;

class StreamFaultsTest {

    private static final Instant NOW = Instant.parse("2026-08-01T00:00:00Z");
    private static final Occasion DEPTH = Occasion.of("btcusdt@depth@100ms", "depth@100ms");
    private static final Occasion REPORT = Occasion.of("private", "executionReport");

    private final Faults faults = new Faults(EnumSet.allOf(FaultKind.class));
    private final StreamFaults stream = new StreamFaults(faults);

    @Test
    void withoutFaultsEverythingPasses() {
        assertThat(book(1, "a")).containsExactly("a");
        assertThat(report(1, "b")).containsExactly("b");
    }

    @Test
    void aGapTakesOneBookMessageAndNoOther() {
        faults.arm(Fault.once(FaultKind.GAP), NOW);
        assertThat(report(1, "r")).containsExactly("r");
        assertThat(book(1, "a")).isEmpty();
        assertThat(book(1, "b")).containsExactly("b");
    }

    @Test
    void aGapCanBeAskedForOnAnyStream() {
        faults.arm(Fault.once(FaultKind.GAP).on("executionReport"), NOW);
        assertThat(book(1, "a")).containsExactly("a");
        assertThat(report(1, "r")).isEmpty();
    }

    @Test
    void aReorderedMessageComesAfterTheNextOfItsStream() {
        faults.arm(Fault.once(FaultKind.REORDER), NOW);
        assertThat(book(1, "a")).isEmpty();
        assertThat(report(1, "r")).containsExactly("r");
        assertThat(book(1, "b")).containsExactly("b", "a");
        assertThat(book(1, "c")).containsExactly("c");
    }

    @Test
    void aDuplicateComesTwice() {
        faults.arm(Fault.once(FaultKind.DUPLICATE).on("private"), NOW);
        assertThat(book(1, "a")).containsExactly("a");
        assertThat(report(1, "r")).containsExactly("r", "r");
    }

    @Test
    void onlyThePrivateStreamLosesWhatIsDroppedFromIt() {
        faults.arm(Fault.once(FaultKind.DROP_PRIVATE).times(2), NOW);
        assertThat(book(1, "a")).containsExactly("a");
        assertThat(report(1, "r")).isEmpty();
        assertThat(report(1, "s")).isEmpty();
        assertThat(report(1, "t")).containsExactly("t");
    }

    @Test
    void aSilentConnectionStaysSilentWhileTheOthersTalk() {
        faults.arm(Fault.once(FaultKind.SILENCE), NOW);
        assertThat(book(1, "a")).isEmpty();
        assertThat(book(2, "b")).containsExactly("b");
        assertThat(report(1, "r")).isEmpty();
        assertThat(through(new Push.Ping(1, "p"), Occasion.of("ping"), Nature.CONTROL, NOW.plusSeconds(999)))
                .isEmpty();
    }

    @Test
    void aSilentStreamLeavesTheOthersOfItsConnectionAlone() {
        faults.arm(Fault.once(FaultKind.SILENCE).on("btcusdt@depth@100ms"), NOW);
        assertThat(book(1, "a")).isEmpty();
        assertThat(report(1, "r")).containsExactly("r");
        assertThat(book(1, "b")).isEmpty();
    }

    @Test
    void silenceEndsWithItsTime() {
        faults.arm(Fault.once(FaultKind.SILENCE).lasting(Duration.ofSeconds(5)), NOW);
        assertThat(book(1, "a")).isEmpty();
        assertThat(book(2, "b")).isEmpty();
        assertThat(texts(through(Push.Text.now(1, "c"), DEPTH, Nature.BOOK, NOW.plusSeconds(5))))
                .containsExactly("c");
    }

    @Test
    void aNewConnectionIsNotSilent() {
        faults.arm(Fault.once(FaultKind.SILENCE), NOW);
        assertThat(book(1, "a")).isEmpty();
        stream.closed(1);
        assertThat(book(1, "b")).containsExactly("b");
    }

    @Test
    void aStreamsConnectionIsCutInsteadOfItsMessage() {
        faults.arm(Fault.once(FaultKind.DISCONNECT).on("private"), NOW);
        assertThat(through(Push.Text.now(7, "r"), REPORT, Nature.PRIVATE, NOW)).containsExactly(new Push.Cut(7));
    }

    @Test
    void aNamedStreamIsLate() {
        faults.arm(Fault.once(FaultKind.DELAY).on("executionReport").with("ms", 250), NOW);
        assertThat(through(Push.Text.now(1, "r"), REPORT, Nature.PRIVATE, NOW))
                .containsExactly(new Push.Text(1, "r", Duration.ofMillis(250)));
    }

    private List<String> book(long conn, String text) {
        return texts(through(Push.Text.now(conn, text), DEPTH, Nature.BOOK, NOW));
    }

    private List<String> report(long conn, String text) {
        return texts(through(Push.Text.now(conn, text), REPORT, Nature.PRIVATE, NOW));
    }

    private List<Push> through(Push push, Occasion occasion, Nature nature, Instant now) {
        return stream.through(push, occasion, nature, now);
    }

    private static List<String> texts(List<Push> pushes) {
        return pushes.stream().map(push -> ((Push.Text) push).text()).toList();
    }
}
