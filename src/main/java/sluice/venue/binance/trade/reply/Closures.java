package sluice.venue.binance.trade.reply;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Tif;

/** The venue's order statuses and expiry reasons in our words. */
final class Closures {

    /** Enums page, reject reasons. */
    private static final Map<String, Reason> REJECTS = Map.of(
            "INSUFFICIENT_BALANCES", Reason.INSUFFICIENT_BALANCE,
            "WOULD_MATCH_IMMEDIATELY", Reason.WOULD_TAKE);

    /** Enums page, expiry reasons. */
    private static final Map<String, Reason> EXPIRIES = Map.of(
            "UNFILLED_IOC_QUANTITY_EXPIRED", Reason.IOC_REMAINDER,
            "UNFILLED_FOK_ORDER_EXPIRED", Reason.FOK_UNFILLED,
            "EXCHANGE_CANCELED", Reason.VENUE_CANCELLED,
            "EXECUTION_RULE_PRICE_RANGE_EXCEEDED", Reason.COLLAR);

    /** Enum definitions, order status. */
    private static final Set<String> STATUSES = Set.of(
            "NEW",
            "PENDING_NEW",
            "PARTIALLY_FILLED",
            "FILLED",
            "CANCELED",
            "PENDING_CANCEL",
            "REJECTED",
            "EXPIRED",
            "EXPIRED_IN_MATCH");

    private Closures() {}

    static boolean isKnown(String status) {
        return STATUSES.contains(status);
    }

    /** A status we do not know leaves the order open, so that what it can still do stays counted. */
    static OrderState state(String status, boolean hasFills) {
        return switch (status) {
            case "FILLED" -> OrderState.FILLED;
            case "CANCELED", "EXPIRED", "EXPIRED_IN_MATCH" -> OrderState.CANCELLED;
            case "REJECTED" -> OrderState.REJECTED;
            default -> hasFills ? OrderState.PARTIALLY_FILLED : OrderState.SUBMITTED;
        };
    }

    /** Why an order of this status ended. {@code text} is the venue's reject or expiry reason, where it gave one. */
    static Optional<Closure> of(String status, String text, Tif tif) {
        var words = text.isEmpty() ? status : status + ": " + text;
        return switch (status) {
            case "CANCELED" -> Optional.of(new Closure(Reason.VENUE_CANCELLED, words));
            case "EXPIRED" -> Optional.of(new Closure(EXPIRIES.getOrDefault(text, expiry(tif)), words));
            case "EXPIRED_IN_MATCH" -> Optional.of(new Closure(Reason.SELF_TRADE, words));
            case "REJECTED" -> Optional.of(new Closure(REJECTS.getOrDefault(text, Reason.OTHER), words));
            default -> Optional.empty();
        };
    }

    private static Reason expiry(Tif tif) {
        return switch (tif.kind()) {
            case IOC -> Reason.IOC_REMAINDER;
            case FOK -> Reason.FOK_UNFILLED;
            case GTC, GTD -> Reason.EXPIRED;
        };
    }
}
