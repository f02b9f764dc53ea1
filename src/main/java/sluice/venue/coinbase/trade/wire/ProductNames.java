package sluice.venue.coinbase.trade.wire;

import sluice.market.Symbol;

/** The venue's names for spot symbols and back; they are our own, base and quote with a dash between. */
public final class ProductNames {

    private static final String UNLISTED = "UNLISTED";

    private ProductNames() {}

    public static String productId(Symbol symbol) {
        return symbol.quote().equals(UNLISTED) ? symbol.base() : symbol.base() + "-" + symbol.quote();
    }

    /** A name that is not base and quote, as futures have them, is shown whole with {@code UNLISTED} for a quote. */
    public static Symbol symbol(String productId) {
        int dash = productId.indexOf('-');
        var isPair = dash > 0 && dash == productId.lastIndexOf('-') && dash < productId.length() - 1;
        return isPair
                ? Symbol.spot(productId.substring(0, dash), productId.substring(dash + 1))
                : Symbol.spot(productId, UNLISTED);
    }
}
