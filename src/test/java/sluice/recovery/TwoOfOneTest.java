package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.FILLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.SUBMITTED;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.order.OrderEvent;
import sluice.order.OrderId;
import sluice.order.parent.ParentEvent;
import sluice.recovery.Step.FollowUp;

/** A venue that shows two orders for one of ours, as an amend may leave it. */
class TwoOfOneTest {

    private static final OrderId SECOND = new OrderId("V-1-next");

    private final Account account = new Account();

    private Account twoAlive() {
        account.weSent(1, "2").acknowledged(1).sentAnew(1, "3");
        return account.venueShows(1, SUBMITTED, "2", "0")
                .venueShows(Optional.of(Account.amend(1, "3").next()), SECOND, SUBMITTED, Account.terms("3"), "0");
    }

    @Test
    void theOldOneIsCancelledAndTheNewOneStandsForTheOrder() {
        var plan = twoAlive().plan();

        var zombie =
                plan.steps().stream().filter(step -> step.asks(FollowUp.CANCEL)).toList();
        assertThat(zombie).hasSize(1);
        assertThat(zombie.get(0).discrepancies().get(0).cancels().orElseThrow().orderId())
                .isEqualTo(Account.orderId(1));
        assertThat(account.apply(plan).order(1).orderId()).contains(SECOND);
        assertThat(account.order(1).worstLeavesQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void whatWasHeardOfJustNowIsLeftToTheNextReport() {
        twoAlive().heardJustNow(1);

        assertThat(account.plan().steps()).noneMatch(step -> step.asks(FollowUp.CANCEL));
    }

    /** The journal lost it, and all that is known is what the venue lists under either of its ids. */
    @Test
    void aLostOrderThatWasAmendedIsAdoptedOnceWithTheFillsOfBoth() {
        var next = Account.amend(8, "1.5").next();
        account.venueShows(Optional.of(next), SECOND, PARTIALLY_FILLED, Account.terms("1.5"), "0.2")
                .venueFilledUnder(Account.id(8), Account.orderId(8), "E1", "0.5")
                .venueFilledUnder(next, SECOND, "E2", "0.2");
        var plan = account.plan();

        assertThat(plan.steps().stream().flatMap(step -> step.facts().parents().stream()))
                .filteredOn(ParentEvent.Opened.class::isInstance)
                .hasSize(1);
        assertThat(plan.events())
                .filteredOn(OrderEvent.Created.class::isInstance)
                .hasSize(1);
        account.apply(plan).later(Duration.ofMinutes(1));
        assertThat(account.order(8).cumQty()).isEqualTo(Qty.of("0.7"));
        assertThat(account.order(8).worstLeavesQty()).isEqualTo(Qty.of("1.3"));
        assertThat(account.order(8).orderId()).contains(SECOND);
        assertThat(account.plan().events()).isEmpty();
    }

    @Test
    void ofALostOrderThatLivesTwiceTheNewerIsAdoptedAndTheOtherCancelled() {
        account.orphansWork()
                .venueShows(Optional.of(Account.amend(8, "3").next()), SECOND, SUBMITTED, Account.terms("3"), "0")
                .venueShows(8, SUBMITTED, "2", "0");
        var cancelled = account.plan().steps().stream()
                .filter(step -> step.asks(FollowUp.CANCEL))
                .flatMap(step -> step.discrepancies().stream())
                .map(found -> found.cancels().orElseThrow().orderId());

        assertThat(cancelled).containsExactly(Account.orderId(8));
        assertThat(account.apply(account.plan()).order(8).orderId()).contains(SECOND);
        assertThat(account.order(8).worstLeavesQty()).isEqualTo(Qty.of("3"));
    }

    @Test
    void aLostOrderOfWhichOnlyFillsUnderBothIdsAreLeftIsAdoptedOnce() {
        account.venueFilledUnder(Account.id(8), Account.orderId(8), "E1", "0.5")
                .venueFilledUnder(Account.amend(8, "1.5").next(), SECOND, "E2", "1.5");

        assertThat(account.plan().steps()).hasSize(1);
        assertThat(account.apply(account.plan()).order(8).state()).isEqualTo(FILLED);
        assertThat(account.order(8).cumQty()).isEqualTo(Qty.of("2"));
    }
}
