package sluice.risk;

import static sluice.risk.Refusal.plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import sluice.market.Px;

/** Whether there is a market to trust, and whether the price makes sense in it. */
final class MarketChecks {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final int DIGITS = 8;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private MarketChecks() {}

    static Optional<Refusal> noMid(Subject subject) {
        if (subject.mid().isPresent() || subject.mayAlways() && subject.px().isPresent()) {
            return Optional.empty();
        }
        var text = "No venue has a book of " + subject.instrument().symbol()
                + " that can be trusted now, so no price can be checked.";
        return Refusal.that(Code.RISK_NO_BOOK, "a mid", "none", text);
    }

    static Optional<Refusal> noBook(Subject subject) {
        if (subject.mayAlways() || subject.exposure().market().bookAge().isPresent()) {
            return Optional.empty();
        }
        var text = "There is no book of " + subject.place() + " now.";
        return Refusal.that(Code.RISK_NO_BOOK, "a book", "none", text);
    }

    static Optional<Refusal> staleBook(Subject subject) {
        var max = subject.limits().collar().maxBookAgeMs();
        return subject.exposure()
                .market()
                .bookAge()
                .filter(age -> !subject.mayAlways() && age.toNanos() > max * 1_000_000)
                .flatMap(age -> Refusal.that(
                        Code.RISK_STALE_BOOK,
                        max + " ms",
                        age.toMillis() + " ms",
                        "The book of %s is stale: its feed gave no sign of life for %s ms, and %s ms are allowed."
                                .formatted(subject.place(), age.toMillis(), max)));
    }

    /** A venue that crosses itself has no book; of two that cross each other for long, one is wrong. */
    static Optional<Refusal> crossed(Subject subject) {
        var max = subject.limits().collar().maxCrossedMs();
        var crossed = subject.exposure().market().crossedFor();
        if (subject.mayAlways() || crossed.toNanos() <= max * 1_000_000) {
            return Optional.empty();
        }
        var text = ("The venues of %s have crossed each other for %d ms, and %d ms are allowed: "
                        + "one of their books is wrong.")
                .formatted(subject.instrument().symbol(), crossed.toMillis(), max);
        return Refusal.that(Code.RISK_CROSSED_BOOK, max + " ms", crossed.toMillis() + " ms", text);
    }

    static Optional<Refusal> collar(Subject subject) {
        if (subject.mayAlways() || subject.mid().isEmpty()) {
            return Optional.empty();
        }
        var own = subject.intent().collarBps();
        var max = subject.limits().collar().maxBps();
        if (own.filter(bps -> bps.signum() < 0 || bps.compareTo(max) > 0).isPresent()) {
            var text = "A collar must be between 0 and %s bps.".formatted(plain(max));
            return Refusal.that(Code.RISK_COLLAR, plain(max), plain(own.get()), text);
        }
        return subject.intent()
                .terms()
                .px()
                .flatMap(px -> outside(subject, px, subject.mid().get()));
    }

    private static Optional<Refusal> outside(Subject subject, Px px, Px mid) {
        var beyond = px.value()
                .subtract(mid.value())
                .multiply(BigDecimal.valueOf(subject.side().sign()));
        if (beyond.multiply(BPS).compareTo(subject.collarBps().multiply(mid.value())) > 0) {
            var worst = mid.worsened(subject.side(), subject.collarBps());
            var text = "Price %s is beyond the collar of %s bps around the mid %s: the worst allowed is %s."
                    .formatted(px, plain(subject.collarBps()), shown(mid, mid), shown(worst, mid));
            return Refusal.that(Code.RISK_COLLAR, worst.plain(), px.plain(), text);
        }
        var passive = subject.limits().collar().passivePct();
        if (beyond.negate().multiply(HUNDRED).compareTo(passive.multiply(mid.value())) > 0) {
            var farthest =
                    mid.worsened(subject.side(), passive.multiply(HUNDRED).negate());
            var text = "Price %s is more than %s %% away from the mid %s: the farthest allowed is %s."
                    .formatted(px, plain(passive), shown(mid, mid), shown(farthest, mid));
            return Refusal.that(Code.RISK_COLLAR, farthest.plain(), px.plain(), text);
        }
        return Optional.empty();
    }

    /** To so many digits as prices have; what is allowed is never shown wider than it is. */
    private static String shown(Px px, Px mid) {
        var inwards = px.compareTo(mid) > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
        return plain(px.value().round(new MathContext(DIGITS, inwards)));
    }

    static Optional<Refusal> lastTrade(Subject subject) {
        var last = subject.exposure().market().lastTrade();
        if (subject.mayAlways() || subject.mid().isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var max = subject.limits().collar().lastTradePct();
        var mid = subject.mid().get().value();
        var traded = last.get().value();
        if (mid.subtract(traded).abs().multiply(HUNDRED).compareTo(max.multiply(traded)) <= 0) {
            return Optional.empty();
        }
        var text = "The mid %s is more than %s %% from the last trade, %s: one of them is wrong."
                .formatted(plain(mid), plain(max), plain(traded));
        return Refusal.that(Code.RISK_LAST_TRADE, plain(traded), plain(mid), text);
    }
}
