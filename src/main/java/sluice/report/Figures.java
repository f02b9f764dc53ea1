package sluice.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import sluice.market.Money;
import sluice.market.Px;

/** Numbers as people read them; JSON and the journal keep every digit. */
public final class Figures {

    /** So many digits tell any two prices or amounts apart that a desk has to tell apart. */
    private static final int DIGITS = 8;

    private static final int CENTS = 2;

    private Figures() {}

    /** A computed price, such as an average or a mid. */
    public static String readable(Px px) {
        return readable(px.value());
    }

    /** To eight digits, and never less than to the cent. */
    public static String readable(BigDecimal value) {
        var scale = Math.max(CENTS, DIGITS - (value.precision() - value.scale()));
        return plain(value.scale() > scale ? value.setScale(scale, RoundingMode.HALF_EVEN) : value);
    }

    /** A price that stands on a book, which is cut only where a conversion made it endless. */
    public static String level(Px px) {
        return px.value().scale() > DIGITS ? readable(px) : px.plain();
    }

    /** Every digit, without trailing zeros. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** To the cent. */
    public static String cents(BigDecimal amount) {
        return amount.setScale(CENTS, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** To the cent, with its asset. */
    public static String cents(Money money) {
        return cents(money.amount()) + " " + money.asset();
    }
}
