package sluice.venue.coinbase.trade.wire;

import sluice.market.DeskException;

/** An API secret that cannot sign; says what is wrong with its form, never what is in it. */
public final class UnusableKeyException extends DeskException {

    private static final long serialVersionUID = 1;

    UnusableKeyException(String message) {
        super(message);
    }
}
