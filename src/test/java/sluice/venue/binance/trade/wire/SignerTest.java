package sluice.venue.binance.trade.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import sluice.net.hmac.Credentials;
import sluice.net.hmac.Signer;

class SignerTest {

    private final Signer signer = new Signer("sim-secret-0001");

    @Test
    void signsAQueryAsItIsSent() {
        var payload = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01000&price=60000.00"
                + "&newClientOrderId=x-1&recvWindow=5000&timestamp=1760000000000";

        assertThat(signer.sign(payload)).isEqualTo("af621dfd4cf57f47636ca9c5b61f5bce682dc2c4fc734fadb38ce62b5363efa6");
    }

    @Test
    void signsQueryAndBodyWithoutASeparator() {
        var payload = "symbol=BTCUSDT&side=BUY" + "type=MARKET&quantity=0.01&timestamp=1760000000000";

        assertThat(signer.sign(payload)).isEqualTo("fc32235d2f389db891423926b0e9a142a0351c6484d7116de9feee4119f95dbc");
    }

    @Test
    void signsTheSameTwice() {
        assertThat(signer.sign("a=1")).isEqualTo(signer.sign("a=1")).isNotEqualTo(signer.sign("a=2"));
    }

    @Test
    void aSubscriptionIsSignedOverItsSortedParametersWithTheKey() {
        var frame = new StreamRequests(new Credentials("sim-key-0001", "sim-secret-0001"), Duration.ofSeconds(5))
                .subscribe("u1", 1_760_000_000_000L);

        assertThat(frame)
                .isEqualTo("{\"id\":\"u1\",\"method\":\"userDataStream.subscribe.signature\",\"params\":"
                        + "{\"apiKey\":\"sim-key-0001\",\"recvWindow\":5000,\"timestamp\":1760000000000,\"signature\":"
                        + "\"ec54bc2c8c914c3b63571d2e3505fcd129925202500105ed1b4525b93c2bc30b\"}}");
    }

    @Test
    void percentEncodesBeforeItSigns() {
        var form = new Form().put("symbol", "BTCUSDT").put("newClientOrderId", "ä b/1");

        assertThat(form.unsigned()).isEqualTo("symbol=BTCUSDT&newClientOrderId=%C3%A4%20b%2F1");
        assertThat(form.signed(signer))
                .endsWith("&signature=" + signer.sign("symbol=BTCUSDT&newClientOrderId=%C3%A4%20b%2F1"));
    }

    @Test
    void secretsArePrintedNowhere() {
        var credentials = new Credentials("the-key", "the-secret");

        assertThat(credentials + " " + credentials.signer() + " " + new Form().put("a", "the-secret"))
                .doesNotContain("the-key", "the-secret");
    }
}
