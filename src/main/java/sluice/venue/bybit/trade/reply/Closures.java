package sluice.venue.bybit.trade.reply;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Tif;

/** The venue's order statuses, reject reasons and cancel types in our words. */
final class Closures {

    /** Enums page, rejectReason. */
    private static final Map<String, Reason> REJECTS = Map.ofEntries(
            Map.entry("EC_PostOnlyWillTakeLiquidity", Reason.WOULD_TAKE),
            Map.entry("EC_CancelForNoFullFill", Reason.FOK_UNFILLED),
            Map.entry("EC_NoEnoughQtyToFill", Reason.FOK_UNFILLED),
            Map.entry("EC_PerCancelRequest", Reason.VENUE_CANCELLED),
            Map.entry("EC_BySelfMatch", Reason.SELF_TRADE),
            Map.entry("EC_InvalidSymbolStatus", Reason.MARKET_CLOSED),
            Map.entry("EC_DuplicatedClOrdID", Reason.DUPLICATE_ID),
            Map.entry("EC_LimitOrderInvalidPrice", Reason.FILTER),
            Map.entry("EC_InvalidPriceScale", Reason.FILTER),
            Map.entry("EC_QtyCannotBeZero", Reason.FILTER),
            Map.entry("INSUFFICIENT_MARGIN", Reason.INSUFFICIENT_BALANCE));

    /** Enums page, orderStatus. */
    private static final Set<String> STATUSES = Set.of(
            "New",
            "PartiallyFilled",
            "Untriggered",
            "Triggered",
            "Filled",
            "Cancelled",
            "PartiallyFilledCanceled",
            "Deactivated",
            "Rejected");

    private static final String NOTHING_TO_TAKE = "EC_NoImmediateQtyToFill";
    private static final String WOULD_TAKE = "EC_PostOnlyWillTakeLiquidity";

    private Closures() {}

    static boolean isKnown(String status) {
        return STATUSES.contains(status);
    }

    /**
     * A status we do not know leaves the order open, so that what it can still do stays counted. A post-only order that
     * would have taken is cancelled in the venue's words and was never accepted in ours; one that has filled was not
     * rejected, whatever the venue calls it.
     */
    static OrderState state(String status, String rejectReason, boolean hasFills) {
        return switch (status) {
            case "Filled" -> OrderState.FILLED;
            case "Cancelled", "PartiallyFilledCanceled", "Deactivated" ->
                !hasFills && rejectReason.equals(WOULD_TAKE) ? OrderState.REJECTED : OrderState.CANCELLED;
            case "Rejected" -> hasFills ? OrderState.CANCELLED : OrderState.REJECTED;
            default -> hasFills ? OrderState.PARTIALLY_FILLED : OrderState.SUBMITTED;
        };
    }

    /** Why an order of this status ended; empty while it works and when it filled. */
    static Optional<Closure> of(String status, Why why, Tif tif) {
        return switch (status) {
            case "Cancelled", "PartiallyFilledCanceled", "Deactivated" ->
                Optional.of(new Closure(cancelled(why, tif), words(status, why)));
            case "Rejected" ->
                Optional.of(new Closure(REJECTS.getOrDefault(why.rejectReason(), Reason.OTHER), words(status, why)));
            default -> Optional.empty();
        };
    }

    /** What the venue gives for reasons: {@code EC_NoError} and {@code UNKNOWN} are none. */
    record Why(String rejectReason, String cancelType) {

        Why {
            rejectReason = rejectReason.equals("EC_NoError") ? "" : rejectReason;
            cancelType = cancelType.equals("UNKNOWN") ? "" : cancelType;
        }
    }

    private static Reason cancelled(Why why, Tif tif) {
        if (why.rejectReason().equals(NOTHING_TO_TAKE)) {
            return remainder(tif);
        }
        if (REJECTS.containsKey(why.rejectReason())) {
            return REJECTS.getOrDefault(why.rejectReason(), Reason.OTHER);
        }
        return switch (why.cancelType()) {
            case "CancelBySmp" -> Reason.SELF_TRADE;
            case "" -> remainder(tif);
            default -> Reason.VENUE_CANCELLED;
        };
    }

    /** What becomes of an order that may not rest. */
    private static Reason remainder(Tif tif) {
        return switch (tif.kind()) {
            case IOC -> Reason.IOC_REMAINDER;
            case FOK -> Reason.FOK_UNFILLED;
            case GTC, GTD -> Reason.VENUE_CANCELLED;
        };
    }

    private static String words(String status, Why why) {
        var said = why.rejectReason().isEmpty() ? why.cancelType() : why.rejectReason();
        return said.isEmpty() ? status : status + ": " + said;
    }
}
