package sluice.risk;

import static sluice.risk.Refusal.plain;

import java.math.BigDecimal;
import java.util.Optional;
import sluice.market.Qty;
import sluice.risk.exposure.Bucket;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;
import sluice.risk.limits.Limits;
import sluice.risk.limits.Refill;

/** Whether there is room for one order more: in the count of open ones, in the pace, and in the balance. */
final class FlowChecks {

    private FlowChecks() {}

    static Optional<Refusal> maxOpenOrders(Subject subject) {
        if (subject.mayAlways() || subject.intent().amends().isPresent()) {
            return Optional.empty();
        }
        var open = subject.limits().open();
        var venue = subject.instrument().venue();
        var atVenue = room(open.perVenue(), subject.exposure().working().atVenue(), "at " + venue);
        return atVenue.or(() ->
                        room(perSymbol(subject), subject.exposure().working().inSymbol(), "in " + subject.place()))
                .or(() -> perTag(subject));
    }

    private static Optional<Refusal> perTag(Subject subject) {
        return subject.intent()
                .tag()
                .flatMap(tag -> room(
                        subject.limits().tag().open(),
                        subject.exposure().working().inTag(),
                        "under the tag " + tag));
    }

    private static long perSymbol(Subject subject) {
        var open = subject.limits().open();
        var theirs = subject.intent().listing().maxOpenOrders();
        return theirs.isEmpty()
                ? open.perSymbol()
                : Math.min(open.perSymbol(), theirs.getAsInt() * open.venueSharePct() / 100);
    }

    private static Optional<Refusal> room(long max, int working, String where) {
        if (working < max) {
            return Optional.empty();
        }
        var text = "%d orders %s are open, pending or unknown, and %d may be.".formatted(working, where, max);
        return Refusal.that(Code.RISK_MAX_OPEN_ORDERS, Long.toString(max), Long.toString(working + 1L), text);
    }

    static Optional<Refusal> orderRate(Subject subject) {
        if (subject.mayAlways()) {
            return Optional.empty();
        }
        var now = subject.exposure().nowNanos();
        var pace = subject.exposure().pace();
        var rate = subject.limits().rate();
        var venue = subject.instrument().venue();
        var whole = tokens(pace.desk(), rate.desk(), rate, now, "the desk");
        return whole.or(() -> tokens(pace.of(venue, now), rate.venue(), rate, now, venue.name()))
                .or(() -> subject.intent()
                        .tag()
                        .flatMap(tag -> tokens(
                                pace.of(tag, now), subject.limits().tag().refill(), rate, now, "the tag " + tag)));
    }

    private static Optional<Refusal> tokens(Bucket bucket, Refill refill, Limits.Rate limits, long now, String whose) {
        var usable = refill.burst() * (100 - limits.cancelReservePct()) / 100;
        var used = bucket.used(refill, now);
        if (used < usable) {
            return Optional.empty();
        }
        var text = "Orders are going out faster than %s may send them: %d at once are allowed, one more every %s ms."
                .formatted(whose, usable, plain(BigDecimal.valueOf(refill.intervalNanos(), 6)));
        return Refusal.that(Code.RISK_ORDER_RATE, Long.toString(usable), Long.toString(used + 1), text);
    }

    static Optional<Refusal> duplicate(Subject subject) {
        if (subject.mayAlways()) {
            return Optional.empty();
        }
        var rate = subject.limits().rate();
        var alike = subject.exposure()
                .pace()
                .alike(subject.intent().likeness(), rate, subject.exposure().nowNanos());
        if (alike < rate.maxDuplicates()) {
            return Optional.empty();
        }
        var text = "%d orders exactly like this one went out in the last %d ms: it looks like a repetition."
                .formatted(alike, rate.duplicateWindowMs());
        return Refusal.that(Code.RISK_DUPLICATE, Long.toString(rate.maxDuplicates()), Long.toString(alike + 1L), text);
    }

    static Optional<Refusal> balance(Subject subject) {
        var px = subject.px().or(subject::mid);
        if (subject.mayAlways() || px.isEmpty()) {
            return Optional.empty();
        }
        var asset = Outlay.asset(subject.priced());
        var venue = subject.instrument().venue();
        var outlay = subject.intent().listing().outlay();
        var whole = outlay.of(subject.priced(), opening(subject), px.get());
        var held = subject.intent()
                .amends()
                .map(order -> Funds.need(order, outlay))
                .orElse(BigDecimal.ZERO);
        var need = whole.subtract(held);
        var available = subject.exposure().funds().available();
        if (available.isEmpty()) {
            var text = "%s has not told our balance of %s, so it cannot be known whether it suffices."
                    .formatted(venue, asset);
            return Refusal.that(Code.RISK_BALANCE, "unknown", plain(need), text);
        }
        if (need.signum() <= 0 || need.compareTo(available.get()) <= 0) {
            return Optional.empty();
        }
        var text = "%s %s are needed at %s, fee included, and %s are free there."
                .formatted(plain(need), asset, venue, plain(available.get().max(BigDecimal.ZERO)));
        return Refusal.that(Code.RISK_BALANCE, plain(available.get()), plain(need), text);
    }

    /** What has to be paid for: in a perpetual, what is not merely taken off the position there. */
    private static Qty opening(Subject subject) {
        var qty = subject.intent()
                .amends()
                .map(order -> subject.orderQty().minus(order.cumQty()))
                .orElse(subject.orderQty());
        if (!subject.instrument().symbol().isPerpetual()
                || subject.intent().amends().isPresent()) {
            return qty;
        }
        return qty.minus(subject.exposure().positions().reducible(subject.side()))
                .max(Qty.ZERO);
    }
}
