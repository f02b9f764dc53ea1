package sluice.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.risk.Given.aDesk;

import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import sluice.risk.exposure.Pace;
import sluice.risk.limits.LimitKey;

class PaceTest {

    private static final long MS = 1_000_000;

    @Test
    void aBurstLeavesTheReserveForCancels() {
        var desk = paced("100");
        var pace = Pace.fresh(0);
        for (var i = 0; i < 7; i++) {
            pace = desk.with(pace, 0).buying("1", "60000").pace();
        }
        desk.with(pace, 0).buying("1", "60000").isRefused(Code.RISK_ORDER_RATE);
        desk.with(pace, 99 * MS).buying("1", "60000").isRefused(Code.RISK_ORDER_RATE);
        desk.with(pace, 100 * MS).buying("1", "60000").passes();
    }

    @Test
    void moreThanTheAllowedRepetitionsAreRefusedUntilTheWindowIsOver() {
        var desk = aDesk().limit(LimitKey.RATE_MAX_DUPLICATES, "2");
        var first = desk.buying("1", "60000").pace();
        var second = desk.with(first, 100 * MS).buying("1", "60000").pace();
        desk.with(second, 200 * MS).buying("1", "60000").isRefused(Code.RISK_DUPLICATE);
        desk.with(second, 200 * MS).buying("1", "60000.01").passes();
        desk.with(second, 500 * MS).buying("1", "60000").passes();
    }

    @Property(tries = 200)
    void noWindowSeesMoreThanTheBurstAndWhatCameBackMeanwhile(
            @ForAll @Size(120) List<@IntRange(min = 0, max = 120) Integer> gapsMs) {
        var desk = paced("1000000");
        var pace = Pace.fresh(0);
        var now = 0L;
        var sent = new ArrayDeque<Long>();
        for (var gap : gapsMs) {
            now += gap * MS;
            var verdict = desk.with(pace, now).buying("1", "60000").verdict();
            if (verdict instanceof Verdict.Passed passed) {
                pace = passed.pace();
                sent.add(now);
            }
            var since = now - 1000 * MS;
            sent.removeIf(at -> at <= since);
            assertThat(sent.size()).isLessThanOrEqualTo(7 + 10);
        }
    }

    private static Given paced(String duplicates) {
        return aDesk().limit(LimitKey.RATE_MAX_DUPLICATES, duplicates)
                .limit(LimitKey.RATE_PER_SECOND, "10")
                .limit(LimitKey.RATE_BURST, "10");
    }
}
