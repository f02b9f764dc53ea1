package sluice.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact price, in quote units for one base unit. Canonical, so {@code 1.0} equals {@code 1.00}. Immutable. */
public record Px(BigDecimal value) implements Comparable<Px> {

    public Px {
        value = Decimals.canonical(value);
    }

    /** Reads a plain decimal; throws {@link NumberFormatException} for anything else, exponents included. */
    public static Px of(String text) {
        return new Px(Decimals.parse(text));
    }

    /** The price of a level that a book keeps as a scaled integer. */
    public static Px scaled(long unscaled, int scale) {
        return new Px(BigDecimal.valueOf(unscaled, scale));
    }

    public boolean isOn(BigDecimal tick) {
        return Decimals.isMultiple(value, tick);
    }

    /** The nearest price on the grid that is no worse for the side: a buy rounds down, a sell up. */
    public Px onGrid(BigDecimal tick, Side side) {
        return new Px(Decimals.toGrid(value, tick, side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING));
    }

    /** This price moved by basis points against the side: up for a buy, down for a sell. */
    public Px worsened(Side side, BigDecimal bps) {
        var factor = BigDecimal.ONE.add(bps.movePointLeft(4).multiply(BigDecimal.valueOf(side.sign())));
        return new Px(value.multiply(factor));
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    /** Plain decimal text, as it goes on the wire. */
    public String plain() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(Px other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return plain();
    }
}
