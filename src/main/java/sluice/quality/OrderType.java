package sluice.quality;

import sluice.order.Terms;

/** What kind of order a child was, as far as that decides how it fills. */
public enum OrderType {
    MARKET,
    IOC,
    FOK,
    /** A limit that may rest, and may take. */
    LIMIT,
    POST_ONLY;

    static OrderType of(Terms terms) {
        if (terms.px().isEmpty()) {
            return MARKET;
        }
        if (terms.postOnly()) {
            return POST_ONLY;
        }
        return switch (terms.tif().kind()) {
            case IOC -> IOC;
            case FOK -> FOK;
            case GTC, GTD -> LIMIT;
        };
    }
}
