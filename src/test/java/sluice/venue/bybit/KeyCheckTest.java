package sluice.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.HttpOutcome;
import sluice.net.hmac.Credentials;
import sluice.net.orders.KeyAnswer;

class KeyCheckTest {

    private static final String RIGHTS = "{\"retCode\":0,\"retMsg\":\"\",\"result\":{\"readOnly\":0,\"permissions\":"
            + "{\"Spot\":[\"SpotTrade\"],\"Wallet\":[\"Withdraw\"]}}}";

    private static KeyAnswer read(int status, String body) {
        return KeyCheck.read(new HttpOutcome.Reply(status, Map.of(), body, Duration.ZERO));
    }

    @Test
    void asksWhatTheKeyMayDo() {
        var config = BybitConfig.of(new VenueId("bybit"), BybitConfig.Hosts.PRODUCTION, List.of(Symbol.of("BTC-USDT")));
        var keys = new Credentials("the-key", "the-secret");
        var check = new KeyCheck(config.hosts(), config.limits(), keys);
        var call = check.request(1_760_000_000_000L);

        assertThat(call.url()).isEqualTo("https://api.bybit.com/v5/user/query-api");
        assertThat(call.headers()).containsKey("X-BAPI-SIGN").containsEntry("X-BAPI-TIMESTAMP", "1760000000000");
        assertThat(call + " " + check).doesNotContain("the-key").doesNotContain("the-secret");
    }

    @Test
    void aKeyThatMayWithdrawIsKnownAsOne() {
        assertThat(read(200, RIGHTS)).isInstanceOfSatisfying(KeyAnswer.Known.class, known -> {
            assertThat(known.rights().withdraws()).isTrue();
            assertThat(known.rights().trades()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"retCode\":10016,\"retMsg\":\"Server error.\"} | retCode 10016",
                "403 | <html> | HTTP 403",
                "200 | {\"retCode\":0,\"result\":{}} | could not be read",
                "502 | {} | HTTP 502",
            })
    void whatSaysNothingIsNoPermission(int status, String body, String why) {
        assertThat(read(status, body))
                .isInstanceOfSatisfying(
                        KeyAnswer.Silent.class,
                        silent -> assertThat(silent.why()).contains(why));
    }

    @Test
    void aKeyTheVenueDoesNotTakeIsRefused() {
        assertThat(read(200, "{\"retCode\":10003,\"retMsg\":\"API key is invalid.\"}"))
                .isEqualTo(new KeyAnswer.Refused("it answered retCode 10003"));
    }
}
