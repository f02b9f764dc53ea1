package sluice.shell.words;

import java.util.Locale;
import java.util.regex.Pattern;
import sluice.market.Money;
import sluice.market.Qty;
import sluice.market.Symbol;

/**
 * How much: base units ({@code 0.5}), or money with its unit ({@code 5000USDT}). Exact, positive, plain. Immutable.
 *
 * @param unit as it was typed, in upper case; empty for base units
 */
public record Amount(Qty number, String unit) {

    private static final Pattern SHAPE = Pattern.compile("([0-9.]+)([A-Za-z][A-Za-z0-9]*)?");
    private static final Pattern EXPONENT = Pattern.compile("[0-9.]+[eE][-+]?[0-9]+");

    /** Throws {@link IllegalArgumentException} with a sentence for anything else. */
    public static Amount of(String text) {
        if (text.startsWith("-")) {
            throw new IllegalArgumentException("a quantity must be positive: " + Plain.shown(text));
        }
        if (EXPONENT.matcher(text).matches()) {
            throw new IllegalArgumentException("exponent notation is not taken: " + Plain.shown(text));
        }
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            throw new IllegalArgumentException(
                    "not a quantity: " + Plain.shown(text) + " (expected 0.5, or money with its unit as in 5000USDT)");
        }
        var unit = shape.group(2) == null ? "" : shape.group(2).toUpperCase(Locale.ROOT);
        return new Amount(new Qty(Plain.positive(shape.group(1), "quantity")), unit);
    }

    /** Whether it is money to be spent or raised, rather than base units. */
    public boolean isMoney(Symbol symbol) {
        if (unit.isEmpty() || unit.equals(symbol.base())) {
            return false;
        }
        if (unit.equals(symbol.quote())) {
            return true;
        }
        throw new IllegalArgumentException("unknown unit " + unit + " for " + symbol + ": give base units (0.5), or "
                + symbol.quote() + " (5000" + symbol.quote() + ")");
    }

    /** As it may have been typed. */
    public String typed() {
        return number + unit;
    }

    public Money money() {
        return new Money(number.value(), unit);
    }
}
