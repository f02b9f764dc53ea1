package sluice.risk;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Px;
import sluice.market.Side;

/** Whether the venue could take the order as it is: its status, what it offers, its grid and its bounds. */
final class GridChecks {

    private GridChecks() {}

    static Optional<Refusal> halted(Subject subject) {
        var status = subject.instrument().status();
        if (status == Instrument.Status.TRADING) {
            return Optional.empty();
        }
        var text = subject.place() + " takes no new orders now: the venue says " + status + ".";
        return Refusal.that(Code.RISK_HALTED_INSTRUMENT, Instrument.Status.TRADING.name(), status.name(), text);
    }

    static Optional<Refusal> unsupported(Subject subject) {
        return flaw(subject)
                .map(flaw -> new Refusal(
                        Code.RISK_UNSUPPORTED,
                        subject.intent().listing().tifs().stream()
                                .sorted()
                                .toList()
                                .toString(),
                        subject.priced().tif().toString(),
                        flaw));
    }

    private static Optional<String> flaw(Subject subject) {
        var terms = subject.priced();
        var listing = subject.intent().listing();
        if (!listing.tifs().contains(terms.tif().kind())) {
            return Optional.of(subject.place() + " takes no " + terms.tif().kind() + " orders.");
        }
        if (terms.postOnly() && !listing.postOnly()) {
            return Optional.of(subject.place() + " takes no post-only orders.");
        }
        if (terms.postOnly()
                && (subject.intent().terms().px().isEmpty() || !terms.tif().rests())) {
            return Optional.of("A post-only order needs a price and must be able to rest.");
        }
        return terms.reduceOnly() && terms.symbol().isPerpetual() && !listing.reduceOnly()
                ? Optional.of(subject.place() + " takes no reduce-only orders.")
                : Optional.empty();
    }

    static Optional<Refusal> tick(Subject subject) {
        var tick = subject.instrument().grid().tick();
        return subject.px().flatMap(px -> {
            if (!px.isPositive()) {
                return Refusal.that(Code.RISK_TICK, tick.toPlainString(), px.plain(), "A price must be above zero.");
            }
            return px.isOn(tick) ? Optional.empty() : offTick(subject, px, tick);
        });
    }

    private static Optional<Refusal> offTick(Subject subject, Px px, BigDecimal tick) {
        var text = "Price %s is off the tick of %s, %s: the nearest are %s and %s."
                .formatted(
                        px,
                        subject.place(),
                        Refusal.plain(tick),
                        px.onGrid(tick, Side.BUY),
                        px.onGrid(tick, Side.SELL));
        return Refusal.that(Code.RISK_TICK, Refusal.plain(tick), px.plain(), text);
    }

    static Optional<Refusal> lot(Subject subject) {
        var lot = subject.instrument().grid().lot();
        var qty = subject.orderQty();
        if (qty.isOn(lot)) {
            return Optional.empty();
        }
        var below = qty.floor(lot);
        var nearest = below.isPositive()
                ? "the nearest are %s and %s".formatted(below, qty.ceiling(lot))
                : "the smallest is %s".formatted(qty.ceiling(lot));
        var text = "Quantity %s is off the lot of %s, %s: %s."
                .formatted(qty, subject.place(), Refusal.plain(lot), nearest);
        return Refusal.that(Code.RISK_LOT, Refusal.plain(lot), qty.plain(), text);
    }

    static Optional<Refusal> minQty(Subject subject) {
        var min = subject.instrument().bounds().minQty();
        var qty = subject.orderQty();
        if (!qty.isPositive()) {
            return Refusal.that(Code.RISK_MIN_QTY, min.plain(), qty.plain(), "A quantity must be above zero.");
        }
        if (qty.compareTo(min) >= 0) {
            return Optional.empty();
        }
        var text = "Quantity %s is below the smallest that %s takes, %s.".formatted(qty, subject.place(), min);
        return Refusal.that(Code.RISK_MIN_QTY, min.plain(), qty.plain(), text);
    }

    static Optional<Refusal> maxQty(Subject subject) {
        var max = subject.instrument().bounds().maxQty();
        var qty = subject.orderQty();
        if (max.isZero() || qty.compareTo(max) <= 0) {
            return Optional.empty();
        }
        var text =
                "Quantity %s is above the largest that %s takes in one order, %s.".formatted(qty, subject.place(), max);
        return Refusal.that(Code.RISK_MAX_QTY, max.plain(), qty.plain(), text);
    }

    static Optional<Refusal> minNotional(Subject subject) {
        var min = subject.instrument().bounds().minNotional();
        return notional(subject)
                .filter(value -> value.compareTo(min) < 0)
                .flatMap(value -> Refusal.that(
                        Code.RISK_MIN_NOTIONAL,
                        Refusal.plain(min),
                        Refusal.plain(value),
                        "%s of %s is worth %s, below the smallest order there, %s."
                                .formatted(
                                        subject.orderQty(),
                                        subject.place(),
                                        Refusal.plain(value),
                                        Refusal.plain(min))));
    }

    static Optional<Refusal> maxNotional(Subject subject) {
        var max = subject.instrument().bounds().maxNotional();
        return notional(subject)
                .filter(value -> max.signum() > 0 && value.compareTo(max) > 0)
                .flatMap(value -> Refusal.that(
                        Code.RISK_MAX_NOTIONAL,
                        Refusal.plain(max),
                        Refusal.plain(value),
                        "%s of %s is worth %s, above the largest order there, %s."
                                .formatted(
                                        subject.orderQty(),
                                        subject.place(),
                                        Refusal.plain(value),
                                        Refusal.plain(max))));
    }

    /** At the price that will be sent, since venues multiply that. */
    private static Optional<BigDecimal> notional(Subject subject) {
        return subject.px().map(px -> px.value().multiply(subject.orderQty().value()));
    }
}
