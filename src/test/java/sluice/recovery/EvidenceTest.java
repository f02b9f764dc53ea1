package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.market.Mark;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.Order;
import sluice.order.OrderEvent;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.recovery.Step.FollowUp;
import sluice.venue.ClientIdCodec;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

class EvidenceTest {

    private static final Manifest MANIFEST = new Manifest(
            Account.VENUE,
            new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.WHILE_OPEN),
            new Manifest.Proof(Optional.empty(), Account.GRACE, "closed"),
            new Manifest.Orders(Set.of(), true, true, false, Manifest.Amend.CANCEL_REPLACE));

    private final Account account = new Account().weSent(1, "2").inDoubt(1);

    @Test
    void anOpenOrderSettlesTheDoubt() {
        var step = lookup(found(OrderState.SUBMITTED, "0")).orElseThrow();
        assertThat(step.events()).hasExactlyElementsOfTypes(OrderEvent.Accepted.class, OrderEvent.Settled.class);
        assertThat(after(step).state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void anEndedOrderGetsItsFillsBeforeItsEnd() {
        var step = lookup(found(OrderState.CANCELLED, "0.5", "0.5")).orElseThrow();
        assertThat(step.events())
                .hasExactlyElementsOfTypes(
                        OrderEvent.Accepted.class,
                        OrderEvent.Traded.class,
                        OrderEvent.Settled.class,
                        OrderEvent.Cancelled.class);
        assertThat(after(step).cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void aFilledOrderIsFilledByItsTrades() {
        var step = lookup(found(OrderState.FILLED, "2", "0.5", "1.5")).orElseThrow();
        assertThat(step.kind()).isEqualTo(Case.UNKNOWN_FILLED);
        assertThat(after(step).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void anEndIsNotBelievedBeforeItsFillsAreListed() {
        var step = lookup(found(OrderState.FILLED, "2", "0.5")).orElseThrow();
        assertThat(step.followUps()).containsExactly(FollowUp.QUERY);
        assertThat(after(step).isOpen()).isTrue();
        assertThat(after(step).cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void notFoundNeverEndsAnOrderByItself() {
        account.notFoundBefore(1, 9);
        var step = lookup(new Lookup.NotFound("Order does not exist.")).orElseThrow();
        assertThat(step.events()).isEmpty();
        assertThat(step.followUps()).containsExactly(FollowUp.QUERY);
    }

    @Test
    void aFailedLookupAsksAgain() {
        var step = lookup(new Lookup.Failed("HTTP 503")).orElseThrow();
        assertThat(step.events()).isEmpty();
        assertThat(step.asks(FollowUp.QUERY)).isTrue();
    }

    @Test
    void aKnownIdIsProofAndNoRejection() {
        var step = Evidence.ofRejection(held(), new Closure(Reason.DUPLICATE_ID, "Duplicate order sent."), learned());
        assertThat(step.kind()).isEqualTo(Case.DUPLICATE_ID);
        assertThat(step.asks(FollowUp.QUERY)).isTrue();
        assertThat(after(step).isInDoubt()).isTrue();
    }

    @Test
    void anyOtherRejectionRejects() {
        var step = Evidence.ofRejection(held(), Closure.of(Reason.FILTER), learned());
        assertThat(step.followUps()).isEmpty();
        assertThat(after(step).state()).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void aRefusedCancelIsAskedAbout() {
        account.acknowledged(1).cancelling(1);
        var step = Evidence.ofRequestRejection(held(), Closure.of(Reason.UNKNOWN_ORDER), learned());
        assertThat(step.asks(FollowUp.QUERY)).isTrue();
        assertThat(after(step).state()).isEqualTo(OrderState.SUBMITTED);
    }

    @Test
    void answersCountOnlyWhenSpacedAndAFindStartsAnew() {
        var notFound = new Lookup.NotFound("");
        var absence = Absence.NONE.after(notFound, 0).after(notFound, 1000).after(new Lookup.Failed("no"), 2000);
        assertThat(absence.count()).isEqualTo(1);
        var second = absence.after(notFound, seconds(15));
        assertThat(second.after(notFound, seconds(29)).proves(MANIFEST)).isFalse();
        assertThat(second.after(notFound, seconds(30)).proves(MANIFEST)).isTrue();
        assertThat(second.proves(MANIFEST)).isFalse();
        assertThat(second.after(found(OrderState.SUBMITTED, "0"), seconds(31))).isEqualTo(Absence.NONE);
        assertThat(second.interrupted()).isEqualTo(Absence.NONE);
    }

    @Test
    void whatReadsMayLagIsAddedToTheGraceAndAListWithGapsProvesNothing() {
        var notFound = new Lookup.NotFound("");
        var asked = Absence.NONE.after(notFound, 0).after(notFound, seconds(15));
        var lagging = answering(new Manifest.OpenList(Optional.empty(), ""));
        assertThat(asked.after(notFound, seconds(36)).proves(lagging)).isFalse();
        assertThat(asked.after(notFound, seconds(37)).proves(lagging)).isTrue();

        var partial = answering(new Manifest.OpenList(Optional.empty(), "conditional orders"));
        assertThat(asked.after(notFound, seconds(3600)).proves(partial)).isFalse();
    }

    /** Reads lag by seven seconds there. */
    private static Manifest answering(Manifest.OpenList list) {
        var usual = Manifest.Answers.UNPROMISED;
        var answers = new Manifest.Answers(
                usual.cancelOk(), true, usual.duplicate(), list, Duration.ofSeconds(7), Optional.empty());
        return new Manifest(
                MANIFEST.venue(),
                MANIFEST.clientIds(),
                MANIFEST.proof(),
                MANIFEST.orders(),
                answers,
                List.of(),
                List.of());
    }

    private static long seconds(long count) {
        return Duration.ofSeconds(count).toNanos();
    }

    private Optional<Step> lookup(Lookup lookup) {
        return Evidence.ofLookup(held(), lookup, MANIFEST, learned());
    }

    private Held held() {
        return new Held(account.order(1), true, Account.stamp(0), Absence.NONE);
    }

    private static Learned learned() {
        return new Learned(Account.stamp(seconds(60)), Mark.NONE);
    }

    private Order after(Step step) {
        var order = account.order(1);
        for (var event : step.events()) {
            order = order.after(event);
        }
        return order;
    }

    private static Lookup.Found found(OrderState state, String cumQty, String... fills) {
        var cum = Qty.of(cumQty);
        var order = new VenueOrder(
                Optional.of(Account.id(1)),
                Account.orderId(1),
                Account.terms("2"),
                cum,
                Px.of("100").value().multiply(cum.value()).max(BigDecimal.ZERO),
                state,
                Optional.empty());
        List<VenueFill> listed = Arrays.stream(fills)
                .map(qty -> new VenueFill(
                        Optional.empty(),
                        Account.orderId(1),
                        Account.SYMBOL,
                        Side.BUY,
                        Account.execution("E" + qty, qty)))
                .toList();
        return new Lookup.Found(order, listed);
    }
}
