package sluice.venue.coinbase.trade.reply;

import static sluice.venue.Manifest.Proves.ALREADY_DONE;
import static sluice.venue.Manifest.Proves.ARRIVED;
import static sluice.venue.Manifest.Proves.NOTHING;
import static sluice.venue.Manifest.Proves.NOT_EXECUTED;
import static sluice.venue.Manifest.Proves.REJECTED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import sluice.net.gate.ErrorRules;
import sluice.net.gate.Ruling;
import sluice.order.Closure;
import sluice.order.Reason;
import sluice.venue.Manifest.ErrorRule;

/**
 * What the venue's reasons and HTTP statuses mean.
 *
 * <ol>
 *   <li>A refusal comes with HTTP 200: the reason that it names decides.
 *   <li>A refusal that names no reason is unknown: the placeholder stands for "we do not know" there, too.
 *   <li>A named reason that this table does not have is a reject all the same.
 *   <li>A 5xx is unknown, and so is every status that is not documented.
 *   <li>A 401 comes of a token that is too old or too new, or of a wrong key; nothing was done.
 * </ol>
 */
public final class ErrorTable {

    private static final String PREVIEW = "PREVIEW_";
    private static final String PLACEHOLDER = "no reason named";
    private static final String OTHER_REASON = "any other reason";
    private static final String OTHER_STATUS = "any other HTTP status";

    /** Create order, {@code new_order_failure_reason}; the twins of a preview are looked up without their prefix. */
    private static final ErrorRules RULES = new ErrorRules(
            ErrorRules.of(
                    REJECTED,
                    Reason.INSUFFICIENT_BALANCE,
                    "INSUFFICIENT_FUND",
                    "INSUFFICIENT_FUNDS",
                    "INVALID_LEDGER_BALANCE",
                    "REJECT_REASON_INSUFFICIENT_FUNDS",
                    "HOLD_FAILURE"),
            ErrorRules.of(REJECTED, Reason.WOULD_TAKE, "INVALID_LIMIT_PRICE_POST_ONLY"),
            ErrorRules.of(REJECTED, Reason.UNKNOWN_SYMBOL, "INVALID_PRODUCT_ID"),
            ErrorRules.of(
                    REJECTED,
                    Reason.FILTER,
                    "INVALID_SIZE_PRECISION",
                    "INVALID_PRICE_PRECISION",
                    "INVALID_LIMIT_PRICE",
                    "INVALID_BASE_SIZE_TOO_SMALL",
                    "INVALID_BASE_SIZE_TOO_LARGE",
                    "INVALID_QUOTE_SIZE_TOO_SMALL",
                    "INVALID_QUOTE_SIZE_TOO_LARGE",
                    "LIMIT_PRICE_TOO_FAR_FROM_MARKET",
                    "LIMIT_ORDER_PRICE_EXCEEDS_PRICE_BAND_ON_BUY",
                    "LIMIT_ORDER_PRICE_EXCEEDS_PRICE_BAND_ON_SELL"),
            ErrorRules.of(
                    REJECTED,
                    Reason.MARKET_CLOSED,
                    "PRODUCT_TRADING_HALTED",
                    "TRADING_DISABLED",
                    "ORDER_ENTRY_DISABLED",
                    "UNTRADABLE_PRODUCT"),
            ErrorRules.of(
                    REJECTED,
                    Reason.NOT_PERMITTED,
                    "UNSUPPORTED_ORDER_CONFIGURATION",
                    "INELIGIBLE_PAIR",
                    "GEOFENCING_RESTRICTION",
                    "FOK_DISABLED",
                    "TOO_MANY_OPEN_ORDERS",
                    "NOT_ALLOWED_TO_CANCEL"),
            ErrorRules.of(ALREADY_DONE, Reason.UNKNOWN_ORDER, "UNKNOWN_CANCEL_ORDER"),
            ErrorRules.of(ALREADY_DONE, Reason.ALREADY_DONE, "ORDER_IS_FULLY_FILLED", "DUPLICATE_CANCEL_REQUEST"),
            ErrorRules.of(ARRIVED, Reason.DUPLICATE_ID, "DUPLICATE_CLIENT_ORDER_ID"),
            ErrorRules.of(NOT_EXECUTED, Reason.RATE_LIMITED, "RATE_LIMIT_EXCEEDED"),
            ErrorRules.of(NOTHING, Reason.OTHER, PLACEHOLDER),
            ErrorRules.of(REJECTED, Reason.OTHER, OTHER_REASON),
            ErrorRules.of(REJECTED, Reason.OTHER, "HTTP 400"),
            ErrorRules.of(NOT_EXECUTED, Reason.NOT_PERMITTED, "HTTP 401"),
            ErrorRules.of(REJECTED, Reason.NOT_PERMITTED, "HTTP 403"),
            ErrorRules.of(ALREADY_DONE, Reason.UNKNOWN_ORDER, "HTTP 404"),
            ErrorRules.of(NOT_EXECUTED, Reason.RATE_LIMITED, "HTTP 429"),
            ErrorRules.of(NOTHING, Reason.OTHER, OTHER_STATUS));

    private ErrorTable() {}

    /** As data. */
    public static List<ErrorRule> rules() {
        return RULES.all();
    }

    private static Optional<ErrorRule> find(String name) {
        return RULES.find(name.startsWith(PREVIEW) ? name.substring(PREVIEW.length()) : name);
    }

    static Reason reason(String name) {
        return find(name).map(ErrorRule::reason).orElse(Reason.OTHER);
    }

    /** Whether a reason says no more than that something failed, or nothing at all. */
    static boolean isPlaceholder(String name) {
        return name.isEmpty() || name.startsWith("UNKNOWN") && RULES.find(name).isEmpty();
    }

    /** Judges a refusal, which came with HTTP 200. */
    public static Ruling judge(VenueError error) {
        if (isPlaceholder(error.name())) {
            return ErrorRules.rule(
                    RULES.get(PLACEHOLDER), "refused without a reason: " + error.text(), Optional.empty());
        }
        var rule = find(error.name()).orElseGet(() -> RULES.get(OTHER_REASON));
        return ErrorRules.rule(rule, error.text(), Optional.empty());
    }

    /** Judges a reply whose status is no success. */
    public static Ruling judge(int status, VenueError error, Optional<Duration> retryAfter) {
        var text = "HTTP " + status + (error.text().isEmpty() ? "" : ", " + error.text());
        if (status == 400) {
            return find(error.name())
                    .filter(rule -> rule.proves() == ARRIVED)
                    .map(rule -> ErrorRules.rule(rule, text, retryAfter))
                    .orElseGet(() -> new Ruling.DefiniteReject(new Closure(reason(error.name()), text)));
        }
        return ErrorRules.rule(RULES.find("HTTP " + status).orElseGet(() -> RULES.get(OTHER_STATUS)), text, retryAfter);
    }
}
