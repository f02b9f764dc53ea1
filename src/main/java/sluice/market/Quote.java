package sluice.market;

import java.math.BigDecimal;

/** The best bid and the best ask of one book, with what stands there. Immutable. */
public record Quote(Px bid, Qty bidQty, Px ask, Qty askQty) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Halfway between the best bid and the best ask; exact, since a half ends. */
    public Px mid() {
        return new Px(bid.value().add(ask.value()).divide(TWO));
    }

    public Px spread() {
        return new Px(ask.value().subtract(bid.value()));
    }
}
