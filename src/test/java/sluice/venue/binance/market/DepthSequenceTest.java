package sluice.venue.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.book.Verdict;

class DepthSequenceTest {

    private final DepthSequence sequence = new DepthSequence();

    @ParameterizedTest
    @CsvSource({
        "990, 999, STALE",
        "990, 1000, STALE",
        "1000, 1000, STALE",
        "990, 1001, APPLY",
        "1000, 1004, APPLY",
        "1001, 1001, APPLY",
        "1001, 1004, APPLY",
        "1002, 1004, GAP",
        "5000, 5001, GAP",
    })
    void anEventIsJudgedAgainstTheSnapshot(long first, long last, Verdict verdict) {
        sequence.start(1000);
        assertThat(sequence.judge(first, last)).isEqualTo(verdict);
    }

    @Test
    void anAppliedEventMovesTheRuleOn() {
        sequence.start(1000);
        sequence.judge(1001, 1004);
        assertThat(sequence.expected()).isEqualTo(1005);
        assertThat(sequence.judge(1001, 1004)).isEqualTo(Verdict.STALE);
        assertThat(sequence.judge(1006, 1007)).isEqualTo(Verdict.GAP);
        assertThat(sequence.judge(1005, 1007)).isEqualTo(Verdict.APPLY);
    }
}
