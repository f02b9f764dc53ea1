package sluice.risk;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Qty;

/** Whether the order, and the position it may lead to at the worst, stay within bounds. */
final class SizeChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
        var max = subject.limits().order().maxQty();
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
                subject.limits().position().maxQty(),
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
                .map(value ->
                        value.add(subject.exposure().positions().elsewhere().gross()))
                .flatMap(value -> above(
                        Code.RISK_MAX_GROSS, max, value, "The value of all positions, with all that is open filled,"));
    }

    /** Long and short taken from each other, over all symbols. */
    static Optional<Refusal> maxNet(Subject subject) {
        if (subject.mayAlways() || subject.intent().addedQty().isZero()) {
            return Optional.empty();
        }
        var elsewhere = subject.exposure().positions().elsewhere().net(subject.side());
        return subject.dearest()
                .flatMap(px -> subject.worth(worst(subject), px))
                .flatMap(value -> above(
                        Code.RISK_MAX_NET,
                        subject.limits().position().maxNet(),
                        value.add(elsewhere),
                        "The value of all positions, short taken from long,"));
    }

    static Optional<Refusal> atVenue(Subject subject) {
        if (subject.mayAlways() || subject.intent().addedQty().isZero()) {
            return Optional.empty();
        }
        var worst = subject.exposure()
                .positions()
                .worstAtVenue(subject.side())
                .plus(subject.intent().addedQty());
        return subject.dearest()
                .flatMap(px -> subject.worth(worst, px))
                .flatMap(value -> above(
                        Code.RISK_AT_VENUE,
                        subject.limits().position().atVenue(),
                        value,
                        "The value of the position in " + subject.place()
                                + ", with all that is open or unknown filled,"));
    }

    static Optional<Refusal> depth(Subject subject) {
        var volumes = subject.exposure().conditions().volumes();
        var max = subject.limits().order().maxDepthPct();
        return share(subject, volumes.near(), Code.RISK_MAX_DEPTH, max, "what stands within 10 bps of the mid");
    }

    static Optional<Refusal> daily(Subject subject) {
        var volumes = subject.exposure().conditions().volumes();
        return share(
                subject,
                volumes.daily(),
                Code.RISK_MAX_ADV,
                subject.limits().order().maxAdvPct(),
                "a day's volume");
    }

    private static Optional<Refusal> share(Subject subject, Optional<Qty> whole, Code code, BigDecimal max, String of) {
        var qty = subject.orderQty().value().multiply(HUNDRED);
        return whole.filter(all -> qty.compareTo(max.multiply(all.value())) > 0)
                .flatMap(all -> Refusal.that(
                        code,
                        Refusal.plain(max),
                        subject.orderQty().plain(),
                        "%s %s is more than %s %% of %s, %s."
                                .formatted(
                                        subject.orderQty(), subject.priced().symbol(), Refusal.plain(max), of, all)));
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
