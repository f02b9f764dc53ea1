package sluice.risk;

import static sluice.risk.Refusal.plain;

import java.time.Duration;
import java.util.Optional;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.order.Tif;
import sluice.risk.exposure.Conditions.Opposites.Own;

/** Whether the desk itself is well: its journal and clocks, what it knows, and what its own orders do to each other. */
final class GuardChecks {

    private static final String ARBITRAGE = "arbitrage";

    private GuardChecks() {}

    static Optional<Refusal> journal(Subject subject) {
        var fault = subject.exposure().conditions().machine().journalFault();
        return fault.isEmpty()
                ? Optional.empty()
                : Refusal.that(
                        Code.RISK_JOURNAL,
                        "durable",
                        "not durable",
                        "Nothing can be journaled (" + fault + "), and no order goes without.");
    }

    static Optional<Refusal> clock(Subject subject) {
        var max = subject.limits().guard().maxClockOffsetMs();
        var offset = subject.exposure().conditions().machine().clockOffset();
        var venue = subject.instrument().venue();
        return offset.isPresent() ? clock(venue, offset.get(), max) : unmeasured(venue, max);
    }

    private static Optional<Refusal> unmeasured(VenueId venue, long max) {
        var text =
                "How far the clock of %s is from ours is not measured well enough yet, and no order goes there before."
                        .formatted(venue);
        return Refusal.that(Code.RISK_CLOCK, max + " ms", "unknown", text);
    }

    private static Optional<Refusal> clock(VenueId venue, Duration apart, long max) {
        return Optional.of(apart)
                .map(Duration::abs)
                .filter(offset -> offset.toNanos() > max * 1_000_000)
                .flatMap(offset -> Refusal.that(
                        Code.RISK_CLOCK,
                        max + " ms",
                        offset.toMillis() + " ms",
                        "The clock of %s and ours are %d ms apart, and %d are allowed: set this machine's clock."
                                .formatted(venue, offset.toMillis(), max)));
    }

    static Optional<Refusal> restricted(Subject subject) {
        return subject.exposure()
                .conditions()
                .restricted()
                .flatMap(why -> Refusal.that(Code.RISK_RESTRICTED, "allowed", "restricted", why));
    }

    /** The order's own fate may come to be unknown as well. */
    static Optional<Refusal> unknown(Subject subject) {
        var max = subject.limits().guard().maxUnknown();
        var unknown = subject.exposure().conditions().unknown();
        var venue = subject.instrument().venue();
        if (subject.intent().onlyShrinks()) {
            return Optional.empty();
        }
        if (unknown.isEmpty()) {
            var text = "Nothing says what the orders at %s whose fate is unknown are worth.".formatted(venue);
            return Refusal.that(Code.RISK_UNKNOWN, plain(max), "unknown", text);
        }
        if (unknown.get().compareTo(max) <= 0) {
            return Optional.empty();
        }
        var text = "Orders worth %s at %s may have filled or not, and %s are allowed: probe or resolve them first."
                .formatted(plain(unknown.get()), venue, plain(max));
        return Refusal.that(Code.RISK_UNKNOWN, plain(max), plain(unknown.get()), text);
    }

    /** Fills of one order never count; orders that one parent or tag sends do. */
    static Optional<Refusal> repeated(Subject subject) {
        if (subject.mayAlways()) {
            return Optional.empty();
        }
        var max = subject.limits().tag().maxChildren();
        var pace = subject.exposure().pace();
        for (var series : subject.intent().series()) {
            var count = pace.inSeries(series, subject.exposure().nowNanos()) + 1;
            if (count > max) {
                var text = "%d orders to %s %s came within a second for the same end, and %d may: it looks like a loop."
                        .formatted(count, subject.side(), subject.priced().symbol(), max);
                return Refusal.that(Code.RISK_REPEATED, Long.toString(max), Long.toString(count), text);
            }
        }
        return subject.intent()
                .behind()
                .filter(parent -> subject.orderQty().compareTo(parent.unplanned()) > 0)
                .flatMap(parent -> Refusal.that(
                        Code.RISK_REPEATED,
                        parent.unplanned().plain(),
                        subject.orderQty().plain(),
                        "An order of %s is more than is left of %s, %s."
                                .formatted(subject.orderQty(), parent.id(), parent.unplanned())));
    }

    /** Ours could meet our own: whoever wants to trade with the market has to take the other one away first. */
    static Optional<Refusal> selfTrade(Subject subject) {
        if (subject.intent().onlyShrinks()) {
            return Optional.empty();
        }
        return subject.exposure()
                .conditions()
                .opposites()
                .resting()
                .filter(own -> meets(subject, own))
                .flatMap(own -> Refusal.that(
                        Code.RISK_SELF_TRADE,
                        own.px().plain(),
                        subject.px().map(px -> px.plain()).orElse("none"),
                        "This would trade with our own %s at %s, %s: cancel it first, or price this %s."
                                .formatted(own.name(), own.place(), own.px(), away(subject.side()))));
    }

    private static String away(Side side) {
        return side == Side.BUY ? "below it" : "above it";
    }

    static Optional<Refusal> wash(Subject subject) {
        var window = subject.limits().guard().washWindowMs();
        var isArbitrage = subject.intent().tag().filter(ARBITRAGE::equals).isPresent();
        if (window == 0 || isArbitrage || subject.intent().onlyShrinks() || !takes(subject)) {
            return Optional.empty();
        }
        return subject.exposure()
                .conditions()
                .opposites()
                .taken()
                .filter(own -> meets(subject, own))
                .flatMap(own -> Refusal.that(
                        Code.RISK_WASH,
                        window + " ms",
                        own.px().plain(),
                        "Our %s took the other side at %s up to %s within the last %d ms; orders tagged %s may."
                                .formatted(own.name(), own.place(), own.px(), window, ARBITRAGE)));
    }

    /** Whether it would trade at once, as far as the mid tells. */
    private static boolean takes(Subject subject) {
        var terms = subject.priced();
        if (terms.postOnly()) {
            return false;
        }
        var beyondMid = subject.px()
                .flatMap(px -> subject.mid()
                        .map(mid -> px.compareTo(mid) * subject.side().sign() >= 0))
                .orElse(true);
        return beyondMid || terms.tif().kind() == Tif.Kind.IOC || terms.tif().kind() == Tif.Kind.FOK;
    }

    private static boolean meets(Subject subject, Own own) {
        return subject.px()
                .filter(px -> px.compareTo(own.px()) * subject.side().sign() < 0)
                .isEmpty();
    }
}
