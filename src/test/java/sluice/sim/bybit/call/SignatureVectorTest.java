package sluice.sim.bybit.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.sim.front.Ask;

/** The venue sheet's own vectors. */
class SignatureVectorTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_760_000_000_000L);
    private static final String QUERY = "category=linear&symbol=BTCUSDT&orderLinkId=x-3";
    private static final String QUERY_SIGN = "0e8beeff434e827e0e2fcf865f5475f7bef37cab0e9e48982d80db1ce619eaf0";
    private static final String BODY = "{\"category\":\"linear\",\"symbol\":\"BTCUSDT\",\"side\":\"Buy\","
            + "\"orderType\":\"Limit\",\"qty\":\"0.01\",\"price\":\"60000.10\",\"timeInForce\":\"PostOnly\","
            + "\"orderLinkId\":\"x-3\"}";
    private static final String BODY_SIGN = "35114cac7c52f82ee6c6977b8fce5e3d5e8530bdef63b9701906ca26d46600ed";
    private static final String SOCKET_SIGN = "045d28ad8261be2532a712eb51506d3a984ac688640706b6a269ef22702bb6da";

    private final Keys keys = new Keys(List.of(new Keys.ApiKey("sim-key-0001", "sim-secret-0001", "desk")));

    @Test
    void aQueryAndABodyAreSignedAsTheyStand() {
        var get = Ask.to("GET", "/v5/order/realtime?" + QUERY, headers(QUERY_SIGN), "");
        assertThat(keys.signer(get, NOW).account()).isEqualTo("desk");
        var post = Ask.to("POST", "/v5/order/create", headers(BODY_SIGN), BODY);
        assertThat(keys.signer(post, NOW).account()).isEqualTo("desk");
        var altered = Ask.to("POST", "/v5/order/create", headers(BODY_SIGN), BODY.replace("0.01", "0.02"));
        assertThat(code(altered, NOW)).isEqualTo(10004);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "5000, true", "5001, false", "-999, true", "-1000, false"})
    void aRequestMustBeNeitherOldNorFromTheFuture(long age, boolean isTaken) {
        var ask = Ask.to("GET", "/v5/order/realtime?" + QUERY, headers(QUERY_SIGN), "");
        if (isTaken) {
            assertThat(keys.signer(ask, NOW.plusMillis(age)).account()).isEqualTo("desk");
        } else {
            assertThat(code(ask, NOW.plusMillis(age))).isEqualTo(10002);
        }
    }

    @Test
    void anUnknownKeyAndAMissingSignatureAreRefused() {
        var unknown = new HashMap<>(headers(QUERY_SIGN));
        unknown.put("X-BAPI-API-KEY", "somebody");
        assertThat(code(Ask.to("GET", "/x?" + QUERY, unknown, ""), NOW)).isEqualTo(10003);
        var unsigned = new HashMap<>(headers(QUERY_SIGN));
        unsigned.remove("X-BAPI-SIGN");
        assertThat(code(Ask.to("GET", "/x?" + QUERY, unsigned, ""), NOW)).isEqualTo(10004);
    }

    @Test
    void aSocketSignsItsExpiry() {
        var expires = "1760000010000";
        assertThat(keys.signer("sim-key-0001", expires, SOCKET_SIGN, NOW).account())
                .isEqualTo("desk");
        assertThatThrownBy(() -> keys.signer("sim-key-0001", expires, SOCKET_SIGN, NOW.plusSeconds(10)))
                .hasMessageContaining("expired");
        assertThatThrownBy(() -> keys.signer("sim-key-0001", "1760000010001", SOCKET_SIGN, NOW))
                .isInstanceOf(Refusal.class);
    }

    private int code(Ask ask, Instant now) {
        try {
            keys.signer(ask, now);
            return 0;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static Map<String, String> headers(String sign) {
        return Map.of(
                "X-BAPI-API-KEY", "sim-key-0001",
                "X-BAPI-TIMESTAMP", "1760000000000",
                "X-BAPI-RECV-WINDOW", "5000",
                "X-BAPI-SIGN", sign);
    }
}
