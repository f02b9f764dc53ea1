package sluice.sim.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import sluice.sim.coinbase.SimCoinbase.Token;
import sluice.sim.front.Ask;
import sluice.sim.front.Json;

/** Whose token is taken, and whose is not. */
class TokensTest {

    private final SimCoinbase sim = new SimCoinbase().frozen();

    private int status(UnaryOperator<Token> change) {
        return SimCoinbase.answer(sim.send("GET", "/accounts?limit=5", "", change.apply(sim.token())))
                .status();
    }

    @Test
    void aFreshTokenOfAKnownKeyIsTaken() {
        assertThat(status(token -> token)).isEqualTo(200);
    }

    @Test
    void withoutATokenTheAnswerIsThePlainWord() {
        var answer = sim.open("/accounts");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("Unauthorized\n");
        assertThat(answer.headers()).containsEntry("Content-Type", "text/plain");
    }

    @Test
    void aTokenIsForOneMethodAndPathWithoutItsQuery() {
        assertThat(status(token -> token.with("uri", "POST api.coinbase.com/api/v3/brokerage/accounts")))
                .isEqualTo(401);
        assertThat(status(token -> token.with("uri", "GET api.coinbase.com/api/v3/brokerage/orders")))
                .isEqualTo(401);
        assertThat(status(token -> token.with("uri", "GET api.coinbase.com/api/v3/brokerage/accounts?limit=5")))
                .isEqualTo(401);
        assertThat(status(token -> token.with("uri", "GET example.com/api/v3/brokerage/accounts")))
                .isEqualTo(401);
        assertThat(status(token -> token.with("uri", "GET 127.0.0.1:1/api/v3/brokerage/accounts")))
                .isEqualTo(200);
    }

    @Test
    void aTokenLivesTwoMinutes() {
        var token = sim.token();
        sim.after(121_000);
        assertThat(status(now -> token)).isEqualTo(401);
        assertThat(status(now -> now)).isEqualTo(200);
        var second = sim.now().getEpochSecond();
        assertThat(status(now -> now.with("exp", second + 600))).isEqualTo(401);
        assertThat(status(now -> now.with("nbf", second + 30))).isEqualTo(401);
    }

    @Test
    void onlyTheKeysOwnSignatureCounts() {
        assertThat(status(token -> token.signedBy(SimCoinbase.pair().getPrivate())))
                .isEqualTo(401);
        assertThat(status(token -> token.named("organizations/o1/apiKeys/other")))
                .isEqualTo(401);
        assertThat(status(token -> token.with("sub", "somebody"))).isEqualTo(401);
        assertThat(status(token -> token.with("iss", "me"))).isEqualTo(401);
    }

    @Test
    void aSignatureInDerIsNone() throws GeneralSecurityException {
        var text = sim.token()
                .with("uri", "GET api.coinbase.com/api/v3/brokerage/accounts")
                .text();
        var signed = text.substring(0, text.lastIndexOf('.'));
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(SimCoinbase.PAIR.getPrivate());
        signer.update(signed.getBytes(StandardCharsets.US_ASCII));
        var der = Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
        var answer = SimCoinbase.answer(sim.bearing("GET", "/accounts", "", signed + "." + der));
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void nonsenseForATokenIsNone() {
        for (var text : new String[] {"", "a", "a.b", "a.b.c", "....", "e30.e30.e30", "\u00e4.\u00e4.\u00e4"}) {
            var answer = SimCoinbase.answer(sim.bearing("GET", "/accounts", "", text));
            assertThat(answer.status()).as(text).isEqualTo(401);
        }
    }

    @Test
    void aKeyThatMayOnlyLookMayNotTrade() {
        var body = SimCoinbase.order("c-1", "BUY", "market_market_ioc", "base_size", "0.1")
                .toString();
        var refused =
                SimCoinbase.answer(sim.send("POST", "/orders", body, sim.token().named(SimCoinbase.LOOKER)));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("/error")).isEqualTo("PERMISSION_DENIED");
        assertThat(status(token -> token.named(SimCoinbase.LOOKER))).isEqualTo(200);
    }

    @Test
    void aKeySaysWhatItMayDo() {
        var own = sim.get("/key_permissions").json();
        assertThat(own.path("can_trade").asBoolean()).isTrue();
        assertThat(own.path("can_transfer").asBoolean()).isFalse();
        var other = SimCoinbase.answer(
                sim.send("GET", "/key_permissions", "", sim.token().named(SimCoinbase.LOOKER)));
        assertThat(other.json().path("can_trade").asBoolean()).isFalse();
        assertThat(other.json().path("can_transfer").asBoolean()).isTrue();
    }

    @Test
    void theMarketNeedsNoToken() {
        assertThat(sim.open("/time").status()).isEqualTo(200);
        assertThat(sim.open("/market/products").status()).isEqualTo(200);
        assertThat(sim.open("/products").status()).isEqualTo(401);
        assertThat(SimCoinbase.answer(sim.front.http(Ask.to("GET", "/nowhere", Map.of(), "")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aBodyMustBeAnObject() {
        var answer = SimCoinbase.answer(sim.send("POST", "/orders", "[]", sim.token()));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(sim.post("/orders", Json.object()).status()).isEqualTo(400);
    }
}
