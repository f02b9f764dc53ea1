package sluice.market.consolidated;

/**
 * What the regime is judged by, each against what is usual at this hour; 1 is usual, or nothing known. Immutable.
 *
 * @param volatility fast over slow
 * @param spread over its median
 * @param depth within 10 bps, over its median
 * @param staleVenues venues whose feed is stale or out
 * @param venues all that should be live
 */
public record MarketReading(
        double volatility, double spread, double depth, boolean jumped, int staleVenues, int venues) {

    /** The medians that a reading is taken against; 0 when there is no past to take one from. */
    public record Usual(double spreadBps, double depth) {

        public static final Usual UNKNOWN = new Usual(0, 0);
    }

    /** A reading from raw figures. */
    public static MarketReading of(
            Volatility volatility, double spreadBps, double depth, Usual usual, int staleVenues, int venues) {
        return new MarketReading(
                volatility.ratio(),
                usual.spreadBps() > 0 ? spreadBps / usual.spreadBps() : 1,
                usual.depth() > 0 ? depth / usual.depth() : 1,
                volatility.jumped(),
                staleVenues,
                venues);
    }

    /** Two venues out, or the only one; or a spread or a depth that nobody trades in. */
    boolean isStressed() {
        return staleVenues >= Math.max(1, Math.min(2, venues)) || spread > 5 || depth < 0.2;
    }

    boolean isVolatile() {
        return volatility > 1.8 || spread > 2 || depth < 0.5 || jumped;
    }

    boolean isCalm() {
        return !isStressed() && volatility < 1.3 && spread < 1.4 && depth > 0.7 && !jumped;
    }
}
