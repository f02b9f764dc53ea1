package sluice.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;

class ShortfallTest {

    private static final List<Priced> FILLS = List.of(
            new Priced(Qty.of("4"), Px.of("60012"), new BigDecimal("120.024"), mid("60009"), Optional.empty()),
            new Priced(Qty.of("4"), Px.of("60021"), new BigDecimal("-2.401"), mid("60018"), Optional.empty()));

    private static Optional<Px> mid(String px) {
        return Optional.of(Px.of(px));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 349.623, 5.82705, 48 60 0 24 117.623 100", "SELL, -114.377, -1.90628, -48 -60 0 -24 117.623 -100"
    })
    void theGoldenFixtureComesOutToTheLastDigit(Side side, BigDecimal total, BigDecimal bps, String components) {
        var by = new Benchmarks(side, Qty.of("10"), Px.of("60000"), Px.of("60006"), Px.of("60050"));
        var shortfall = Shortfall.of(by, FILLS);
        assertThat(shortfall.total()).isEqualByComparingTo(total);
        assertThat(shortfall.bps(by).setScale(5, RoundingMode.HALF_EVEN)).isEqualByComparingTo(bps);
        var parts = Stream.of(
                shortfall.delay(),
                shortfall.schedule(),
                shortfall.latency(),
                shortfall.execution(),
                shortfall.fees(),
                shortfall.opportunity());
        assertThat(parts.map(part ->
                        part.signum() == 0 ? "0" : part.stripTrailingZeros().toPlainString()))
                .containsExactly(components.split(" "));
        assertThat(shortfall.residual()).isEqualByComparingTo("0");
    }

    @Test
    void aSellAboveItsDecisionCostsLessThanNothing() {
        var fill = new Priced(Qty.of("1"), Px.of("60010"), BigDecimal.ZERO, Optional.empty(), Optional.empty());
        var mids = new Mids(mid("60000"), mid("60000"), mid("60000"));
        var costs = Costs.of(Side.SELL.sign(), List.of(fill), List.of(), mids);
        assertThat(costs.decisionBps().orElseThrow()).isNegative();
        assertThat(Costs.of(Side.BUY.sign(), List.of(fill), List.of(), mids)
                        .decisionBps()
                        .orElseThrow())
                .isPositive();
    }

    @Property(tries = 500)
    void theComponentsAddUpToTheTotalExactly(
            @ForAll Side side,
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 1_000_000) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 1_000_000) int decision,
            @ForAll @IntRange(min = 1, max = 1_000_000) int arrival,
            @ForAll @IntRange(min = 1, max = 1_000_000) int end) {
        var fills = new ArrayList<Priced>();
        var qty = Qty.ZERO;
        for (int number : numbers) {
            fills.add(fill(number));
            qty = qty.plus(fill(number).qty());
        }
        var by = new Benchmarks(side, qty.plus(Qty.of("0.37")), px(decision), px(arrival), px(end));
        assertThat(Shortfall.of(by, fills).residual()).isEqualByComparingTo("0");
    }

    /** Whatever a number makes of itself, mids missing now and then. */
    private static Priced fill(int number) {
        return new Priced(
                new Qty(new BigDecimal(number).movePointLeft(7)),
                px(number * 7 % 999_983 + 1),
                new BigDecimal(number % 2_003 - 1_001).movePointLeft(5),
                number % 3 == 0 ? Optional.empty() : Optional.of(px(number % 77_773 + 1)),
                number % 5 == 0 ? Optional.empty() : Optional.of(px(number % 55_579 + 1)));
    }

    private static Px px(int number) {
        return new Px(new BigDecimal(number).movePointLeft(2));
    }
}
