package sluice.venue.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.HttpOutcome;
import sluice.venue.KeyRights;
import sluice.venue.bybit.trade.wire.Credentials;

class KeyCheckTest {

    private static final String RIGHTS = "{\"retCode\":0,\"retMsg\":\"\",\"result\":{\"readOnly\":0,\"permissions\":"
            + "{\"Spot\":[\"SpotTrade\"],\"Wallet\":[\"Withdraw\"]}}}";

    private final List<KeyRights> rights = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private static final class Still implements Clock {

        @Override
        public Instant now() {
            return Instant.ofEpochMilli(1_760_000_000_000L);
        }

        @Override
        public long nanos() {
            return 0;
        }
    }

    private void read(int status, String body) {
        KeyCheck.read(new HttpOutcome.Reply(status, Map.of(), body, Duration.ZERO), rights::add, unknown::add);
    }

    @Test
    void asksWhatTheKeyMayDo() {
        var config = BybitConfig.of(new VenueId("bybit"), BybitConfig.Hosts.PRODUCTION, List.of(Symbol.of("BTC-USDT")))
                .with(new Credentials("the-key", "the-secret"));
        var call = new KeyCheck(config).request(new Still());

        assertThat(call.url()).isEqualTo("https://api.bybit.com/v5/user/query-api");
        assertThat(call.headers()).containsKey("X-BAPI-SIGN").containsEntry("X-BAPI-TIMESTAMP", "1760000000000");
        assertThat(call + " " + config).doesNotContain("the-key").doesNotContain("the-secret");
    }

    @Test
    void aKeyThatMayWithdrawIsKnownAsOne() {
        read(200, RIGHTS);

        assertThat(rights).singleElement().satisfies(known -> {
            assertThat(known.withdraws()).isTrue();
            assertThat(known.trades()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"retCode\":10003,\"retMsg\":\"API key is invalid.\"} | 10003: API key is invalid.",
                "403 | <html> | HTTP 403",
                "200 | {\"retCode\":0,\"result\":{}} | could not be read",
                "502 | {} | HTTP 502",
            })
    void whatSaysNothingIsNoPermission(int status, String body, String why) {
        read(status, body);

        assertThat(rights).isEmpty();
        assertThat(unknown).singleElement().asString().contains(why);
    }
}
