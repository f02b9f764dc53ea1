package sluice.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.ScriptedTransport;
import sluice.net.gate.Deadlines;
import sluice.net.hmac.Credentials;
import sluice.net.limit.Recovery;
import sluice.order.ClOrdId;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.Lookup;
import sluice.venue.ManualClock;
import sluice.venue.OrderNews;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

class BinanceVenueTest {

    private static final Symbol BTC_USDT = Symbol.of("BTC-USDT");
    private static final BinanceConfig PUBLIC = BinanceConfig.of(
            new VenueId("binance"), BinanceConfig.Hosts.of("http://venue", "ws://venue"), List.of(BTC_USDT));
    private static final BinanceConfig KEYED = PUBLIC.with(new Credentials("the-key", "the-secret"));

    private final ManualClock clock = new ManualClock();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<VenueEvent> events = new ArrayList<>();
    private final VenueCommand.Ref order = new VenueCommand.Ref(new ClOrdId("sl-a-1"), Optional.empty(), BTC_USDT);
    private final Terms terms = Terms.limit(BTC_USDT, Side.BUY, Qty.of("0.02"), Px.of("60000"), Tif.GTC);

    private Venue open(BinanceConfig config) {
        var venue = BinanceVenue.of(config, new Ends(transport, clock, (nanos, task) -> {}), new SplittableRandom(7));
        venue.open(events::add);
        events.clear();
        return venue;
    }

    @Test
    void withoutKeysNothingIsSentAndNothingIsKnown() {
        var venue = open(PUBLIC);
        var replace = new VenueCommand.ReplaceOrder(order, new ClOrdId("sl-a-1-1"), terms, terms, Qty.ZERO);
        venue.send(new VenueCommand.NewOrder(order.clOrdId(), terms));
        venue.send(new VenueCommand.CancelOrder(order));
        venue.send(replace);
        venue.send(new VenueCommand.OrderStatusRequest(order));
        venue.send(new VenueCommand.OrderMassStatusRequest(1, clock.now(), List.of()));

        var why = "there are no API keys for it in the configuration";
        assertThat(events)
                .hasSize(5)
                .filteredOn(VenueEvent.OrderReport.class::isInstance)
                .extracting(event -> ((VenueEvent.OrderReport) event).news())
                .containsExactly(
                        new OrderNews.NotSent(new Request.New(), why),
                        new OrderNews.NotSent(new Request.Cancel(), why),
                        new OrderNews.NotSent(new Request.Replace(replace.next(), terms), why));
        assertThat(((VenueEvent.StatusReport) events.get(3)).lookup()).isEqualTo(new Lookup.Failed(why));
        assertThat(events.get(4)).isInstanceOf(VenueEvent.MassStatusFailed.class);
    }

    @Test
    void ordersGoOutWhileTheMarketIsStillBeingRead() {
        var venue = open(KEYED);
        venue.send(new VenueCommand.NewOrder(order.clOrdId(), terms));

        assertThat(events)
                .filteredOn(VenueEvent.OrderReport.class::isInstance)
                .extracting(event -> ((VenueEvent.OrderReport) event).news())
                .containsExactly(new OrderNews.Sent(new Request.New()));
    }

    @Test
    void theManifestSaysHowLongAbsenceProvesNothing() {
        var proof = open(KEYED).manifest().proof();
        assertThat(proof.absenceGrace()).isEqualTo(Duration.ofSeconds(30));

        var patient = new BinanceConfig(
                PUBLIC.venue(),
                PUBLIC.hosts(),
                Optional.empty(),
                PUBLIC.symbols(),
                new BinanceConfig.Limits(Duration.ofSeconds(60), Deadlines.STANDARD, 6000, 50, 160_000),
                PUBLIC.pace(),
                Recovery.USUAL);
        assertThat(open(patient).manifest().proof().absenceGrace()).isEqualTo(Duration.ofSeconds(75));
    }

    @Test
    void aConfigurationPrintsNoSecret() {
        assertThat(KEYED.toString() + KEYED.trade()).doesNotContain("the-key", "the-secret");
    }
}
