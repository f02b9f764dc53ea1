package sluice.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Request;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/** Commands that are prepared before they are given. */
class AheadTest {

    private static final HttpCall PLACE = HttpCall.get("http://venue/place", Map.of(), Duration.ofSeconds(1));
    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final VenueCommand COMMAND =
            new VenueCommand.CancelOrder(new VenueCommand.Ref(new ClOrdId("sl-abc123-1"), Optional.empty(), BTC));

    private final ManualTime time = new ManualTime();
    private final ScriptedTransport transport = new ScriptedTransport();
    private final List<VenueEvent> told = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Noting session = new Noting();
    private final SessionDriver driver = new SessionDriver(session, transport, time, time, told::add, failures::add);

    @AfterEach
    void nothingIsLeft() {
        transport.assertExhausted();
        assertThat(failures).isEmpty();
    }

    private void placesAhead() {
        session.on("ahead", (text, out) -> {
            out.call(7, PLACE);
            out.emit(sent());
        });
    }

    private VenueEvent sent() {
        return new VenueEvent.OrderReport(
                new VenueId("venue"),
                Optional.empty(),
                Optional.empty(),
                BTC,
                new OrderNews.Sent(new Request.New()),
                time.stamp());
    }

    @Test
    void nothingLeavesAndNothingIsToldBeforeTheCommandIsGiven() {
        placesAhead();
        driver.prepare(COMMAND);

        assertThat(session.heard).containsExactly("ahead");
        assertThat(told).isEmpty();
        transport.assertExhausted();
    }

    @Test
    void givingItLetsItLeaveAndTellsOfItAsOfNow() {
        placesAhead();
        driver.prepare(COMMAND);
        time.advance(Duration.ofMillis(3));
        driver.command(COMMAND);
        transport.takeCall().reply(200, "done");

        assertThat(told).containsExactly(sent());
        assertThat(session.heard).containsExactly("ahead", "woken", "answered 7 200");
    }

    @Test
    void whatIsForgottenNeverLeavesAndItsSessionHearsSo() {
        placesAhead();
        driver.prepare(COMMAND);
        driver.forget(COMMAND);

        assertThat(told).isEmpty();
        assertThat(session.heard).containsExactly("ahead", "answered 7 failed");
    }

    @Test
    void aSessionThatDoesNothingAheadGetsTheCommandWhenItIsGiven() {
        session.on("command", (text, out) -> out.call(7, PLACE));
        driver.prepare(COMMAND);
        assertThat(session.heard).isEmpty();
        driver.command(COMMAND);
        transport.takeCall().reply(200, "done");

        assertThat(session.heard).containsExactly("command", "answered 7 200");
    }

    @Test
    void everyFurtherCallOfTheCommandWaitsToo() {
        session.on("ahead", (text, out) -> {
            out.call(7, PLACE);
            out.call(8, PLACE);
        });
        driver.prepare(COMMAND);
        transport.assertExhausted();
        driver.command(COMMAND);
        transport.takeCall().reply(200, "one");
        transport.takeCall().reply(200, "two");

        assertThat(session.heard).contains("answered 7 200", "answered 8 200");
    }

    @Test
    void aDriverThatIsClosedCallsOffWhatWasPrepared() {
        placesAhead();
        driver.prepare(COMMAND);
        driver.close();
        driver.command(COMMAND);

        assertThat(told).isEmpty();
        assertThat(session.heard).containsExactly("ahead");
    }
}
