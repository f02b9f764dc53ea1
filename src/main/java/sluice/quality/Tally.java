package sluice.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Px;

/**
 * Children counted together: sums of money in one quote, divided only to be shown. Immutable.
 *
 * @param endings how many ended which way
 * @param sent what was sent and is over, at its limits or, without one, at the mid it was sent at
 * @param filled what of that filled, at the same prices
 * @param traded what was paid or taken in for all fills
 * @param fees as far as they can be valued in the quote
 * @param decision against the mid of the decision
 * @param arrival against the mid of the arrival
 */
public record Tally(
        Map<Ending, Long> endings,
        BigDecimal sent,
        BigDecimal filled,
        BigDecimal traded,
        BigDecimal fees,
        Slip decision,
        Slip arrival) {

    static final Tally NONE = new Tally(
            Map.of(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Slip.NONE, Slip.NONE);

    /** Money that slipped, of what the fills were worth at the mid. */
    public record Slip(BigDecimal money, BigDecimal worth) {

        static final Slip NONE = new Slip(BigDecimal.ZERO, BigDecimal.ZERO);

        Slip plus(Slip other) {
            return new Slip(money.add(other.money), worth.add(other.worth));
        }

        /** Positive is cost; empty where nothing filled. */
        public Optional<BigDecimal> bps() {
            return worth.signum() == 0 ? Optional.empty() : Optional.of(Shortfall.bps(money, worth));
        }
    }

    public Tally {
        endings = Collections.unmodifiableMap(new EnumMap<>(endings.isEmpty() ? new EnumMap<>(Ending.class) : endings));
    }

    static Tally of(ChildFigures child) {
        var terms = child.terms();
        var quote = BigDecimal.ZERO;
        var qty = BigDecimal.ZERO;
        for (var fill : child.fills()) {
            quote = quote.add(fill.px().value().multiply(fill.qty().value()));
            qty = qty.add(fill.qty().value());
        }
        var px = terms.px().or(() -> child.mids().submit()).map(Px::value);
        var at = px.filter(known -> child.ending().counts()).orElse(BigDecimal.ZERO);
        var sign = BigDecimal.valueOf(terms.side().sign());
        return new Tally(
                Map.of(child.ending(), 1L),
                at.multiply(terms.orderQty().value()),
                at.multiply(qty.min(terms.orderQty().value())),
                quote,
                child.costs().fees(),
                slip(quote, qty, child.mids().decision(), sign),
                slip(quote, qty, child.mids().arrival(), sign));
    }

    private static Slip slip(BigDecimal quote, BigDecimal qty, Optional<Px> mid, BigDecimal sign) {
        return mid.map(px -> px.value().multiply(qty))
                .map(worth -> new Slip(quote.subtract(worth).multiply(sign), worth))
                .orElse(Slip.NONE);
    }

    Tally plus(Tally other) {
        var counts = new EnumMap<Ending, Long>(Ending.class);
        counts.putAll(endings);
        other.endings.forEach((ending, count) -> counts.merge(ending, count, Long::sum));
        return new Tally(
                counts,
                sent.add(other.sent),
                filled.add(other.filled),
                traded.add(other.traded),
                fees.add(other.fees),
                decision.plus(other.decision),
                arrival.plus(other.arrival));
    }

    public long children() {
        return endings.values().stream().mapToLong(Long::longValue).sum();
    }

    public long count(Ending ending) {
        return endings.getOrDefault(ending, 0L);
    }

    /** The share that filled of what was sent and is over; empty while nothing is. */
    public Optional<BigDecimal> fillRatio() {
        return sent.signum() == 0 ? Optional.empty() : Optional.of(filled.divide(sent, MathContext.DECIMAL64));
    }
}
