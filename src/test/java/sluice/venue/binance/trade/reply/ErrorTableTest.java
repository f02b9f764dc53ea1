package sluice.venue.binance.trade.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.net.gate.Ruling;
import sluice.net.text.Json;
import sluice.order.Closure;
import sluice.order.Reason;

class ErrorTableTest {

    private static final Optional<Duration> NOTHING_SAID = Optional.empty();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | -1013 | Filter failure: LOT_SIZE | FILTER",
                "400 | -1014 | Unsupported order combination. | OTHER",
                "400 | -1016 | This service is no longer available. | MARKET_CLOSED",
                "400 | -1020 | This operation is not supported. | OTHER",
                "400 | -1022 | Signature for this request is not valid. | NOT_PERMITTED",
                "400 | -1102 | Mandatory parameter 'price' was not sent. | OTHER",
                "400 | -1106 | Parameter 'timeInForce' sent when not required. | OTHER",
                "400 | -1111 | Parameter 'price' has too much precision. | FILTER",
                "400 | -1121 | Invalid symbol. | UNKNOWN_SYMBOL",
                "400 | -1145 | cancelRestrictions has to be either. | OTHER",
                "400 | -2010 | Account has insufficient balance for requested action. | INSUFFICIENT_BALANCE",
                "400 | -2010 | Order would immediately match and take. | WOULD_TAKE",
                "400 | -2010 | Market is closed. | MARKET_CLOSED",
                "400 | -2010 | Some words nobody has seen before. | OTHER",
                "400 | -2011 | Order was not canceled due to cancel restrictions. | OTHER",
                "401 | -2014 | API-key format invalid. | NOT_PERMITTED",
                "401 | -2015 | Invalid API-key, IP, or permissions for action. | NOT_PERMITTED",
                "400 | -2038 | Order amend rejected. | OTHER",
                "400 | -9999 | A code of tomorrow. | OTHER",
            })
    void aTurnedDownRequestHadNoEffect(int status, int code, String msg, Reason reason) {
        assertThat(ErrorTable.judge(status, Optional.of(new VenueError(code, msg)), NOTHING_SAID))
                .isEqualTo(new Ruling.DefiniteReject(new Closure(reason, code + ": " + msg)));
    }

    @ParameterizedTest
    @CsvSource({"400,-1021,OTHER", "429,-1003,RATE_LIMITED", "418,-1003,RATE_LIMITED", "429,-1015,RATE_LIMITED"})
    void whatWasNotLookedAtMayBeAskedAgain(int status, int code, Reason reason) {
        var wait = Optional.of(Duration.ofSeconds(7));

        assertThat(ErrorTable.judge(status, Optional.of(new VenueError(code, "no")), wait))
                .isEqualTo(new Ruling.NotExecuted(new Closure(reason, code + ": no"), wait));
    }

    @Test
    void aBanWithoutAReadableBodyIsStillABan() {
        var wait = Optional.of(Duration.ofMinutes(2));

        assertThat(ErrorTable.judge(418, Optional.empty(), wait))
                .isEqualTo(new Ruling.NotExecuted(new Closure(Reason.RATE_LIMITED, "HTTP 418"), wait));
    }

    @Test
    void aShedRequestIsNotExecutedThoughTheStatusIs503() {
        assertThat(ErrorTable.judge(503, Optional.of(new VenueError(-1008, "overloaded")), NOTHING_SAID))
                .isInstanceOf(Ruling.NotExecuted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -1001, -1006, -1007, -1099})
    void aGeneralFailureIsUnknownAndNoReject(int code) {
        assertThat(ErrorTable.judge(400, Optional.of(new VenueError(code, "?")), NOTHING_SAID))
                .isInstanceOf(Ruling.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"500,-2010", "502,-1013", "503,-1003", "504,-1007"})
    void aServerErrorIsUnknownWhateverItSays(int status, int code) {
        assertThat(ErrorTable.judge(status, Optional.of(new VenueError(code, "?")), NOTHING_SAID))
                .isInstanceOf(Ruling.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 404, 408, 409, 500, 502})
    void whatCannotBeReadIsUnknown(int status) {
        assertThat(ErrorTable.judge(status, Optional.empty(), NOTHING_SAID)).isInstanceOf(Ruling.Unknown.class);
    }

    @Test
    void aFirewallTurnsDown() {
        assertThat(ErrorTable.judge(403, Optional.empty(), NOTHING_SAID))
                .isEqualTo(new Ruling.DefiniteReject(new Closure(Reason.NOT_PERMITTED, "HTTP 403")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-2011 | Unknown order sent. | UNKNOWN_ORDER",
                "-2013 | Order does not exist. | UNKNOWN_ORDER",
                "-2026 | Order was canceled or expired with no executed qty over 90 days ago. | UNKNOWN_ORDER",
                "-2010 | Duplicate order sent. | DUPLICATE_ID",
            })
    void onlyAQueryTellsWhatBecameOfAnOrderInNoStateForIt(int code, String msg, Reason reason) {
        assertThat(ErrorTable.judge(400, Optional.of(new VenueError(code, msg)), NOTHING_SAID))
                .isEqualTo(new Ruling.AlreadyDone(new Closure(reason, code + ": " + msg)));
    }

    @Test
    void wordsAreComparedWhole() {
        var about = new VenueError(-2010, "No Duplicate order sent. here");

        assertThat(ErrorTable.judge(400, Optional.of(about), NOTHING_SAID)).isInstanceOf(Ruling.DefiniteReject.class);
    }

    @Test
    void readsAnErrorBodyOrSaysThatItIsNone() {
        assertThat(VenueError.find(Json.read("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}")))
                .contains(new VenueError(-1121, "Invalid symbol."));
        assertThat(VenueError.find(Json.read("{\"code\":\"many\"}"))).isEmpty();
        assertThat(VenueError.find(Json.read("[]"))).isEmpty();
    }
}
