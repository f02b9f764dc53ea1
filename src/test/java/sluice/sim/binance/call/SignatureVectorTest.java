package sluice.sim.binance.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vectors of the venue's page, and what is exactly covered by a signature. */
class SignatureVectorTest {

    private static final ApiKey KEY = new ApiKey("sim-key-0001", "sim-secret-0001", ApiKey.Kind.HMAC, "desk");
    private static final Keys KEYS = new Keys(List.of(KEY));
    private static final Instant THEN = Instant.ofEpochMilli(1_760_000_000_000L);
    private static final String QUERY =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01000&price=60000.00"
                    + "&newClientOrderId=x-1&recvWindow=5000&timestamp=1760000000000";
    private static final String QUERY_HMAC = "af621dfd4cf57f47636ca9c5b61f5bce682dc2c4fc734fadb38ce62b5363efa6";

    @Test
    void theQueryIsSigned() {
        assertThat(signs(QUERY + "&signature=" + QUERY_HMAC, "")).isTrue();
    }

    @Test
    void hexIsOfAnyCase() {
        assertThat(signs(QUERY + "&signature=" + QUERY_HMAC.toUpperCase(Locale.ROOT), ""))
                .isTrue();
    }

    @Test
    void queryAndBodyAreSignedTogetherWithoutSeparator() {
        var hmac = "fc32235d2f389db891423926b0e9a142a0351c6484d7116de9feee4119f95dbc";
        var query = "symbol=BTCUSDT&side=BUY";
        var body = "type=MARKET&quantity=0.01&timestamp=1760000000000";
        assertThat(signs(query, body + "&signature=" + hmac)).isTrue();
        assertThat(signs(query + "&signature=" + hmac, body)).isTrue();
        assertThat(signs(query + "&", body + "&signature=" + hmac)).isFalse();
    }

    @Test
    void theSignatureMayStandAloneInTheQuery() {
        assertThat(signs("signature=" + QUERY_HMAC, QUERY)).isTrue();
    }

    @Test
    void anotherOrderOfParametersNeedsAnotherSignature() {
        var swapped = QUERY.replace("symbol=BTCUSDT&side=BUY", "side=BUY&symbol=BTCUSDT");
        assertThat(signs(swapped + "&signature=" + QUERY_HMAC, "")).isFalse();
    }

    @Test
    void socketParametersAreSignedSortedWithTheKeyAmongThem() {
        var params = Params.ofSocket(Map.of(
                "timestamp",
                "1760000000000",
                "recvWindow",
                "5000",
                "apiKey",
                "sim-key-0001",
                "signature",
                "ec54bc2c8c914c3b63571d2e3505fcd129925202500105ed1b4525b93c2bc30b"));
        assertThat(params.payload()).isEqualTo("apiKey=sim-key-0001&recvWindow=5000&timestamp=1760000000000");
        assertThat(KEYS.signer("sim-key-0001", params, THEN)).isEqualTo(KEY);
    }

    @Test
    void anEd25519KeySignsInBase64() throws GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var publicKey = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(QUERY.getBytes(StandardCharsets.UTF_8));
        var signature = Base64.getEncoder().encodeToString(signer.sign());
        var key = new ApiKey("ed-key-0001", publicKey, ApiKey.Kind.ED25519, "desk");
        assertThat(Signatures.fits(key, QUERY, signature)).isTrue();
        assertThat(Signatures.fits(key, QUERY + "x", signature)).isFalse();
        assertThat(Signatures.fits(key, QUERY, "not base64")).isFalse();
    }

    @Test
    void aKeyDoesNotShowItsSecret() {
        assertThat(KEY.toString()).doesNotContain("sim-secret", "sim-key");
    }

    @Test
    void aWrongSignatureIsRefused() {
        var params = Params.ofRest(QUERY + "&signature=" + "0".repeat(64), "");
        assertThatThrownBy(() -> KEYS.signer("sim-key-0001", params, THEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(-1022));
    }

    private static boolean signs(String query, String body) {
        try {
            KEYS.signer("sim-key-0001", Params.ofRest(query, body), THEN);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isEqualTo(-1022);
            return false;
        }
    }
}
