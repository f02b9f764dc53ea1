package sluice.risk;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Qty;

/** Whether the order, and the position it may lead to at the worst, stay within bounds. */
final class SizeChecks {

    private SizeChecks() {}

    static Optional<Refusal> maxNotional(Subject subject) {
        if (subject.mayAlways()) {
            return Optional.empty();
        }
        var max = subject.limits().order().maxNotional();
        var px = subject.dearest();
        if (px.isEmpty()) {
            return Optional.empty();
        }
        var value = subject.worth(subject.orderQty(), px.get());
        if (value.isEmpty()) {
            return unvalued(subject, max);
        }
        return above(Code.RISK_MAX_NOTIONAL, max, value.get(), "The value of this order");
    }

    static Optional<Refusal> maxOrderQty(Subject subject) {
        if (subject.mayAlways()) {
            return Optional.empty();
        }
        var max = subject.limits().maxOrderQty(subject.instrument().symbol());
        return above(Code.RISK_MAX_ORDER_QTY, max, subject.orderQty().value(), "The quantity of this order");
    }

    static Optional<Refusal> maxPosition(Subject subject) {
        if (subject.mayAlways()) {
            return Optional.empty();
        }
        var symbol = subject.instrument().symbol();
        var worst = worst(subject);
        var inUnits = above(
                Code.RISK_MAX_POSITION,
                subject.limits().maxPositionQty(symbol),
                worst.value(),
                "The position in " + symbol + ", with all that is open or unknown filled,");
        return inUnits.or(() -> subject.dearest()
                .flatMap(px -> subject.worth(worst, px))
                .flatMap(value -> above(
                        Code.RISK_MAX_POSITION,
                        subject.limits().position().maxNotional(),
                        value,
                        "The value of the position in " + symbol + ", with all that is open or unknown filled,")));
    }

    static Optional<Refusal> maxGross(Subject subject) {
        var before = subject.exposure().positions().worst();
        var after = worst(subject).max(before);
        if (subject.mayAlways() || after.equals(before)) {
            return Optional.empty();
        }
        var max = subject.limits().position().maxGross();
        return subject.dearest()
                .flatMap(px -> subject.worth(after, px))
                .map(value -> value.add(subject.exposure().positions().elsewhere()))
                .flatMap(value -> above(
                        Code.RISK_MAX_GROSS, max, value, "The value of all positions, with all that is open filled,"));
    }

    /** The position in this order's direction, were everything open on its side to fill, and it too. */
    private static Qty worst(Subject subject) {
        return subject.exposure()
                .positions()
                .worst(subject.side())
                .plus(subject.intent().addedQty());
    }

    private static Optional<Refusal> unvalued(Subject subject, BigDecimal max) {
        var text = "Nothing says what a %s is worth, so the order cannot be held against its limit."
                .formatted(subject.instrument().symbol().quote());
        return Refusal.that(Code.RISK_MAX_NOTIONAL, Refusal.plain(max), "unknown", text);
    }

    private static Optional<Refusal> above(Code code, BigDecimal max, BigDecimal value, String what) {
        return value.compareTo(max) <= 0 ? Optional.empty() : Refusal.above(code, max, value, what);
    }
}
