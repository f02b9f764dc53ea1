package sluice.venue.coinbase.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final long NOW = 1_760_000_000_999L;
    private static final String ORDERS = "/api/v3/brokerage/orders";

    static Stream<String> everyFormOfAnEcKey() {
        return Stream.of(
                TestKeys.SEC1,
                TestKeys.PKCS8,
                TestKeys.SEC1.replace("\n", "\\n"),
                TestKeys.PKCS8.replace("\n", "\\n"),
                TestKeys.SEC1.replace("\n", "\r\n"),
                "  " + TestKeys.SEC1.strip());
    }

    @ParameterizedTest
    @MethodSource("everyFormOfAnEcKey")
    void aKeyIsReadInEveryFormItIsHandedOutIn(String secret) {
        var token = tokens(secret).forRequest("POST", ORDERS, NOW);

        assertThat(TestKeys.isSigned(token, false)).isTrue();
        assertThat(part(token, 0).path("alg").asText()).isEqualTo("ES256");
    }

    @ParameterizedTest
    @ValueSource(strings = {TestKeys.ED25519, TestKeys.ED25519_PEM})
    void anEd25519KeySignsToo(String secret) {
        var token = tokens(secret).forRequest("GET", "/api/v3/brokerage/accounts", NOW);

        assertThat(TestKeys.isSigned(token, true)).isTrue();
        assertThat(part(token, 0).path("alg").asText()).isEqualTo("EdDSA");
    }

    @Test
    void aRequestsTokenSaysWhatThePageAsksFor() {
        var token = tokens(TestKeys.SEC1).forRequest("POST", ORDERS, NOW);

        assertThat(part(token, 0))
                .isEqualTo(json("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"" + TestKeys.NAME + "\",\"nonce\":\""
                        + part(token, 0).path("nonce").asText() + "\"}"));
        assertThat(part(token, 0).path("nonce").asText()).matches("[0-9a-f]{32}");
        assertThat(part(token, 1))
                .isEqualTo(json("{\"sub\":\"" + TestKeys.NAME + "\",\"iss\":\"cdp\",\"nbf\":1760000000,"
                        + "\"exp\":1760000120,\"uri\":\"POST api.coinbase.com" + ORDERS + "\"}"));
    }

    @Test
    void aSubscriptionsTokenNamesNoUri() {
        var token = tokens(TestKeys.SEC1).forSubscription(NOW);

        assertThat(TestKeys.isSigned(token, false)).isTrue();
        assertThat(part(token, 1).has("uri")).isFalse();
    }

    @Test
    void noTwoTokensHaveTheSameNonceAndASeedRepeatsThem() {
        var tokens = tokens(TestKeys.SEC1);
        var first = part(tokens.forSubscription(NOW), 0);

        assertThat(part(tokens.forSubscription(NOW), 0)).isNotEqualTo(first);
        assertThat(part(tokens(TestKeys.SEC1).forSubscription(NOW), 0)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello world",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n%%%\n-----END PRIVATE KEY-----",
                "c2hvcnQ="
            })
    void aSecretThatIsNoKeyIsRefusedWithoutShowingIt(String secret) {
        assertThatThrownBy(() -> new Credentials(TestKeys.NAME, secret))
                .isInstanceOf(UnusableKeyException.class)
                .hasMessageContaining("The API secret")
                .hasMessageContaining("EC PRIVATE KEY")
                .hasMessageNotContaining("AAAA")
                .hasMessageNotContaining("c2hvcnQ");
    }

    @Test
    void nothingPrintsTheKey() {
        var credentials = TestKeys.credentials();

        assertThat(credentials + " " + credentials.key() + " " + tokens(TestKeys.SEC1))
                .isEqualTo("Credentials[hidden] SigningKey[hidden] Tokens[hidden]");
    }

    private static Tokens tokens(String secret) {
        return new Tokens(new Credentials(TestKeys.NAME, secret), "api.coinbase.com", new SplittableRandom(5));
    }

    private static JsonNode part(String token, int index) {
        return json(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index])));
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
