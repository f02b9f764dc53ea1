package sluice.venue.coinbase.trade.reply;

import java.util.Optional;
import java.util.Set;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Tif;

/** The venue's order statuses in our words. */
final class Closures {

    /** Orders page, status. */
    private static final Set<String> STATUSES = Set.of(
            "PENDING",
            "OPEN",
            "FILLED",
            "CANCELLED",
            "EXPIRED",
            "FAILED",
            "QUEUED",
            "CANCEL_QUEUED",
            "EDIT_QUEUED",
            "UNKNOWN_ORDER_STATUS");

    private Closures() {}

    static boolean isKnown(String status) {
        return STATUSES.contains(status);
    }

    /** A status we do not know leaves the order open, so that what it can still do stays counted. */
    static OrderState state(String status, boolean hasFills) {
        return switch (status) {
            case "FILLED" -> OrderState.FILLED;
            case "CANCELLED", "EXPIRED" -> OrderState.CANCELLED;
            case "FAILED" -> OrderState.REJECTED;
            default -> hasFills ? OrderState.PARTIALLY_FILLED : OrderState.SUBMITTED;
        };
    }

    /** Why an order of this status ended. {@code text} is the venue's own word on it, where it gave one. */
    static Optional<Closure> of(String status, String text, Tif tif) {
        var words = text.isEmpty() ? status : status + ": " + text;
        return switch (status) {
            case "CANCELLED" -> Optional.of(new Closure(cancelled(tif), words));
            case "EXPIRED" -> Optional.of(new Closure(expired(tif), words));
            case "FAILED" -> Optional.of(new Closure(ErrorTable.reason(text), words));
            default -> Optional.empty();
        };
    }

    /** What an order that takes or dies leaves is cancelled too, in the same word. */
    private static Reason cancelled(Tif tif) {
        return tif.rests() ? Reason.VENUE_CANCELLED : expired(tif);
    }

    private static Reason expired(Tif tif) {
        return switch (tif.kind()) {
            case IOC -> Reason.IOC_REMAINDER;
            case FOK -> Reason.FOK_UNFILLED;
            case GTC, GTD -> Reason.EXPIRED;
        };
    }
}
