package sluice.risk;

import java.math.BigDecimal;
import java.util.Optional;

/** One check that an order failed: the limit, what it would have been, and a sentence for people. Immutable. */
public record Refusal(Code code, String limit, String value, String message) {

    static Optional<Refusal> that(Code code, String limit, String value, String message) {
        return Optional.of(new Refusal(code, limit, value, message));
    }

    static Optional<Refusal> above(Code code, BigDecimal limit, BigDecimal value, String what) {
        var text = "%s would be %s, above the limit of %s.".formatted(what, plain(value), plain(limit));
        return that(code, plain(limit), plain(value), text);
    }

    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
