package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.FeedState;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand.SetDeadMan;
import sluice.venue.VenueEvent;
import sluice.venue.VenueEvent.Maintenance;
import sluice.venue.VenueOrder;

/** A venue's dead-man switch is armed while every resting order is ours, and not when the venue is about to close. */
class DeadMenTest {

    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final SetDeadMan ARM = new SetDeadMan(Optional.of(WINDOW));
    private static final SetDeadMan DISARM = new SetDeadMan(Optional.empty());

    private final DeskScenario desk = DeskScenario.guarded(WINDOW);

    private void turned(boolean armed, String text) {
        desk.hears(new VenueEvent.DeadManTurned(DeskScenario.VENUE, armed, text, desk.clock.stamp()));
    }

    private DeskScenario armed() {
        desk.reconciled();
        turned(true, "30 s");
        desk.takeSent();
        return desk;
    }

    private void announces(Optional<Maintenance> next) {
        desk.hears(new VenueEvent.MaintenanceAnnounced(DeskScenario.VENUE, next, desk.clock.stamp()));
    }

    private List<SetDeadMan> asked() {
        var asked = desk.sent(SetDeadMan.class);
        desk.takeSent();
        return asked;
    }

    private String shown() {
        return desk.view().venues().get(DeskScenario.VENUE).way().deadMan();
    }

    private static VenueOrder foreign() {
        var terms = Terms.limit(DeskScenario.BTC, Side.BUY, Qty.of("1"), Px.of("90"), Tif.GTC);
        return new VenueOrder(
                Optional.empty(),
                new OrderId("X1"),
                terms,
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.SUBMITTED,
                Optional.empty());
    }

    @Test
    void itIsArmedOnceTheVenueIsReconciledAndNotBefore() {
        assertThat(desk.sent(SetDeadMan.class)).isEmpty();
        assertThat(shown()).isEqualTo("not armed: the venue is not reconciled yet");

        desk.reconciled();

        assertThat(asked()).containsExactly(ARM);
        turned(true, "30 s");
        assertThat(shown()).isEqualTo("armed: 30 s");
        desk.limit(Side.BUY, "1", "90");
        desk.accepts().pass(Duration.ofSeconds(31));
        assertThat(asked()).isEmpty();
    }

    @Test
    void aDeskThatWantsNoneSendsNothing() {
        assertThat(DeskScenario.ready().sent(SetDeadMan.class)).isEmpty();
    }

    @Test
    void anOrderOfSomebodyElseOnTheListKeepsItUnarmed() {
        desk.reconciled(List.of(foreign()), Map.of());

        assertThat(asked()).isEmpty();
        assertThat(shown()).startsWith("not armed: 1 resting order is not ours");
    }

    @Test
    void anOrderOfSomebodyElseDisarmsItAtOnceAndItIsArmedAgainWhenThatIsGone() {
        armed();
        desk.hears(new VenueEvent.OrderReport(
                DeskScenario.VENUE,
                Optional.empty(),
                Optional.of(new OrderId("X1")),
                DeskScenario.BTC,
                new OrderNews.Shown(new OrderId("X1")),
                desk.clock.stamp()));
        assertThat(asked()).containsExactly(DISARM);

        desk.privateStream(FeedState.LIVE).reconciled(List.of(foreign()), Map.of());
        assertThat(asked()).isEmpty();
        desk.privateStream(FeedState.LIVE).reconciled();
        assertThat(asked()).containsExactly(ARM);
    }

    @Test
    void aStreamThatIsDownLeavesItToTheVenue() {
        armed();
        desk.privateStream(FeedState.BACKING_OFF).pass(Duration.ofSeconds(31));

        assertThat(asked()).isEmpty();
    }

    @Test
    void itIsDisarmedBeforeMaintenanceAndArmedAfterIt() {
        armed();
        var begins = desk.clock.now().plus(Duration.ofHours(1));
        announces(Optional.of(new Maintenance(begins, begins.plusSeconds(600))));
        assertThat(asked()).isEmpty();

        desk.pass(Duration.ofMinutes(50));
        assertThat(desk.sent(SetDeadMan.class)).containsExactly(DISARM);
        assertThat(shown()).startsWith("not armed: the venue announces maintenance");

        desk.privateStream(FeedState.LIVE).reconciled().takeSent();
        announces(Optional.empty());
        assertThat(asked()).containsExactly(ARM);
    }

    @Test
    void whatTheVenueRefusesIsTriedAgainHalfAMinuteLater() {
        desk.reconciled().takeSent();
        turned(false, "not unlocked for the account");
        assertThat(shown()).isEqualTo("not armed: not unlocked for the account");

        desk.pass(Duration.ofSeconds(31));

        assertThat(asked()).containsExactly(ARM);
    }

    @Test
    void aDeskThatEndsInOrderLeavesItDisarmed() {
        armed().leaves();

        assertThat(asked()).containsExactly(DISARM);
    }

    @Test
    void aNewDeskBeginsWithoutOne() {
        armed().crash();

        assertThat(asked()).isEmpty();
        assertThat(shown()).startsWith("not armed");
    }
}
