package sluice.market;

import java.math.BigDecimal;

/** An exact amount of one asset; a fee that is negative is a rebate. Canonical and immutable. */
public record Money(BigDecimal amount, String asset) {

    public Money {
        amount = Decimals.canonical(amount);
    }

    public static Money of(String amount, String asset) {
        return new Money(Decimals.parse(amount), asset);
    }

    public static Money zero(String asset) {
        return new Money(BigDecimal.ZERO, asset);
    }

    /** The sum; throws {@link IllegalArgumentException} when the assets differ, since no rate is assumed. */
    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), asset);
    }

    /** The difference; throws {@link IllegalArgumentException} when the assets differ, since no rate is assumed. */
    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), asset);
    }

    private Money same(Money other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("cannot add " + other.asset + " to " + asset);
        }
        return other;
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + asset;
    }
}
