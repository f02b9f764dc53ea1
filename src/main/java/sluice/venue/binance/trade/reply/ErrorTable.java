package sluice.venue.binance.trade.reply;

import static sluice.venue.Manifest.Proves.ALREADY_DONE;
import static sluice.venue.Manifest.Proves.ARRIVED;
import static sluice.venue.Manifest.Proves.NOTHING;
import static sluice.venue.Manifest.Proves.NOT_EXECUTED;
import static sluice.venue.Manifest.Proves.REJECTED;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.net.gate.ErrorRules;
import sluice.net.gate.Ruling;
import sluice.order.Reason;
import sluice.venue.Manifest.ErrorRule;

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
    private static final int SHED = -1008;
    private static final String ORDER_REJECTED = "-2010";
    private static final String CANCEL_REJECTED = "-2011";
    private static final String OTHER_GENERAL = "any other -10xx";
    private static final String OTHER_CODE = "any other code";
    private static final String SERVER = "HTTP 5xx";
    private static final String OTHER_STATUS = "any other HTTP status without a code";

    private static final ErrorRules RULES = new ErrorRules(
            ErrorRules.of(NOTHING, Reason.OTHER, "-1000", "-1001", "-1006", "-1007"),
            ErrorRules.of(NOT_EXECUTED, Reason.RATE_LIMITED, "-1003", "-1008", "-1015", "-1034"),
            ErrorRules.of(NOT_EXECUTED, Reason.OTHER, "-1021"),
            ErrorRules.of(ALREADY_DONE, Reason.UNKNOWN_ORDER, "-2013", "-2026", "-2039"),
            ErrorRules.of(ALREADY_DONE, Reason.OTHER, "-2035"),
            ErrorRules.of(REJECTED, Reason.NOT_PERMITTED, "-1002", "-1022", "-2014", "-2015"),
            ErrorRules.of(REJECTED, Reason.FILTER, "-1013", "-1111"),
            ErrorRules.of(REJECTED, Reason.MARKET_CLOSED, "-1016", "-1122"),
            ErrorRules.of(REJECTED, Reason.UNKNOWN_SYMBOL, "-1121"),
            // -1014: unsupported order combination; -1020: unsupported operation
            ErrorRules.of(REJECTED, Reason.OTHER, "-1014", "-1020"),
            ErrorRules.of(ARRIVED, Reason.DUPLICATE_ID, ORDER_REJECTED + " Duplicate order sent."),
            ErrorRules.of(ALREADY_DONE, Reason.UNKNOWN_ORDER, CANCEL_REJECTED + " Unknown order sent."),
            ErrorRules.of(REJECTED, Reason.UNKNOWN_ORDER, ORDER_REJECTED + " Unknown order sent."),
            engine(Reason.MARKET_CLOSED, "Market is closed."),
            engine(Reason.INSUFFICIENT_BALANCE, "Account has insufficient balance for requested action."),
            engine(Reason.WOULD_TAKE, "Order would immediately match and take."),
            engine(Reason.FILTER, "Price * QTY is zero or less."),
            engine(
                    Reason.NOT_PERMITTED,
                    "Market orders are not supported for this symbol.",
                    "Order cancel-replace is not supported for this symbol.",
                    "This action is disabled on this account.",
                    "This account may not place or cancel orders.",
                    "This symbol is not permitted for this account.",
                    "This symbol is restricted for this account.",
                    "Rest API trading is not enabled.",
                    "WebSocket API trading is not enabled."),
            ErrorRules.of(REJECTED, Reason.OTHER, ORDER_REJECTED, CANCEL_REJECTED),
            ErrorRules.of(NOTHING, Reason.OTHER, OTHER_GENERAL),
            ErrorRules.of(REJECTED, Reason.OTHER, OTHER_CODE),
            ErrorRules.of(REJECTED, Reason.NOT_PERMITTED, "HTTP 403"),
            ErrorRules.of(NOT_EXECUTED, Reason.RATE_LIMITED, "HTTP 418", "HTTP 429"),
            ErrorRules.of(NOTHING, Reason.OTHER, SERVER, OTHER_STATUS));

    private ErrorTable() {}

    /** "Messages for -1010, -2010 and -2011": the matching engine's words, whole. */
    private static Stream<ErrorRule> engine(Reason reason, String... texts) {
        return Arrays.stream(texts)
                .flatMap(text ->
                        ErrorRules.of(REJECTED, reason, ORDER_REJECTED + " " + text, CANCEL_REJECTED + " " + text));
    }

    /** As data. */
    public static List<ErrorRule> rules() {
        return RULES.all();
    }

    /** Judges a reply that is no success. */
    public static Ruling judge(int status, Optional<VenueError> error, Optional<Duration> retryAfter) {
        if (status >= 500 && error.filter(known -> known.code() == SHED).isEmpty()) {
            return ErrorRules.rule(RULES.get(SERVER), describe(status, error), retryAfter);
        }
        return error.map(known -> ErrorRules.rule(rule(known), known.text(), retryAfter))
                .orElseGet(() -> byStatus(status, retryAfter));
    }

    /** Whether the venue found our timestamp outside its window, so that the clock must be taken again. */
    public static boolean blamesTheClock(VenueError error) {
        return error.code() == CLOCK;
    }

    private static ErrorRule rule(VenueError error) {
        var code = String.valueOf(error.code());
        return RULES.find(code + " " + error.msg())
                .or(() -> RULES.find(code))
                .orElseGet(() -> RULES.get(isGeneral(error.code()) ? OTHER_GENERAL : OTHER_CODE));
    }

    private static Ruling byStatus(int status, Optional<Duration> retryAfter) {
        var known = RULES.find("HTTP " + status);
        return known.map(rule -> ErrorRules.rule(rule, "HTTP " + status, retryAfter))
                .orElseGet(() -> ErrorRules.rule(
                        RULES.get(OTHER_STATUS), "HTTP " + status + " without a readable error", retryAfter));
    }

    private static boolean isGeneral(int code) {
        return code > -1100 && code <= -1000;
    }

    private static String describe(int status, Optional<VenueError> error) {
        return "HTTP " + status + error.map(known -> ", " + known.text()).orElse("");
    }
}
