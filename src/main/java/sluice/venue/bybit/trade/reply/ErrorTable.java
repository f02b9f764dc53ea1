package sluice.venue.bybit.trade.reply;

import static sluice.venue.Manifest.Proves.ALREADY_DONE;
import static sluice.venue.Manifest.Proves.ARRIVED;
import static sluice.venue.Manifest.Proves.NOTHING;
import static sluice.venue.Manifest.Proves.NOT_EXECUTED;
import static sluice.venue.Manifest.Proves.REJECTED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sluice.net.gate.ErrorRules;
import sluice.net.gate.Ruling;
import sluice.order.Reason;
import sluice.venue.Manifest.ErrorRule;
import sluice.venue.Manifest.Proves;

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
    private static final String OTHER_CODE = "any other code";
    private static final String SERVER = "HTTP 5xx";
    private static final String OTHER_STATUS = "any other HTTP status without a code";

    private static final ErrorRules RULES = new ErrorRules(
            // "The request has timed out", "restarting", and what a placement or a cancel may come to on a busy venue
            of(
                    NOTHING,
                    Reason.OTHER,
                    10000,
                    10016,
                    10019,
                    170001,
                    170007,
                    170032,
                    170146,
                    170147,
                    170234,
                    20006,
                    500000),
            of(NOT_EXECUTED, Reason.RATE_LIMITED, TOO_OFTEN, 429, 10018, 10403, 10429, 20003, 170005, 170222),
            of(NOT_EXECUTED, Reason.OTHER, CLOCK, 110079, 170144, 170191, 170212),
            of(ARRIVED, Reason.DUPLICATE_ID, 10014, 110072, 170141),
            of(ALREADY_DONE, Reason.UNKNOWN_ORDER, 110001, 170143, 170213),
            of(ALREADY_DONE, Reason.ALREADY_DONE, 110008, 110010, 110025, 110026, 110043, 170139, 170142, 170190),
            of(REJECTED, Reason.NOT_PERMITTED, 10003, 10004, 10005, 10007, 10008, 10009, 10010, 10024, 10027, 10028),
            of(REJECTED, Reason.NOT_PERMITTED, 10029, 110023, 110063, 110066, 170157, 170810),
            of(REJECTED, Reason.INSUFFICIENT_BALANCE, 110004, 110006, 110007, 110012, 110044, 110045, 170131),
            of(REJECTED, Reason.INSUFFICIENT_BALANCE, 170371, 170372),
            // price, quantity, value or position is off the grid or out of bounds
            of(REJECTED, Reason.FILTER, 10001, 110003, 110017, 110020, 110021, 110094, 110123, 110124, 110125, 170124),
            of(REJECTED, Reason.FILTER, 170130, 170132, 170133, 170134, 170135, 170136, 170137, 170140, 170192, 170193),
            of(REJECTED, Reason.FILTER, 170194, 170381, 170382),
            of(REJECTED, Reason.MARKET_CLOSED, 110074, 170151),
            of(REJECTED, Reason.UNKNOWN_SYMBOL, 170121),
            of(REJECTED, Reason.WOULD_TAKE, 170217, 170218),
            of(REJECTED, Reason.OTHER, 10017, 170115, 170116, 170117, 170145, 170149, 170150, 170210),
            ErrorRules.of(NOTHING, Reason.OTHER, OTHER_CODE),
            // Rate limit, IP: "you will receive 403, access too frequent"; a gateway knows nothing of orders
            ErrorRules.of(NOT_EXECUTED, Reason.RATE_LIMITED, "HTTP 403", "HTTP 429"),
            ErrorRules.of(REJECTED, Reason.NOT_PERMITTED, "HTTP 401"),
            ErrorRules.of(NOTHING, Reason.OTHER, SERVER, OTHER_STATUS));

    private ErrorTable() {}

    private static Stream<ErrorRule> of(Proves proves, Reason reason, int... codes) {
        return ErrorRules.of(
                proves, reason, IntStream.of(codes).mapToObj(String::valueOf).toArray(String[]::new));
    }

    /** As data. */
    public static List<ErrorRule> rules() {
        return RULES.all();
    }

    /** Judges a reply that is no success. */
    public static Ruling judge(int status, Optional<VenueError> error, Optional<Duration> retryAfter) {
        if (status >= 500) {
            var text =
                    "HTTP " + status + error.map(known -> ", " + known.text()).orElse("");
            return ErrorRules.rule(RULES.get(SERVER), text, retryAfter);
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
        return RULES.find(String.valueOf(error.code()))
                .map(rule -> ErrorRules.rule(rule, error.text(), retryAfter))
                .orElseGet(() ->
                        ErrorRules.rule(RULES.get(OTHER_CODE), error.text() + " (a code we do not know)", retryAfter));
    }

    private static Ruling byStatus(int status, Optional<Duration> retryAfter) {
        return RULES.find("HTTP " + status)
                .map(rule -> ErrorRules.rule(rule, "HTTP " + status, retryAfter))
                .orElseGet(() -> ErrorRules.rule(
                        RULES.get(OTHER_STATUS), "HTTP " + status + " without a readable answer", retryAfter));
    }
}
