package sluice.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.ParentId;
import sluice.order.Reason;
import sluice.quality.Quality.Question;

class QualityBookTest {

    private static final Money NO_FEE = Money.of("0", "USDT");

    private final Told told = new Told();

    /** The fixture of the design's page, told as a desk journals it. */
    private void golden(Side side) {
        told.asks(1, side, "10", "60000", "60006")
                .sends(1, 1, Told.ALPHA, "4", "60009")
                .accepts(1, "60009")
                .fills(1, "4", "60012", Money.of("120.024", "USDT"), "60009")
                .sends(1, 2, Told.BETA, "6", "60018")
                .accepts(2, "60018")
                .fills(2, "4", "60021", Money.of("-2.401", "USDT"), "60018")
                .ends(2, Reason.IOC_REMAINDER);
    }

    @Test
    void whatWasToldComesToTheGoldenFixture() {
        golden(Side.BUY);
        told.accepts(2, "60050").endsParent(1);
        var shortfall = told.parent(1).shortfall().orElseThrow();
        assertThat(shortfall.money().total()).isEqualByComparingTo("349.623");
        assertThat(shortfall.money().opportunity()).isEqualByComparingTo("100");
        assertThat(shortfall.money().residual()).isEqualByComparingTo("0");
        assertThat(shortfall.bps()).isBetween(new BigDecimal("5.8270"), new BigDecimal("5.8271"));
    }

    @Test
    void aRestThatEndedLongAfterTheLastMidHasNoShortfall() {
        golden(Side.BUY);
        told.passes(Duration.ofMinutes(10)).endsParent(1);
        assertThat(told.parent(1).shortfall()).isEmpty();
        assertThat(told.parent(1).costs().decisionBps()).isPresent();
    }

    @Test
    void slippageIsSignedForTheSide() {
        golden(Side.SELL);
        var costs = told.parent(1).costs();
        assertThat(costs.avgPx()).contains(Px.of("60016.5"));
        assertThat(costs.decisionBps().orElseThrow()).isEqualByComparingTo("-2.75");
        assertThat(costs.arrivalBps().orElseThrow()).isNegative();
        assertThat(told.parent(1).children().get(0).mids())
                .isEqualTo(new Mids(
                        Optional.of(Px.of("60000")), Optional.of(Px.of("60006")), Optional.of(Px.of("60009"))));
    }

    @Test
    void aFeeInBaseIsValuedAtTheMidAndOneInAnythingElseIsNot() {
        told.asks(1, Side.BUY, "2", "60000", "60000")
                .sends(1, 1, Told.ALPHA, "2", "60000")
                .fills(1, "1", "60010", Money.of("0.001", "BTC"), "60005")
                .fills(1, "1", "60010", Money.of("0.02", "BNB"), "60005");
        assertThat(told.parent(1).costs().fees()).isEqualByComparingTo("60.005");
        assertThat(told.parent(1).costs().unvalued()).containsExactly(Money.of("0.02", "BNB"));
    }

    @Test
    void aFillRatioCountsWhatWasAtAVenueAndIsOver() {
        told.asks(1, Side.BUY, "9", "60000", "60000")
                .sends(1, 1, Told.ALPHA, "2", "60000")
                .fills(1, "1", "60010", NO_FEE, "60000")
                .ends(1, Reason.IOC_REMAINDER)
                .sends(1, 2, Told.ALPHA, "2", "60000")
                .rejects(2)
                .sends(1, 3, Told.ALPHA, "2", "60000")
                .sends(1, 4, Told.ALPHA, "2", "60000")
                .doubts(4)
                .sends(1, 5, Told.ALPHA, "1", "60000")
                .ends(5, Reason.NEVER_SENT);
        var tally = told.by(By.VENUE).rows().get(0).tally();
        assertThat(tally.fillRatio().orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(tally.endings())
                .containsEntry(Ending.EXPIRED, 1L)
                .containsEntry(Ending.REJECTED, 1L)
                .containsEntry(Ending.OPEN, 1L)
                .containsEntry(Ending.IN_DOUBT, 1L)
                .containsEntry(Ending.NEVER_SENT, 1L);
    }

    @Test
    void childrenAreToldApartByWhatIsAsked() {
        golden(Side.BUY);
        assertThat(told.by(By.VENUE).rows())
                .extracting(Quality.Row::group)
                .containsExactly(List.of("alpha"), List.of("beta"));
        assertThat(told.by(By.TYPE).rows()).extracting(Quality.Row::group).containsExactly(List.of("IOC"));
        assertThat(told.by(By.HOUR).rows()).extracting(Quality.Row::group).containsExactly(List.of("09"));
        assertThat(told.by(By.REGIME).rows()).extracting(Quality.Row::group).containsExactly(List.of("CALM"));
        assertThat(told.by(By.VENUE).total()).hasSize(1);
    }

    @Test
    void anAnswerThatNeverCameCountsWithTheTimeItWasWaitedFor() {
        told.asks(1, Side.BUY, "1", "60000", "60000")
                .sends(1, 1, Told.ALPHA, "1", "60000")
                .passes(Duration.ofSeconds(5))
                .doubts(1)
                .accepts(1, "60000");
        var ack = latency(Step.ACK);
        assertThat(ack.count()).isEqualTo(1);
        assertThat(ack.max()).isGreaterThan(Duration.ofSeconds(5)).isLessThan(Duration.ofMillis(5_100));
    }

    @Test
    void theRarestTailIsNotShownBelowTenThousandSamples() {
        for (int i = 1; i <= 9_999; i++) {
            ask(i);
        }
        assertThat(latency(Step.ACK).p999()).isEmpty();
        ask(10_000);
        assertThat(latency(Step.ACK).p999()).isPresent();
    }

    private void ask(int id) {
        told.asks(id, Side.BUY, "1", "60000", "60000")
                .sends(id, id, Told.ALPHA, "1", "60000")
                .fills(id, "1", "60001", NO_FEE, "60000")
                .accepts(id, "60000");
    }

    private LatencyFigures latency(Step step) {
        return told.all().latencies().stream()
                .filter(each -> each.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsForgottenStillCounts() {
        var few = new Told(new QualityBook(3));
        for (int i = 1; i <= 10; i++) {
            few.asks(i, Side.BUY, "1", "60000", "60000")
                    .sends(i, i, Told.ALPHA, "1", "60000")
                    .fills(i, "1", "60012", NO_FEE, "60000");
        }
        assertThat(few.all().parents().newest()).hasSize(3);
        assertThat(few.all().parents().older()).isEqualTo(7);
        var total = few.all().total().get(0).tally();
        assertThat(total.children()).isEqualTo(10);
        assertThat(total.decision().bps().orElseThrow()).isEqualByComparingTo("2");
    }

    @Test
    void nothingIsTimedAcrossARestart() {
        told.asks(1, Side.BUY, "1", "60000", "60000").sends(1, 1, Told.ALPHA, "1", "60000");
        told.book.restarted();
        told.accepts(1, "60000");
        assertThat(told.all().latencies()).extracting(LatencyFigures::step).doesNotContain(Step.ACK, Step.PLACE);
    }

    @Test
    void ordersFromBeforeAreLeftOut() {
        golden(Side.BUY);
        told.passes(Duration.ofHours(2));
        var since = told.at().at();
        ask(2);
        var question = new Question(Optional.of(since), List.of(), Optional.empty(), 20);
        assertThat(told.book.answer(1, question).parents().newest()).hasSize(1);
        assertThat(told.book.answer(1, question).total().get(0).tally().children())
                .isEqualTo(1);
    }

    @Test
    void oneOrdersLatenciesAreItsOwn() {
        ask(1);
        ask(2);
        var parent = Optional.of(new ParentId(2));
        var own = told.book.answer(1, new Question(Optional.empty(), List.of(), parent, 20));
        assertThat(latency(Step.ACK).count()).isEqualTo(2);
        assertThat(own.latencies())
                .filteredOn(each -> each.step() == Step.ACK)
                .extracting(LatencyFigures::count)
                .containsExactly(1L);
    }
}
