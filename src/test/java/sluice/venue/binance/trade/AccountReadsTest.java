package sluice.venue.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.venue.FeeSchedule;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class AccountReadsTest {

    private static final String ACCOUNT = "GET /api/v3/account";
    private static final String COMMISSION = "GET /api/v3/account/commission";

    private final Conversation talk = new Conversation();

    @BeforeEach
    void begin() {
        talk.start();
        talk.answers("GET /api/v3/time", 200, "{\"serverTime\":" + talk.now().toEpochMilli() + "}");
        talk.opened();
        talk.says(Conversation.SUBSCRIBED);
    }

    private List<FeeSchedule> fees() {
        return talk.events().stream()
                .filter(VenueEvent.Listed.class::isInstance)
                .flatMap(event -> ((VenueEvent.Listed) event).fees().stream())
                .toList();
    }

    private static String account(String rates) {
        return "{\"commissionRates\":" + rates + ",\"balances\":[]}";
    }

    @Test
    void theAccountsStandingRatesComeWithItsBalances() {
        talk.answers(
                ACCOUNT, 200, account("{\"maker\":\"0.0008\",\"taker\":\"0.001\",\"buyer\":\"0\",\"seller\":\"0\"}"));

        assertThat(fees()).singleElement().satisfies(fee -> {
            assertThat(fee.symbol()).isEqualTo(Conversation.BTC_USDT);
            assertThat(fee.maker()).isEqualByComparingTo("0.0008");
            assertThat(fee.taker()).isEqualByComparingTo("0.001");
        });
        assertThat(talk.asked()).doesNotContain(COMMISSION);
    }

    @Test
    void aSymbolsOwnRatesAreReadOnceTheProgramHasStayedAWhile() {
        talk.answers(ACCOUNT, 200, account("{\"maker\":\"0.001\",\"taker\":\"0.001\"}"));
        fees();
        talk.passes(Duration.ofSeconds(5));
        talk.answers(COMMISSION, 200, "{\"standardCommission\":{\"maker\":\"0\",\"taker\":\"0.0002\"}}");

        assertThat(fees())
                .singleElement()
                .satisfies(fee -> assertThat(fee.taker()).isEqualByComparingTo("0.0002"));
        talk.passes(Duration.ofHours(1));
        assertThat(talk.asked()).doesNotContain(COMMISSION);
    }

    @Test
    void anAccountThatShowsNoRatesHasThemReadBySymbolAtOnce() {
        talk.answers(ACCOUNT, 200, "{\"balances\":[]}");

        assertThat(talk.asked()).contains(COMMISSION);
    }

    @Test
    void openOrdersAreReadBySymbolWhereThatCostsLess() {
        talk.asks(new VenueCommand.OrderMassStatusRequest(1, Instant.EPOCH, List.of()));

        assertThat(talk.call("GET /api/v3/openOrders").url()).contains("symbol=BTCUSDT");
    }
}
