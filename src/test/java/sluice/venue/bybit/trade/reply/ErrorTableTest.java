package sluice.venue.bybit.trade.reply;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static Ruling judge(int status, int code) {
        return ErrorTable.judge(status, Optional.of(new VenueError(code, "words")), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "10001, FILTER",
        "10003, NOT_PERMITTED",
        "10004, NOT_PERMITTED",
        "10005, NOT_PERMITTED",
        "10010, NOT_PERMITTED",
        "10024, NOT_PERMITTED",
        "110003, FILTER",
        "110007, INSUFFICIENT_BALANCE",
        "110012, INSUFFICIENT_BALANCE",
        "110045, INSUFFICIENT_BALANCE",
        "110017, FILTER",
        "110094, FILTER",
        "110074, MARKET_CLOSED",
        "170121, UNKNOWN_SYMBOL",
        "170131, INSUFFICIENT_BALANCE",
        "170134, FILTER",
        "170137, FILTER",
        "170140, FILTER",
        "170193, FILTER",
        "170217, WOULD_TAKE",
        "170218, WOULD_TAKE",
        "170150, OTHER",
        "10017, OTHER"
    })
    void aCodeThatTurnsARequestDownIsARejection(int code, Reason reason) {
        assertThat(judge(200, code)).isEqualTo(new Ruling.DefiniteReject(new Closure(reason, code + ": words")));
    }

    @ParameterizedTest
    @ValueSource(ints = {10002, 10006, 429, 10429, 10403, 20003, 170005, 170222, 110079, 170191, 170212})
    void aCodeOfWhatWasNotLookedAtIsNotExecuted(int code) {
        assertThat(judge(200, code)).isInstanceOf(Ruling.NotExecuted.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {10000, 10016, 10019, 170001, 170007, 170032, 170146, 170147, 170234, 500000})
    void aCodeThatLeavesTheOutcomeOpenIsUnknown(int code) {
        assertThat(judge(200, code)).isEqualTo(new Ruling.Unknown(code + ": words"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 110999, 170999, 424242, -1})
    void aCodeThatNobodyKnowsIsUnknown(int code) {
        assertThat(judge(200, code)).isInstanceOf(Ruling.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "110001, UNKNOWN_ORDER", "170213, UNKNOWN_ORDER", "170143, UNKNOWN_ORDER", "110008, ALREADY_DONE",
        "110010, ALREADY_DONE", "170139, ALREADY_DONE", "170142, ALREADY_DONE", "170190, ALREADY_DONE",
        "110025, ALREADY_DONE", "110072, DUPLICATE_ID", "170141, DUPLICATE_ID", "10014, DUPLICATE_ID"
    })
    void aCodeOfWhatIsDoneAlreadyProvesNoMore(int code, Reason reason) {
        assertThat(judge(200, code)).isEqualTo(new Ruling.AlreadyDone(new Closure(reason, code + ": words")));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aServersErrorIsUnknownWhateverItSays(int status) {
        assertThat(judge(status, 110007)).isInstanceOf(Ruling.Unknown.class);
        assertThat(ErrorTable.judge(status, Optional.empty(), Optional.empty())).isInstanceOf(Ruling.Unknown.class);
    }

    @Test
    void aGatewaysRefusalWasNotExecuted() {
        assertThat(ErrorTable.judge(403, Optional.empty(), Optional.empty())).isInstanceOf(Ruling.NotExecuted.class);
        assertThat(ErrorTable.judge(429, Optional.empty(), Optional.empty())).isInstanceOf(Ruling.NotExecuted.class);
        assertThat(ErrorTable.judge(401, Optional.empty(), Optional.empty())).isInstanceOf(Ruling.DefiniteReject.class);
        assertThat(ErrorTable.judge(404, Optional.empty(), Optional.empty())).isInstanceOf(Ruling.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"retCode\":\"10001\",\"retMsg\":\"x\"}", "{\"retCode\":10001,\"retMsg\":\"x\"}"})
    void aCodeIsReadAsNumberAndAsText(String body) {
        assertThat(VenueError.find(Json.read(body))).contains(new VenueError(10001, "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\"\"", "{\"retCode\":\"\"}", "{\"retCode\":{}}", "{\"retCode\":1.5}"})
    void whatHasNoCodeIsNeitherErrorNorSuccess(String body) {
        assertThat(VenueError.find(Json.read(body))).isEmpty();
        assertThat(VenueError.isSuccess(Json.read(body))).isFalse();
    }
}
