package sluice.venue.bybit.trade.reply;

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
 *   <li>The code decides, which comes with HTTP 200 as a rule, and only where there is none the status.
 *   <li>A 5xx is unknown, whatever code it carries.
 *   <li>A code that is not in the table is unknown: a rejection that is not told as one only costs a query.
 *   <li>Text is never looked at.
 * </ol>
 *
 * <p>Error codes, page of that name.
 */
public final class ErrorTable {

    private static final int CLOCK = 10002;
    private static final int TOO_OFTEN = 10006;

    /** "The request has timed out", "restarting", and what a placement or a cancel may come to on a busy venue. */
    private static final Set<Integer> UNKNOWN =
            Set.of(10000, 10016, 10019, 170001, 170007, 170032, 170146, 170147, 170234, 20006, 500000);

    private static final Map<Integer, Reason> NOT_EXECUTED = Map.ofEntries(
            Map.entry(CLOCK, Reason.OTHER),
            Map.entry(TOO_OFTEN, Reason.RATE_LIMITED),
            Map.entry(429, Reason.RATE_LIMITED),
            Map.entry(10018, Reason.RATE_LIMITED),
            Map.entry(10403, Reason.RATE_LIMITED),
            Map.entry(10429, Reason.RATE_LIMITED),
            Map.entry(20003, Reason.RATE_LIMITED),
            Map.entry(170005, Reason.RATE_LIMITED),
            Map.entry(170222, Reason.RATE_LIMITED),
            Map.entry(110079, Reason.OTHER),
            Map.entry(170144, Reason.OTHER),
            Map.entry(170191, Reason.OTHER),
            Map.entry(170212, Reason.OTHER));

    private static final Map<Integer, Reason> ALREADY_DONE = Map.ofEntries(
            Map.entry(110001, Reason.UNKNOWN_ORDER),
            Map.entry(170143, Reason.UNKNOWN_ORDER),
            Map.entry(170213, Reason.UNKNOWN_ORDER),
            Map.entry(110008, Reason.ALREADY_DONE),
            Map.entry(110010, Reason.ALREADY_DONE),
            Map.entry(110025, Reason.ALREADY_DONE),
            Map.entry(110026, Reason.ALREADY_DONE),
            Map.entry(110043, Reason.ALREADY_DONE),
            Map.entry(170139, Reason.ALREADY_DONE),
            Map.entry(170142, Reason.ALREADY_DONE),
            Map.entry(170190, Reason.ALREADY_DONE),
            Map.entry(10014, Reason.DUPLICATE_ID),
            Map.entry(110072, Reason.DUPLICATE_ID),
            Map.entry(170141, Reason.DUPLICATE_ID));

    private static final Set<Integer> NOT_PERMITTED = Set.of(
            10003, 10004, 10005, 10007, 10008, 10009, 10010, 10024, 10027, 10028, 10029, 110023, 110063, 110066, 170157,
            170810);

    private static final Set<Integer> NO_FUNDS =
            Set.of(110004, 110006, 110007, 110012, 110044, 110045, 170131, 170371, 170372);

    /** Price, quantity, value or position is off the grid or out of bounds. */
    private static final Set<Integer> FILTER = Set.of(
            10001, 110003, 110017, 110020, 110021, 110094, 110123, 110124, 110125, 170124, 170130, 170132, 170133,
            170134, 170135, 170136, 170137, 170140, 170192, 170193, 170194, 170381, 170382);

    private static final Set<Integer> OTHER_REJECTS =
            Set.of(10017, 170115, 170116, 170117, 170145, 170149, 170150, 170210);

    private static final Map<Integer, Reason> SINGLE_REJECTS = Map.of(
            110074, Reason.MARKET_CLOSED,
            170121, Reason.UNKNOWN_SYMBOL,
            170151, Reason.MARKET_CLOSED,
            170217, Reason.WOULD_TAKE,
            170218, Reason.WOULD_TAKE);

    private ErrorTable() {}

    /** Judges a reply that is no success. */
    public static Ruling judge(int status, Optional<VenueError> error, Optional<Duration> retryAfter) {
        if (status >= 500) {
            return new Ruling.Unknown(
                    "HTTP " + status + error.map(known -> ", " + known.text()).orElse(""));
        }
        return error.map(known -> byCode(known, retryAfter)).orElseGet(() -> byStatus(status, retryAfter));
    }

    /** Whether the venue found our timestamp outside its window, so that the clock must be taken again. */
    public static boolean blamesTheClock(VenueError error) {
        return error.code() == CLOCK;
    }

    /** Whether we asked an endpoint more often than our account may. */
    public static boolean isTooOften(VenueError error) {
        return error.code() == TOO_OFTEN;
    }

    private static Ruling byCode(VenueError error, Optional<Duration> retryAfter) {
        int code = error.code();
        if (NOT_EXECUTED.containsKey(code)) {
            return new Ruling.NotExecuted(closure(NOT_EXECUTED.getOrDefault(code, Reason.OTHER), error), retryAfter);
        }
        if (ALREADY_DONE.containsKey(code)) {
            return new Ruling.AlreadyDone(closure(ALREADY_DONE.getOrDefault(code, Reason.OTHER), error));
        }
        return UNKNOWN.contains(code)
                ? new Ruling.Unknown(error.text())
                : reject(code)
                        .<Ruling>map(reason -> new Ruling.DefiniteReject(closure(reason, error)))
                        .orElseGet(() -> new Ruling.Unknown(error.text() + " (a code we do not know)"));
    }

    private static Optional<Reason> reject(int code) {
        if (SINGLE_REJECTS.containsKey(code)) {
            return Optional.of(SINGLE_REJECTS.getOrDefault(code, Reason.OTHER));
        }
        if (NO_FUNDS.contains(code)) {
            return Optional.of(Reason.INSUFFICIENT_BALANCE);
        }
        if (FILTER.contains(code)) {
            return Optional.of(Reason.FILTER);
        }
        if (NOT_PERMITTED.contains(code)) {
            return Optional.of(Reason.NOT_PERMITTED);
        }
        return OTHER_REJECTS.contains(code) ? Optional.of(Reason.OTHER) : Optional.empty();
    }

    /** Rate limit, IP: "you will receive 403, access too frequent"; a gateway knows nothing of orders. */
    private static Ruling byStatus(int status, Optional<Duration> retryAfter) {
        return switch (status) {
            case 401 -> new Ruling.DefiniteReject(new Closure(Reason.NOT_PERMITTED, "HTTP 401"));
            case 403, 429 -> new Ruling.NotExecuted(new Closure(Reason.RATE_LIMITED, "HTTP " + status), retryAfter);
            default -> new Ruling.Unknown("HTTP " + status + " without a readable answer");
        };
    }

    private static Closure closure(Reason reason, VenueError error) {
        return new Closure(reason, error.text());
    }
}
