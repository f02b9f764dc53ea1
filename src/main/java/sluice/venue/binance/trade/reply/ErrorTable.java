package sluice.venue.binance.trade.reply;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.net.gate.Ruling;
import sluice.order.Closure;
import sluice.order.Reason;

/**
 * What the venue's codes and HTTP statuses mean.
 *
 * <ol>
 *   <li>The code decides, and only where there is none the status.
 *   <li>A 5xx is unknown, but for the one code that says the request was shed.
 *   <li>A 4xx that cannot be read is unknown, but for the statuses a gateway answers with.
 *   <li>An unknown code of the -10xx family is unknown; of any other, a reject.
 *   <li>Text is looked at only under -2010 and -2011, which stand for many things, and only whole.
 * </ol>
 *
 * <p>Error codes, page of that name. A timeout of the clock window (-1021) is not executed: the window is checked again
 * just before the matching engine, so no such order can exist.
 */
public final class ErrorTable {

    private static final int CLOCK = -1021;
    private static final Set<Integer> UNKNOWN = Set.of(-1000, -1001, -1006, -1007);
    private static final Set<Integer> NOT_EXECUTED = Set.of(-1003, -1008, -1015, CLOCK, -1034);
    private static final Set<Integer> ALREADY_DONE = Set.of(-2013, -2026, -2035, -2039);
    private static final Set<Integer> SHED = Set.of(-1008);
    private static final int ORDER_REJECTED = -2010;
    private static final int CANCEL_REJECTED = -2011;

    private static final Map<Integer, Reason> REASONS = Map.ofEntries(
            Map.entry(-1002, Reason.NOT_PERMITTED),
            Map.entry(-1003, Reason.RATE_LIMITED),
            Map.entry(-1008, Reason.RATE_LIMITED),
            Map.entry(-1013, Reason.FILTER),
            Map.entry(-1015, Reason.RATE_LIMITED),
            Map.entry(-1016, Reason.MARKET_CLOSED),
            Map.entry(-1022, Reason.NOT_PERMITTED),
            Map.entry(-1034, Reason.RATE_LIMITED),
            Map.entry(-1111, Reason.FILTER),
            Map.entry(-1121, Reason.UNKNOWN_SYMBOL),
            Map.entry(-1122, Reason.MARKET_CLOSED),
            Map.entry(-2013, Reason.UNKNOWN_ORDER),
            Map.entry(-2014, Reason.NOT_PERMITTED),
            Map.entry(-2015, Reason.NOT_PERMITTED),
            Map.entry(-2026, Reason.UNKNOWN_ORDER),
            Map.entry(-2039, Reason.UNKNOWN_ORDER));

    /** "Messages for -1010, -2010 and -2011": the matching engine's words, whole. */
    private static final Map<String, Reason> ENGINE_TEXTS = Map.ofEntries(
            Map.entry("Unknown order sent.", Reason.UNKNOWN_ORDER),
            Map.entry("Duplicate order sent.", Reason.DUPLICATE_ID),
            Map.entry("Market is closed.", Reason.MARKET_CLOSED),
            Map.entry("Account has insufficient balance for requested action.", Reason.INSUFFICIENT_BALANCE),
            Map.entry("Order would immediately match and take.", Reason.WOULD_TAKE),
            Map.entry("Price * QTY is zero or less.", Reason.FILTER),
            Map.entry("Market orders are not supported for this symbol.", Reason.NOT_PERMITTED),
            Map.entry("Order cancel-replace is not supported for this symbol.", Reason.NOT_PERMITTED),
            Map.entry("This action is disabled on this account.", Reason.NOT_PERMITTED),
            Map.entry("This account may not place or cancel orders.", Reason.NOT_PERMITTED),
            Map.entry("This symbol is not permitted for this account.", Reason.NOT_PERMITTED),
            Map.entry("This symbol is restricted for this account.", Reason.NOT_PERMITTED),
            Map.entry("Rest API trading is not enabled.", Reason.NOT_PERMITTED),
            Map.entry("WebSocket API trading is not enabled.", Reason.NOT_PERMITTED));

    private ErrorTable() {}

    /** Judges a reply that is no success. */
    public static Ruling judge(int status, Optional<VenueError> error, Optional<Duration> retryAfter) {
        if (status >= 500 && error.filter(known -> SHED.contains(known.code())).isEmpty()) {
            return new Ruling.Unknown(describe(status, error));
        }
        return error.map(known -> byCode(known, retryAfter)).orElseGet(() -> byStatus(status, retryAfter));
    }

    /** Whether the venue found our timestamp outside its window, so that the clock must be taken again. */
    public static boolean blamesTheClock(VenueError error) {
        return error.code() == CLOCK;
    }

    private static Ruling byCode(VenueError error, Optional<Duration> retryAfter) {
        var code = error.code();
        if (UNKNOWN.contains(code)) {
            return new Ruling.Unknown(error.text());
        }
        var closure = new Closure(reason(error), error.text());
        if (NOT_EXECUTED.contains(code)) {
            return new Ruling.NotExecuted(closure, retryAfter);
        }
        if (ALREADY_DONE.contains(code) || saysAlreadyDone(code, closure.reason())) {
            return new Ruling.AlreadyDone(closure);
        }
        return isGeneral(code) && !REASONS.containsKey(code) && !isKnownReject(code)
                ? new Ruling.Unknown(error.text())
                : new Ruling.DefiniteReject(closure);
    }

    private static Ruling byStatus(int status, Optional<Duration> retryAfter) {
        return switch (status) {
            case 403 -> new Ruling.DefiniteReject(new Closure(Reason.NOT_PERMITTED, "HTTP 403"));
            case 418, 429 -> new Ruling.NotExecuted(new Closure(Reason.RATE_LIMITED, "HTTP " + status), retryAfter);
            default -> new Ruling.Unknown("HTTP " + status + " without a readable error");
        };
    }

    private static boolean saysAlreadyDone(int code, Reason reason) {
        return code == CANCEL_REJECTED && reason == Reason.UNKNOWN_ORDER
                || code == ORDER_REJECTED && reason == Reason.DUPLICATE_ID;
    }

    private static Reason reason(VenueError error) {
        return error.code() == ORDER_REJECTED || error.code() == CANCEL_REJECTED
                ? ENGINE_TEXTS.getOrDefault(error.msg(), Reason.OTHER)
                : REASONS.getOrDefault(error.code(), Reason.OTHER);
    }

    private static boolean isGeneral(int code) {
        return code > -1100 && code <= -1000;
    }

    /** -1014: unsupported order combination; -1020: unsupported operation. */
    private static boolean isKnownReject(int code) {
        return code == -1014 || code == -1020;
    }

    private static String describe(int status, Optional<VenueError> error) {
        return "HTTP " + status + error.map(known -> ", " + known.text()).orElse("");
    }
}
