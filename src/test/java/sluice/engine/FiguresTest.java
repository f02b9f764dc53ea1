package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.quality.Measuring;
import sluice.engine.quality.Past;
import sluice.journal.MemoryJournal;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;
import sluice.quality.Step;
import sluice.venue.OrderNews;

/** Figures come of what is journaled, and of nothing else. */
class FiguresTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final Past past = (seq, reader) -> new MemoryJournal(desk.disk).replay(seq, reader);
    private final Measuring measuring = new Measuring(past, desk.clock);

    private static Quality ask(Measuring measuring) {
        return measuring.answer(Question.ALL).join();
    }

    private void trade() {
        desk.limit(Side.BUY, "2", "100.3");
        desk.venue(new OrderNews.Sent(new Request.New()));
        desk.pass(Duration.ofMillis(20)).accepts().trades("0.5", "100.1").trades("1.5", "100.2");
    }

    @Test
    void anOrderThatFilledIsMeasuredByTheMidItWasDecidedAt() {
        trade();
        var parent = ask(measuring).parents().newest().get(0);
        var decision = parent.mids().decision().orElseThrow().value();
        var cost = new BigDecimal("0.5")
                .multiply(new BigDecimal("100.1").subtract(decision))
                .add(new BigDecimal("1.5").multiply(new BigDecimal("100.2").subtract(decision)));
        var shortfall = parent.shortfall().orElseThrow().money();
        assertThat(shortfall.total().subtract(shortfall.fees())).isEqualByComparingTo(cost);
        assertThat(shortfall.residual()).isEqualByComparingTo("0");
        assertThat(parent.costs().decisionBps().orElseThrow()).isPositive();
    }

    @Test
    void aRestartShowsTheSameFigures() {
        trade();
        desk.limit(Side.SELL, "1", "99");
        desk.accepts().ends(Closure.of(Reason.EXPIRED));
        var before = ask(measuring);
        desk.crash();
        var after = ask(new Measuring(past, desk.clock));
        assertThat(after.parents()).isEqualTo(before.parents());
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.latencies()).isEqualTo(before.latencies());
    }

    @Test
    void whatComesLaterIsAddedToWhatIsKnown() {
        trade();
        assertThat(ask(measuring).parents().newest()).hasSize(1);
        trade();
        var quality = ask(measuring);
        assertThat(quality.parents().newest()).hasSize(2);
        assertThat(quality.rows().get(0).tally().children()).isEqualTo(2);
        assertThat(ask(new Measuring(past, desk.clock)).parents()).isEqualTo(quality.parents());
    }

    @Test
    void stepsAreTimedFromTheirStamps() {
        trade();
        var ack = ask(measuring).latencies().stream()
                .filter(each -> each.step() == Step.ACK)
                .findFirst()
                .orElseThrow();
        assertThat(ack.p50()).isBetween(Duration.ofMillis(20), Duration.ofMillis(21));
    }

    @Test
    void aJournalThatCannotBeReadIsSaidAndTriedAgain() {
        trade();
        var broken = new boolean[] {true};
        Past failing = (seq, reader) -> {
            if (broken[0]) {
                throw new IllegalStateException("it is locked");
            }
            past.after(seq, reader);
        };
        var retrying = new Measuring(failing, desk.clock);
        assertThat(ask(retrying).trouble()).isEqualTo("it is locked");
        broken[0] = false;
        assertThat(ask(retrying).parents().newest()).hasSize(1);
        assertThat(List.of(ask(retrying).trouble())).containsExactly("");
    }

    @Test
    void aClosedMeasuringAnswersAllTheSame() {
        measuring.close();
        assertThat(ask(measuring).trouble()).isNotEmpty();
        assertThat(Optional.of(measuring.latest())).isPresent();
    }
}
