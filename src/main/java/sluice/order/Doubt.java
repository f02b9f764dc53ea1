package sluice.order;

import sluice.market.Stamp;

/** A request whose outcome nobody knows: which, what went wrong, since when. Immutable. */
public record Doubt(Request request, String cause, Stamp since) {

    private static final String LOST = Reason.LOST.name() + ": ";

    /** The cause of a doubt about an order that the venue had and shows no more, rather than about a reply. */
    public static String lost(String text) {
        return LOST + text;
    }

    /** Whether it is about the order itself, which was there and is nowhere now. */
    public boolean isLoss() {
        return isLoss(cause);
    }

    static boolean isLoss(String cause) {
        return cause.startsWith(LOST);
    }
}
