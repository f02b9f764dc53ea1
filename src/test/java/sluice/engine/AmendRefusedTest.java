package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.consolidated.Groups;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.ParentOrder;
import sluice.venue.OrderNews;

/** Amends that cannot be: the order stands as it was, nothing is sent, and it is said why. */
class AmendRefusedTest {

    private final DeskScenario desk = DeskScenario.ready();
    private final WorkingOrder order = WorkingOrder.of(desk);

    private static Answer.Refused refused(CompletableFuture<Answer> answer) {
        return (Answer.Refused) answer.join();
    }

    private Answer.Refused refused(String qty, String px) {
        desk.takeSent();
        var before = desk.lastChild();
        var refused = refused(order.amend(qty, px));
        assertThat(desk.takeSent()).isEmpty();
        assertThat(desk.lastChild()).isEqualTo(before);
        return refused;
    }

    @Test
    void theSameTermsAgainAreNoAmend() {
        assertThat(refused("2", "99.0").code()).isEqualTo("NOTHING_TO_AMEND");
    }

    @Test
    void noAmendGoesToWhatHasFilledAlready() {
        desk.trades("1.5", "99");
        assertThat(refused("1.5", "99").message()).contains("has filled 1.5 already");
        assertThat(refused("1", "98").code()).isEqualTo("BELOW_FILLED");
    }

    @Test
    void whatHasEndedIsNotAmended() {
        desk.ends(Closure.of(Reason.VENUE_CANCELLED));
        assertThat(refused("3", "99").message()).contains("P-1 has ended");
    }

    @Test
    void whatIsBeingCancelledIsNotAmended() {
        desk.ask(new Command.Cancel(
                List.of(new OrderRef.OfChild(desk.lastChild().ids().childId())), DeskScenario.TRADER));
        assertThat(refused("3", "99").message()).isEqualTo("Not amended: P-1 is CANCELLING.");
    }

    @Test
    void anAmendWaitsForTheOneBeforeIt() {
        order.amend("3", "98");
        assertThat(refused("4", "98").code()).isEqualTo("NOT_AMENDABLE");
    }

    @Test
    void riskHasItsSayOfTheNewTerms() {
        assertThat(refused("2", "108").code()).isEqualTo("RISK_COLLAR");
        assertThat(refused("2.0001", "99").code()).isEqualTo("RISK_LOT");
    }

    @Test
    void theAnswerSaysWhatTheVenueHadAgainstIt() {
        var answer = order.amend("3", "98");
        desk.venue(new OrderNews.RequestRejected(order.replace(), Closure.of(Reason.FILTER)));
        assertThat(((Answer.Amended) answer.join()).declined().orElseThrow())
                .contains("C-1 is SUBMITTED; it stands as it was");
    }

    @Test
    void anAmendInDoubtIsAnsweredAsThat() {
        var answer = order.amend("3", "98");
        desk.venue(new OrderNews.InDoubt(order.replace(), "timeout"));
        assertThat(((Answer.Amended) answer.join()).declined().orElseThrow()).contains("the outcome is unknown");
    }

    private static CompletableFuture<Answer> amend(MarketScenario desk, ParentOrder parent, int child, String qty) {
        var ref = new OrderRef.OfChild(parent.children().get(child).ids().childId());
        return desk.ask(new Command.Amend(ref, Optional.of(Qty.of(qty)), Optional.empty(), DeskScenario.TRADER));
    }

    /** Five of eight that rest at two venues. */
    private static MarketScenario split() {
        var desk = new MarketScenario(Groups.NONE, "binance", "bybit")
                .listing("binance", "BTC-USDT", "0", List.of("99.98 x 5"), List.of("100 x 4"))
                .listing("bybit", "BTC-USDT", "0", List.of("99.97 x 5"), List.of("100.01 x 4"))
                .connected();
        desk.place(Terms.limit(MarketScenario.BTC, Side.BUY, Qty.of("8"), Px.of("100.01"), Tif.GTC));
        for (var venue : List.of("binance", "bybit")) {
            desk.ordered(venue)
                    .ifPresent(
                            sent -> desk.says(venue, new OrderNews.Acknowledged(new OrderId("V-" + sent.clOrdId()))));
        }
        return desk;
    }

    @Test
    void oneOfSeveralChildrenMayNotAskForMoreThanTheOthersLeave() {
        var desk = split();
        var parent = desk.parent();
        assertThat(parent.children()).hasSize(2);
        var whole = new Command.Amend(
                new OrderRef.OfParent(parent.parent().id()),
                Optional.of(Qty.of("9")),
                Optional.empty(),
                DeskScenario.TRADER);
        assertThat(refused(desk.ask(whole)).message()).contains("several of its orders work");

        var first = parent.children().get(0).terms().orderQty();
        var more = first.plus(Qty.of("0.001")).plain();
        assertThat(refused(amend(desk, parent, 0, more)).code()).isEqualTo("BEYOND_ORDERED");
        var less = first.minus(Qty.of("0.001")).plain();
        assertThat(amend(desk, parent, 0, less)).isNotDone();
    }
}
