package sluice.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import sluice.market.Px;

/**
 * Implementation shortfall and what it is made of, in quote money; positive is cost. Immutable.
 *
 * <ol>
 *   <li>The total is paper less actual, worked out on its own.
 *   <li>The components add up to it exactly, whatever was filled.
 * </ol>
 *
 * @param delay from the decision to the arrival, on what filled
 * @param schedule from the arrival to the send
 * @param latency from the send to the match
 * @param execution against the mid at the match: spread and impact
 * @param opportunity what did not fill, from the decision to the end
 */
public record Shortfall(
        BigDecimal total,
        BigDecimal delay,
        BigDecimal schedule,
        BigDecimal latency,
        BigDecimal execution,
        BigDecimal fees,
        BigDecimal opportunity) {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    public static Shortfall of(Benchmarks by, List<Priced> fills) {
        var sums = new Sums(by);
        fills.forEach(sums::add);
        return sums.shortfall();
    }

    /** What the components leave unexplained: nothing. */
    public BigDecimal residual() {
        return total.subtract(delay)
                .subtract(schedule)
                .subtract(latency)
                .subtract(execution)
                .subtract(fees)
                .subtract(opportunity);
    }

    /** The total in basis points of what the order was worth at the decision. */
    public BigDecimal bps(Benchmarks by) {
        return bps(total, by.orderQty().value().multiply(by.decision().value()));
    }

    /** Money in basis points of other money, which is above zero. */
    static BigDecimal bps(BigDecimal money, BigDecimal of) {
        return money.multiply(TEN_THOUSAND).divide(of, MathContext.DECIMAL64);
    }

    /** What grows fill by fill; a mid that is missing is the one before it. */
    private static final class Sums {

        private final Benchmarks by;
        private BigDecimal actual = BigDecimal.ZERO;
        private BigDecimal filled = BigDecimal.ZERO;
        private BigDecimal delay = BigDecimal.ZERO;
        private BigDecimal schedule = BigDecimal.ZERO;
        private BigDecimal latency = BigDecimal.ZERO;
        private BigDecimal execution = BigDecimal.ZERO;
        private BigDecimal fees = BigDecimal.ZERO;

        Sums(Benchmarks by) {
            this.by = by;
        }

        void add(Priced fill) {
            var qty = fill.qty().value();
            var submit = fill.submitMid().orElse(by.arrival());
            var match = fill.fillMid().orElse(submit);
            filled = filled.add(qty);
            delay = delay.add(cost(qty, by.arrival(), by.decision()));
            schedule = schedule.add(cost(qty, submit, by.arrival()));
            latency = latency.add(cost(qty, match, submit));
            execution = execution.add(cost(qty, fill.px(), match));
            fees = fees.add(fill.fee());
            actual = actual.add(cost(qty, by.end(), fill.px())).subtract(fill.fee());
        }

        /** {@code s * qty * (px - against)}. */
        private BigDecimal cost(BigDecimal qty, Px px, Px against) {
            return px.value()
                    .subtract(against.value())
                    .multiply(qty)
                    .multiply(BigDecimal.valueOf(by.side().sign()));
        }

        Shortfall shortfall() {
            var asked = by.orderQty().value();
            var paper = cost(asked, by.end(), by.decision());
            var opportunity = cost(asked.subtract(filled), by.end(), by.decision());
            return new Shortfall(paper.subtract(actual), delay, schedule, latency, execution, fees, opportunity);
        }
    }
}
