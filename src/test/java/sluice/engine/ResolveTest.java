package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.engine.Command.Filled;
import sluice.engine.Command.Resolution;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Closure;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/** An operator's word for what became of an order, and the venue's, which is worth more. */
class ResolveTest {

    private final DeskScenario desk = DeskScenario.ready();

    private void inDoubt() {
        desk.limit(Side.BUY, "2", "99");
        desk.venue(new OrderNews.Sent(new Request.New()));
        desk.venue(new OrderNews.InDoubt(new Request.New(), "connection reset"));
    }

    private CompletableFuture<Answer> resolve(Resolution as, Optional<Filled> fill) {
        return desk.ask(new Command.Resolve(
                new OrderRef.OfChild(desk.lastChild().ids().childId()), as, fill, "ticket 4711", DeskScenario.TRADER));
    }

    private CompletableFuture<Answer> resolve(Resolution as) {
        return resolve(as, Optional.empty());
    }

    private static Optional<Filled> fill(String qty, String px) {
        return Optional.of(new Filled(Qty.of(qty), Px.of(px)));
    }

    private static String code(CompletableFuture<Answer> answer) {
        return ((Answer.Refused) answer.join()).code();
    }

    @Test
    void whatWasNeverSentEndsWithWhoSaidSoAndWhy() {
        inDoubt();
        resolve(Resolution.NEVER_SENT);

        var end = desk.lastChild().standing().closure().orElseThrow();
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(end.reason()).isEqualTo(Reason.NEVER_ACCEPTED);
        assertThat(end.text()).contains("ada").contains("ticket 4711");
    }

    @Test
    void whatIsSaidToWorkNoMoreIsCancelledAllTheSame() {
        inDoubt();
        desk.takeSent();
        resolve(Resolution.CANCELLED);

        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);
        assertThat(desk.pass(Duration.ofSeconds(30)).sent(VenueCommand.OrderStatusRequest.class))
                .isEmpty();
    }

    @Test
    void aFillIsBookedAtThePriceGiven() {
        inDoubt();
        resolve(Resolution.FILLED, fill("2", "98.5"));

        assertThat(desk.parent().state()).isEqualTo(OrderState.FILLED);
        assertThat(desk.parent().avgPx()).contains(Px.of("98.5"));
    }

    @Test
    void noFillIsInventedWithoutAPrice() {
        inDoubt();

        assertThat(code(resolve(Resolution.FILLED))).isEqualTo("NOT_RESOLVED");
        assertThat(code(resolve(Resolution.FILLED, fill("1", "98.5")))).isEqualTo("NOT_RESOLVED");
        assertThat(code(resolve(Resolution.CANCELLED, fill("2", "98.5")))).isEqualTo("NOT_RESOLVED");
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.ZERO);
        assertThat(desk.parent().isInDoubt()).isTrue();
    }

    @Test
    void partOfItMayHaveFilledBeforeItWasCancelled() {
        inDoubt();
        resolve(Resolution.CANCELLED, fill("0.5", "98.5"));

        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("0.5"));
    }

    @Test
    void theVenuesOwnFillsTakeThePlaceOfTheWord() {
        inDoubt();
        resolve(Resolution.FILLED, fill("2", "98.5"));
        desk.trades("2", "98.7");

        assertThat(desk.parent().cumQty()).isEqualTo(Qty.of("2"));
        assertThat(desk.parent().avgPx()).contains(Px.of("98.7"));
    }

    @Test
    void aFillThatWasSaidWronglyIsTakenBackByAnotherWordAndNothingIsSentForIt() {
        inDoubt();
        resolve(Resolution.FILLED, fill("2", "98.5"));
        desk.takeSent();
        resolve(Resolution.CANCELLED, fill("0.5", "98"));

        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.view().orders().accounts().provisional()).hasSize(1);
        resolve(Resolution.NEVER_SENT);
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.ZERO);
        assertThat(desk.view().orders().accounts().provisional()).isEmpty();
        assertThat(desk.view().orders().positions())
                .allMatch(position -> position.netQty().isZero());
        assertThat(desk.pass(Duration.ofSeconds(2)).sent(VenueCommand.NewOrder.class))
                .isEmpty();
    }

    @Test
    void aFillThatTheVenueDoesNotCountIsTakenBack() {
        inDoubt();
        resolve(Resolution.FILLED, fill("2", "98.5"));
        var order = desk.lastChild();
        var unfilled = new VenueOrder(
                Optional.of(order.ids().clOrdId()),
                DeskScenario.orderId(order),
                order.terms(),
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.CANCELLED,
                Optional.of(Closure.of(Reason.VENUE_CANCELLED)));
        for (var look = 0; look < 4; look++) {
            desk.pass(Duration.ofSeconds(20));
            desk.ask(new Command.Reconcile(Optional.empty(), true, DeskScenario.TRADER));
            desk.reconciled(List.of(unfilled), Map.of());
        }

        assertThat(desk.alerts()).contains("VENUE_BEHIND");
        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.ZERO);
        assertThat(desk.parent().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(desk.view().orders().accounts().differences()).isEmpty();
    }

    @Test
    void aFillOfWhatWasNeverSentIsBookedAndAlarmed() {
        inDoubt();
        resolve(Resolution.NEVER_SENT);
        desk.trades("0.5", "99");

        assertThat(desk.lastChild().cumQty()).isEqualTo(Qty.of("0.5"));
        assertThat(desk.alerts()).contains("LATE_FILL");
    }

    @Test
    void anOrderThatLivesAfterAllIsCancelled() {
        inDoubt();
        resolve(Resolution.NEVER_SENT);
        desk.takeSent();
        desk.venue(new OrderNews.Shown(DeskScenario.orderId(desk.lastChild())));

        assertThat(desk.alerts()).contains("ZOMBIE");
        assertThat(desk.sent(VenueCommand.CancelOrder.class)).hasSize(1);
        assertThat(desk.lastChild().isOpen()).isFalse();
    }

    @Test
    void aCancelThatNeverWentLeavesTheOrderWorking() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfChild(desk.lastChild().ids().childId())), DeskScenario.TRADER));
        desk.venue(new OrderNews.InDoubt(new Request.Cancel(), "connection reset"));
        resolve(Resolution.NEVER_SENT);

        assertThat(desk.lastChild().isInDoubt()).isFalse();
        assertThat(desk.lastChild().isOpen()).isTrue();
    }

    @Test
    void anOrderThatIsNotInDoubtNeedsNobodysWord() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();

        assertThat(code(resolve(Resolution.CANCELLED))).isEqualTo("NOT_IN_DOUBT");
        assertThat(desk.lastChild().isOpen()).isTrue();
    }

    @Test
    void whatTheVenueHadCannotHaveNeverBeenSent() {
        desk.limit(Side.BUY, "2", "99");
        desk.accepts();
        var gone = new Lookup.NotFound("unknown");
        desk.pass(Duration.ofSeconds(6));
        desk.ask(new Command.Probe(new OrderRef.OfChild(desk.lastChild().ids().childId()), DeskScenario.TRADER));
        for (var second = 0; second < 120 && !desk.lastChild().isInDoubt(); second++) {
            desk.pass(Duration.ofSeconds(1)).finds(gone);
            desk.reconciledIfAsked(gone);
        }

        assertThat(desk.lastChild().doubt().orElseThrow().isLoss()).isTrue();
        assertThat(code(resolve(Resolution.NEVER_SENT))).isEqualTo("NOT_RESOLVED");
    }
}
