package sluice.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.order.OrderState.CANCELLED;
import static sluice.order.OrderState.PARTIALLY_FILLED;
import static sluice.order.OrderState.SUBMITTED;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.account.AccountEvent;
import sluice.order.account.TradeCause;
import sluice.order.position.Balance;
import sluice.order.position.Position;
import sluice.recovery.Step.FollowUp;
import sluice.recovery.account.Expected;
import sluice.venue.VenuePosition;

/** Rows 19 to 21, 25 and 27 of the reconciliation matrix: what is not in the journal, and the account as a whole. */
class RowsOfTheAccountTest {

    private static final Symbol PERPETUAL = Symbol.of("BTC-USDT-PERP");

    private final Account account = new Account();

    private Step step(int row) {
        var steps = account.plan().steps();
        assertThat(steps).hasSize(1);
        assertThat(steps.get(0).kind().row()).isEqualTo(row);
        return steps.get(0);
    }

    private void applied() {
        account.apply(account.plan()).later(Duration.ofSeconds(11));
    }

    @Test
    void row19AnOrphanOfOursIsAdoptedByItsIdWithItsFillsAndCancelled() {
        account.weSent(1, "2").acknowledged(1).cancelled(1);
        account.venueShows(8, PARTIALLY_FILLED, "2", "0.5").venueFilled(8, "E1", "0.5");
        assertThat(step(19).facts().names()).containsExactly("Opened", "CancelAsked", "Created", "Accepted", "Traded");
        applied();
        assertThat(account.order(8).state()).isEqualTo(PARTIALLY_FILLED);
        assertThat(account.order(8).ids().clOrdId()).isEqualTo(Account.id(8));
        assertThat(account.plan().isEmpty()).as("adopted once").isTrue();
    }

    @Test
    void row19AnOrphanOfOursIsLeftToWorkWhereTheConfigurationSaysSo() {
        account.orphansWork().venueShows(8, SUBMITTED, "2", "0");
        assertThat(step(19).facts().names()).containsExactly("Opened", "Created", "Accepted");
    }

    @Test
    void row20AForeignOrderIsTrackedAndNeverCancelled() {
        account.venueShows(Optional.of(new ClOrdId("web_1")), new OrderId("X1"), SUBMITTED, Account.terms("1"), "0");
        var external = step(20);
        assertThat(external.followUps()).containsExactly(FollowUp.ALARM);
        assertThat(((Discrepancy.StrayOrder) external.discrepancies().get(0)).exposure())
                .isEqualTo(Qty.of("1"));
        applied();
        assertThat(account.standing()).containsExactly("order X1");
        assertThat(account.plan().isEmpty()).isTrue();
        account.venueForgets();
        applied();
        assertThat(account.standing()).as("gone with the order").isEmpty();
    }

    @Test
    void row21AForeignFillIsBookedElsewhereOnce() {
        account.venueFilled(new OrderId("X1"), "E9", "1").venueFilled(new OrderId("X1"), "E9", "1");
        step(21);
        applied();
        assertThat(account.told())
                .hasOnlyElementsOfType(AccountEvent.TradedElsewhere.class)
                .hasSize(1);
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"LIQUIDATION, LIQUIDATION", "DELEVERAGING, DELEVERAGING", "TRANSFER, POSITION_MOVED"})
    void row21WhatTheVenueDidToAPositionIsBookedOnceAsThatAndToNoOrder(TradeCause cause, Case kind) {
        account.venueTook(Account.id(8), new OrderId("L-1"), "E9", cause)
                .venueTook(Account.id(8), new OrderId("L-1"), "E9", cause);
        var step = step(21);
        assertThat(step.kind()).isEqualTo(kind);
        assertThat(step.text()).contains(cause.words());
        assertThat(step.followUps()).contains(FollowUp.ALARM);
        applied();
        assertThat(account.told()).singleElement().isInstanceOfSatisfying(AccountEvent.TradedElsewhere.class, told -> {
            assertThat(told.owner()).isEqualTo(cause.name());
            assertThat(told.cause()).isEqualTo(cause);
        });
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void row21AFillOfALostOrderOfOursIsBookedToItsOwner() {
        account.venueFilledUnder(Account.id(8), new OrderId("V-8"), "E9", "1");
        step(21);
        applied();
        assertThat(account.order(8).cumQty()).isEqualTo(Qty.of("1"));
        assertThat(account.order(8).isOpen()).isFalse();
        assertThat(account.plan().isEmpty()).isTrue();
    }

    private void bought() {
        var flows = Map.of("BTC", new BigDecimal("1"), "USDT", new BigDecimal("-100"));
        var held = Map.of("USDT", new BigDecimal("1000"));
        var fees = Map.of("BTC", new BigDecimal("0.001"));
        account.expects(new Expected(flows, Optional.of(held), fees, Map.of("BTC", new BigDecimal("0.0001"))));
    }

    private static Balance holds(String asset, String total) {
        return new Balance(asset, new BigDecimal(total), BigDecimal.ZERO);
    }

    private Step afterThreeLooks() {
        assertThat(step(25).basis().grade()).isEqualTo(Step.Grade.E3);
        applied();
        assertThat(step(25).followUps()).as("may be the snapshot's skew").containsExactly(FollowUp.QUERY);
        applied();
        return step(25);
    }

    @Test
    void row25BalancesThatAgreeSayNothing() {
        bought();
        account.venueHolds(holds("BTC", "1"), holds("USDT", "900"));
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void row25TheAccountAsItIsFirstSeenIsRecordedAndNoDifference() {
        account.expects(Expected.UNKNOWN).venueHolds(holds("BTC", "3"), holds("USDT", "900"));
        assertThat(step(25).facts().names()).containsExactly("Adjusted");
        applied();
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @Test
    void row25FundingIsBookedOnceAndNoDifference() {
        bought();
        account.venueSettled("F1", "0.4")
                .venueSettled("F1", "0.4")
                .venueHolds(holds("BTC", "1"), holds("USDT", "899.6"));
        assertThat(step(25).facts().names()).containsExactly("Funded");
        applied();
        assertThat(account.told())
                .hasOnlyElementsOfType(AccountEvent.Funded.class)
                .hasSize(1);
        assertThat(account.plan().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1.00005, 900, DUST, false",
        "0.999, 900, FEE_IN_BASE, true",
        "1, 650, TRANSFER, true",
        "1, 905, TRANSFER, true",
        "0.5, 900, TRANSFER, true"
    })
    void row25ADifferenceThatPersistsIsClassifiedAndFreezesNewRisk(
            String btc, String usdt, String cause, boolean freezes) {
        bought();
        account.venueHolds(holds("BTC", btc), holds("USDT", usdt));
        var confirmed = afterThreeLooks();
        assertThat(confirmed.text()).contains(cause);
        assertThat(confirmed.asks(FollowUp.FREEZE)).isEqualTo(freezes);
        assertThat(confirmed.facts().names()).as("never plugged").containsExactly("Differed");
        applied();
        assertThat(account.standing()).hasSize(1);
        assertThat(account.plan().isEmpty()).as("told once").isTrue();
    }

    @Test
    void row25ADifferenceThatChangesFromLookToLookIsSkew() {
        bought();
        for (var usdt : List.of("890", "880", "870", "860")) {
            account.venueHolds(holds("BTC", "1"), holds("USDT", usdt));
            assertThat(step(25).facts().isEmpty()).isTrue();
            applied();
        }
    }

    @Test
    void row25OthersOnTheAccountAreNamedAsTheCause() {
        bought();
        account.venueShows(Optional.of(new ClOrdId("web_1")), new OrderId("X1"), SUBMITTED, Account.terms("1"), "0");
        account.apply(account.plan()).venueHolds(holds("BTC", "2"), holds("USDT", "900"));
        assertThat(afterThreeLooks().text()).contains("EXTERNAL");
    }

    private static VenuePosition position(String qty) {
        var px = Optional.of(Px.of("100"));
        return new VenuePosition(PERPETUAL, Qty.of(qty), px, px, Optional.empty(), Optional.empty());
    }

    private void longPerpetual() {
        var held = Map.of("USDT", new BigDecimal("1000"));
        account.expects(
                new Expected(Map.of(PERPETUAL.name(), new BigDecimal("2")), Optional.of(held), Map.of(), Map.of()));
    }

    @Test
    void row25FundingOfAPositionHeldIsToldAndFreezesNothing() {
        longPerpetual();
        account.venueHolds(position("2")).venueHolds(holds("USDT", "999.5"));
        var confirmed = afterThreeLooks();
        assertThat(confirmed.text()).contains("FUNDING");
        assertThat(confirmed.asks(FollowUp.FREEZE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"20, MULTIPLIER", "3, UNEXPLAINED"})
    void row25APositionThatDiffersFreezesItsSymbol(String theirs, String cause) {
        longPerpetual();
        account.venueHolds(position(theirs)).venueHolds(holds("USDT", "1000"));
        var confirmed = afterThreeLooks();
        assertThat(confirmed.text()).contains(cause);
        assertThat(confirmed.discrepancies().get(0).symbol()).contains(PERPETUAL);
    }

    private static Position filled(Position before, Side side, String px) {
        var execution = new Execution(
                new ExecId(px),
                Qty.of("1"),
                Px.of(px),
                new Money(BigDecimal.ZERO, "USDT"),
                Liquidity.MAKER,
                Instant.EPOCH);
        return before.after(side, execution);
    }

    /** Made as 100, 110 and 120: the venue realised 15 and holds at 105, where we realised 20 and hold at 110. */
    @ParameterizedTest
    @CsvSource({"1015, true", "1014, false", "1019, false"})
    void row25FillsBookedInAnotherOrderThanTheyWereMadeMoveProfitAndAreNoDifference(String usdt, boolean agrees) {
        var flat = Position.flat(new VenueId("venue"), PERPETUAL);
        var booked = filled(filled(filled(flat, Side.BUY, "100"), Side.SELL, "120"), Side.BUY, "110");
        var held = Optional.of(Map.of("USDT", new BigDecimal("1000")));
        account.expects(Expected.of(List.of(booked), List.of(), held, Map.of()));
        var avg = Optional.of(Px.of("105"));
        account.venueHolds(new VenuePosition(PERPETUAL, Qty.of("1"), avg, avg, Optional.empty(), Optional.empty()))
                .venueHolds(holds("USDT", usdt));
        assertThat(account.plan().steps().isEmpty()).isEqualTo(agrees);
    }

    @Test
    void row25WhatAgreesAgainIsOver() {
        row25FundingOfAPositionHeldIsToldAndFreezesNothing();
        applied();
        account.venueHolds(holds("USDT", "1000"));
        applied();
        assertThat(account.standing()).isEmpty();
    }

    @Test
    void row27AnEmptyAnswerWithoutBalancesIsNoEvidence() {
        account.weSent(1, "2").inDoubt(1).notFoundBefore(1, 5).notFound(1);
        account.weSent(2, "2").acknowledged(2).notFoundBefore(2, 5).notFound(2);
        account.venueHolds();
        var plan = account.plan();
        assertThat(plan.steps()).extracting(step -> step.kind().row()).containsExactly(27, 27);
        assertThat(plan.events()).isEmpty();
        assertThat(plan.absences().get(Account.child(1)).count())
                .as("not counted")
                .isEqualTo(5);
        assertThat(account.apply(plan).order(1).state()).isNotEqualTo(CANCELLED);
        assertThat(account.order(2).isInDoubt()).isFalse();
    }
}
