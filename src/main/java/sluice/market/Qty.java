package sluice.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact quantity in base units; negative only for a short position. Canonical and immutable. */
public record Qty(BigDecimal value) implements Comparable<Qty> {

    public static final Qty ZERO = new Qty(BigDecimal.ZERO);

    public Qty {
        value = Decimals.canonical(value);
    }

    /** Reads a plain decimal; throws {@link NumberFormatException} for anything else, exponents included. */
    public static Qty of(String text) {
        return new Qty(Decimals.parse(text));
    }

    /** The quantity of a level that a book keeps as a scaled integer. */
    public static Qty scaled(long unscaled, int scale) {
        return new Qty(BigDecimal.valueOf(unscaled, scale));
    }

    public Qty plus(Qty other) {
        return new Qty(value.add(other.value));
    }

    public Qty minus(Qty other) {
        return new Qty(value.subtract(other.value));
    }

    public Qty negate() {
        return new Qty(value.negate());
    }

    public Qty abs() {
        return new Qty(value.abs());
    }

    public Qty min(Qty other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Qty max(Qty other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isOn(BigDecimal lot) {
        return Decimals.isMultiple(value, lot);
    }

    /** The largest multiple of the lot that is not above this. */
    public Qty floor(BigDecimal lot) {
        return new Qty(Decimals.toGrid(value, lot, RoundingMode.FLOOR));
    }

    /** The smallest multiple of the lot that is not below this. */
    public Qty ceiling(BigDecimal lot) {
        return new Qty(Decimals.toGrid(value, lot, RoundingMode.CEILING));
    }

    /** Plain decimal text, as it goes on the wire. */
    public String plain() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(Qty other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return plain();
    }
}
