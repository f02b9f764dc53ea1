package sluice.venue.coinbase.trade.reply;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.net.gate.Ruling;
import sluice.order.Closure;
import sluice.order.Reason;

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
    private static final String DUPLICATE = "DUPLICATE_CLIENT_ORDER_ID";
    private static final String RATE = "RATE_LIMIT_EXCEEDED";

    /** Create order, {@code new_order_failure_reason}; the twins of a preview are looked up without their prefix. */
    private static final Map<String, Reason> REASONS = Map.ofEntries(
            Map.entry("INSUFFICIENT_FUND", Reason.INSUFFICIENT_BALANCE),
            Map.entry("INSUFFICIENT_FUNDS", Reason.INSUFFICIENT_BALANCE),
            Map.entry("INVALID_LEDGER_BALANCE", Reason.INSUFFICIENT_BALANCE),
            Map.entry("REJECT_REASON_INSUFFICIENT_FUNDS", Reason.INSUFFICIENT_BALANCE),
            Map.entry("HOLD_FAILURE", Reason.INSUFFICIENT_BALANCE),
            Map.entry("INVALID_LIMIT_PRICE_POST_ONLY", Reason.WOULD_TAKE),
            Map.entry("INVALID_PRODUCT_ID", Reason.UNKNOWN_SYMBOL),
            Map.entry("INVALID_SIZE_PRECISION", Reason.FILTER),
            Map.entry("INVALID_PRICE_PRECISION", Reason.FILTER),
            Map.entry("INVALID_LIMIT_PRICE", Reason.FILTER),
            Map.entry("INVALID_BASE_SIZE_TOO_SMALL", Reason.FILTER),
            Map.entry("INVALID_BASE_SIZE_TOO_LARGE", Reason.FILTER),
            Map.entry("INVALID_QUOTE_SIZE_TOO_SMALL", Reason.FILTER),
            Map.entry("INVALID_QUOTE_SIZE_TOO_LARGE", Reason.FILTER),
            Map.entry("LIMIT_PRICE_TOO_FAR_FROM_MARKET", Reason.FILTER),
            Map.entry("LIMIT_ORDER_PRICE_EXCEEDS_PRICE_BAND_ON_BUY", Reason.FILTER),
            Map.entry("LIMIT_ORDER_PRICE_EXCEEDS_PRICE_BAND_ON_SELL", Reason.FILTER),
            Map.entry("PRODUCT_TRADING_HALTED", Reason.MARKET_CLOSED),
            Map.entry("TRADING_DISABLED", Reason.MARKET_CLOSED),
            Map.entry("ORDER_ENTRY_DISABLED", Reason.MARKET_CLOSED),
            Map.entry("UNTRADABLE_PRODUCT", Reason.MARKET_CLOSED),
            Map.entry("UNSUPPORTED_ORDER_CONFIGURATION", Reason.NOT_PERMITTED),
            Map.entry("INELIGIBLE_PAIR", Reason.NOT_PERMITTED),
            Map.entry("GEOFENCING_RESTRICTION", Reason.NOT_PERMITTED),
            Map.entry("FOK_DISABLED", Reason.NOT_PERMITTED),
            Map.entry("TOO_MANY_OPEN_ORDERS", Reason.NOT_PERMITTED),
            Map.entry("NOT_ALLOWED_TO_CANCEL", Reason.NOT_PERMITTED),
            Map.entry("UNKNOWN_CANCEL_ORDER", Reason.UNKNOWN_ORDER),
            Map.entry("ORDER_IS_FULLY_FILLED", Reason.ALREADY_DONE),
            Map.entry("DUPLICATE_CANCEL_REQUEST", Reason.ALREADY_DONE),
            Map.entry(DUPLICATE, Reason.DUPLICATE_ID),
            Map.entry(RATE, Reason.RATE_LIMITED));

    private static final Set<Reason> DONE = Set.of(Reason.UNKNOWN_ORDER, Reason.ALREADY_DONE, Reason.DUPLICATE_ID);

    private ErrorTable() {}

    static Reason reason(String name) {
        var plain = name.startsWith(PREVIEW) ? name.substring(PREVIEW.length()) : name;
        return REASONS.getOrDefault(plain, Reason.OTHER);
    }

    /** Whether a reason says no more than that something failed, or nothing at all. */
    static boolean isPlaceholder(String name) {
        return name.isEmpty() || name.startsWith("UNKNOWN") && !REASONS.containsKey(name);
    }

    /** Judges a refusal, which came with HTTP 200. */
    public static Ruling judge(VenueError error) {
        if (isPlaceholder(error.name())) {
            return new Ruling.Unknown("refused without a reason: " + error.text());
        }
        var closure = new Closure(reason(error.name()), error.text());
        if (DONE.contains(closure.reason())) {
            return new Ruling.AlreadyDone(closure);
        }
        return closure.reason() == Reason.RATE_LIMITED
                ? new Ruling.NotExecuted(closure, Optional.empty())
                : new Ruling.DefiniteReject(closure);
    }

    /** Judges a reply whose status is no success. */
    public static Ruling judge(int status, VenueError error, Optional<Duration> retryAfter) {
        var text = "HTTP " + status + (error.text().isEmpty() ? "" : ", " + error.text());
        return switch (status) {
            case 400 -> new Ruling.DefiniteReject(new Closure(reason(error.name()), text));
            case 401 -> new Ruling.NotExecuted(new Closure(Reason.NOT_PERMITTED, text), retryAfter);
            case 403 -> new Ruling.DefiniteReject(new Closure(Reason.NOT_PERMITTED, text));
            case 404 -> new Ruling.AlreadyDone(new Closure(Reason.UNKNOWN_ORDER, text));
            case 429 -> new Ruling.NotExecuted(new Closure(Reason.RATE_LIMITED, text), retryAfter);
            default -> new Ruling.Unknown(text);
        };
    }
}
