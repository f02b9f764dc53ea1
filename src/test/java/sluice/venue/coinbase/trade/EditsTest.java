package sluice.venue.coinbase.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.venue.coinbase.trade.Conversation.EDIT;
import static sluice.venue.coinbase.trade.Conversation.GET;
import static sluice.venue.coinbase.trade.Conversation.ORDER;
import static sluice.venue.coinbase.trade.Conversation.TERMS;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.ClOrdId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class EditsTest {

    private static final ClOrdId NEXT = new ClOrdId("sl-test-1-1");
    private static final Terms TO = TERMS.withPx(Px.of("59000")).withOrderQty(Qty.of("2"));

    private final Conversation talk = Conversation.working();

    private void amends(Terms to) {
        talk.asks(new VenueCommand.ReplaceOrder(Conversation.ref(), NEXT, TERMS, to, Qty.ZERO));
    }

    private static String shown(String status, String size, String px) {
        return "{\"order\":" + Conversation.order(status, "0", size, px) + "}";
    }

    @Test
    void anOrderIsAmendedOnceItIsShownUnderItsNewTerms() {
        amends(TO);
        assertThat(talk.call(EDIT).body()).isEqualTo("{\"order_id\":\"o-1\",\"price\":\"59000\",\"size\":\"2\"}");
        talk.answers(EDIT, 200, "{\"success\":true,\"errors\":[]}");
        talk.answers(GET, 200, shown("EDIT_QUEUED", "1", "60000"));
        assertThat(talk.news()).containsExactly(new OrderNews.Sent(new Request.Replace(NEXT, TO)));

        talk.passes(Duration.ofMillis(150));
        talk.answers(GET, 200, shown("OPEN", "2", "59000"));
        assertThat(talk.news()).contains(new OrderNews.Replaced(new Request.Replace(NEXT, TO), ORDER));
        talk.user("CANCELLED", "0", "0");
        assertThat(talk.events())
                .anySatisfy(event ->
                        assertThat(((VenueEvent.OrderReport) event).clOrdId()).contains(NEXT));
    }

    @Test
    void aRefusedEditChangesNothing() {
        amends(TO);
        talk.answers(
                EDIT, 200, "{\"success\":false,\"errors\":[{\"edit_failure_reason\":\"INVALID_PRICE_PRECISION\"}]}");

        assertThat(((OrderNews.RequestRejected) talk.news().get(1)).closure().reason())
                .isEqualTo(Reason.FILTER);
    }

    @Test
    void anOrderThatEndsMeanwhileWasNotAmendedAndItsEndIsTold() {
        amends(TO);
        talk.answers(EDIT, 200, "{\"success\":true}");
        talk.user("CANCELLED", "0", "0");
        talk.answers(GET, 200, shown("CANCELLED", "1", "60000"));

        assertThat(talk.news())
                .extracting(news -> news.getClass().getSimpleName())
                .containsSubsequence("Sent", "RequestRejected", "Ended");
    }

    @Test
    void aLostReplyIsADoubtThatTheNewIdSettles() {
        amends(TO);
        talk.loses(EDIT, true);
        assertThat(talk.news().get(1)).isInstanceOf(OrderNews.InDoubt.class);

        var next = new VenueCommand.Ref(NEXT, Optional.empty(), Conversation.BTC_USD);
        talk.asks(new VenueCommand.OrderStatusRequest(next));
        talk.answers(GET, 200, shown("OPEN", "1", "60000"));
        assertThat(lookup()).isInstanceOf(Lookup.NotFound.class);

        talk.asks(new VenueCommand.OrderStatusRequest(next));
        talk.answers(GET, 200, shown("OPEN", "2", "59000"));
        assertThat(lookup()).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.order().clOrdId()).contains(NEXT);
            assertThat(found.order().terms()).isEqualTo(TO);
        });
    }

    private Lookup lookup() {
        return talk.events().stream()
                .filter(VenueEvent.StatusReport.class::isInstance)
                .map(event -> ((VenueEvent.StatusReport) event).lookup())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheVenueCannotAmendIsNotSent() {
        amends(TO.withTif(Tif.IOC));

        assertThat(talk.news()).hasSize(1).allMatch(OrderNews.NotSent.class::isInstance);
    }
}
