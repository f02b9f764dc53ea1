package sluice.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.Setup;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.net.Ends;
import sluice.net.ManualTime;
import sluice.net.ScriptedTransport;
import sluice.net.hmac.Credentials;
import sluice.order.ClOrdId;
import sluice.risk.limits.Limits;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.BinanceConfig;
import sluice.venue.binance.BinanceVenue;

/** A ban is kept to the second and across a restart, and cancels are the first that leave when it ends. */
class RejectStormAndBanTest {

    private static final VenueId VENUE = new VenueId("binance");
    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final Duration A_LITTLE = Duration.ofMillis(1);

    private final SimulatedDisk disk = new SimulatedDisk(new Random(1));

    /** One life of a desk with the adapter it trades through; its monotonic clock is another one each time. */
    private final class Life {

        private final ManualTime time = new ManualTime();
        private final ScriptedTransport transport = new ScriptedTransport();
        private final List<VenueEvent> heard = new ArrayList<>();
        private final Venue venue;
        private final DeskCore core;

        Life(Duration afterTheFirst) {
            time.advance(afterTheFirst);
            var config = BinanceConfig.of(VENUE, BinanceConfig.Hosts.PRODUCTION, List.of(BTC))
                    .with(new Credentials("key", "secret"));
            venue = BinanceVenue.of(config, new Ends(transport, time, time), new SplittableRandom(1));
            core = new DeskCore(new Setup(
                    new MemoryJournal(disk),
                    time,
                    List.of(venue.manifest()),
                    Limits.simulated(),
                    Consolidation.DEFAULT,
                    "abc123",
                    "test"));
            core.bans().forEach((id, left) -> venue.keepAway(left));
            venue.open(heard::add);
            turn();
        }

        void turn() {
            var inputs = heard.stream().<Input>map(Input.News::new).toList();
            heard.clear();
            for (var effect : core.turn(inputs)) {
                if (effect instanceof Effect.Send send) {
                    venue.send(send.command());
                }
            }
        }

        void passes(Duration span) {
            time.advance(span);
            turn();
        }

        void cancels(String id) {
            venue.send(new VenueCommand.CancelOrder(new VenueCommand.Ref(new ClOrdId(id), Optional.empty(), BTC)));
        }

        String nextCall() {
            var call = transport.takeCall().call();
            return call.method() + " " + call.url().replaceFirst("[?].*", "").replaceFirst("^.*/api/v3/", "");
        }

        void isBannedFor(int seconds) {
            transport
                    .takeCall()
                    .reply(
                            418,
                            Map.of("retry-after", String.valueOf(seconds)),
                            "{\"code\":-1003,\"msg\":\"Way too much request weight used; IP banned\"}");
            turn();
        }
    }

    @Test
    void aBanOfTwoMinutesSurvivesARestartAndCancelsGoFirstWhenItEndsWithNoRequestInBetween() {
        new Life(Duration.ZERO).isBannedFor(120);

        var again = new Life(Duration.ofSeconds(30));
        again.passes(Duration.ofSeconds(20));
        again.cancels("sl-abc123-1");
        again.cancels("sl-abc123-2");
        again.passes(Duration.ofSeconds(70).minus(A_LITTLE));
        again.transport.assertExhausted();

        again.passes(A_LITTLE);
        assertThat(List.of(again.nextCall(), again.nextCall())).containsOnly("DELETE order");
        again.transport.assertExhausted();
        again.passes(Duration.ofSeconds(2));
        assertThat(List.of(again.nextCall(), again.nextCall()))
                .containsExactlyInAnyOrder("GET exchangeInfo", "GET time");
    }

    @Test
    void aBanIsOverForADeskThatStartsAfterItsEnd() {
        new Life(Duration.ZERO).isBannedFor(120);

        var later = new Life(Duration.ofSeconds(121));

        assertThat(later.core.bans()).isEmpty();
        assertThat(later.nextCall()).startsWith("GET ");
    }

    @Test
    void aWallClockSetBackMeanwhileMakesNoBanLongerThanItWas() {
        new Life(Duration.ofHours(2)).isBannedFor(120);

        assertThat(new Life(Duration.ZERO).core.bans()).containsEntry(VENUE, Duration.ofSeconds(120));
    }

    @Test
    void aDeskThatIsToldOfABanSaysSo() {
        var life = new Life(Duration.ZERO);
        life.isBannedFor(120);

        assertThat(life.core.view().alerts().happened()).anySatisfy(alert -> {
            assertThat(alert.kind()).isEqualTo("BANNED");
            assertThat(alert.text()).contains("120 s");
        });
    }
}
