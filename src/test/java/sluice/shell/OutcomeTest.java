package sluice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Command.Place;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.order.Tif;

/** What each answer of the desk comes to: what is asked for, what is told, and by which status. */
class OutcomeTest {

    private final ShellTester shell = new ShellTester();

    private Place placed(String command) {
        shell.exec(command);
        return shell.desk.asked.stream()
                .filter(Place.class::isInstance)
                .map(Place.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAlgoThatThereIsNotSendsNothing() {
        shell.run("buy", "1", "BTC-USDT", "--algo", "twap:n=5");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.err()).contains("there is no algo twap:n=5");
        assertThat(shell.desk.asked).noneMatch(Command.Place.class::isInstance);
    }

    @Test
    void everyOptionOfAnOrderReachesTheDesk() {
        var place = placed("sell 0.5 BTC-USDT --at 61000.50 --on alpha,BETA --tif gtd:2026-12-01T00:00:00Z --post-only"
                + " --collar 25 --decision-px 60500 --tag x --no-wait");
        assertThat(place.terms().px()).contains(Px.of("61000.5"));
        assertThat(place.terms().tif()).isEqualTo(Tif.of("gtd:2026-12-01T00:00:00Z"));
        assertThat(place.terms().postOnly()).isTrue();
        assertThat(place.instructions().on()).containsExactly(Market.ALPHA, Market.BETA);
        assertThat(place.instructions().collarBps()).contains(new BigDecimal("25"));
        assertThat(place.instructions().decisionPx()).contains(Px.of("60500"));
        assertThat(place.instructions().tag()).contains("x");
        assertThat(place.until()).isEqualTo(Command.Until.DURABLE);
    }

    @Test
    void moneyIsSpentInsteadOfAQuantity() {
        var place = placed("buy 5000.50usdt btc-usdt");
        assertThat(place.spend()).contains(Money.of("5000.5", "USDT"));
        assertThat(place.terms().orderQty()).isEqualTo(Qty.ZERO);
        assertThat(place.terms().symbol()).isEqualTo(Symbol.of("BTC-USDT"));
        assertThat(place.until()).isEqualTo(Command.Until.ACKNOWLEDGED);
    }

    @Test
    void withoutAPriceAnOrderIsImmediateAndWithOneItRests() {
        assertThat(placed("buy 1 BTC-USDT").terms().tif()).isEqualTo(Tif.IOC);
        shell.desk.asked.clear();
        assertThat(placed("buy 1 BTC-USDT --at 5").terms().tif()).isEqualTo(Tif.GTC);
    }

    @Test
    void aDryRunThatWouldBeRefusedIsRefused() {
        shell.desk.when(Command.Preview.class, asked -> Answer.Refused.of("RISK_LOT", "Off the grid."));
        shell.exec("buy 1 BTC-USDT --dry-run");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err()).startsWith("RISK_LOT: Off the grid.");
    }

    @Test
    void aCancelThatFallsInDoubtIsStatusThree() {
        shell.desk.when(
                Command.Cancel.class,
                asked -> new Answer.Cancelled(
                        List.of(Orders.inDoubt(
                                shell.desk.view().orders().parents().get(0))),
                        Map.of()));
        shell.exec("buy 1 BTC-USDT --at 50000; cancel last");
        assertThat(shell.status()).isEqualTo(3);
        assertThat(shell.err()).contains("IN_DOUBT: The outcome is unknown: P-1");
    }

    @Test
    void cancelAllPassesItsCriteriaOn() {
        shell.exec("cancel --all --venue alpha --symbol BTC-USDT --side sell");
        assertThat(shell.desk.asked)
                .anySatisfy(command -> assertThat(command)
                        .asString()
                        .startsWith("CancelAll[venue=Optional[alpha], symbol=Optional[BTC-USDT], side=Optional[SELL]"));
    }

    @Test
    void anAmendThatIsTurnedDownSaysWhyAndHowTheOrderStands() {
        shell.desk.when(
                Command.Amend.class,
                asked -> new Answer.Amended(
                        shell.desk.view().orders().parents().get(0), Optional.of("the venue keeps the price")));
        shell.exec("buy 1 BTC-USDT --at 50000; amend last --qty 0.5");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err())
                .contains("NOT_AMENDED: Not amended: the venue keeps the price. P-1 BUY 1 BTC-USDT at 50000 SUBMITTED");
    }

    @Test
    void aKillThatReachesNotEverythingIsAFailureThatNamesTheRest() {
        shell.desk.when(
                Command.Kill.class, asked -> new Answer.Killed(false, List.of(), List.of("C-7 at beta is SUBMITTED")));
        shell.exec("kill");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).contains("May still work: C-7 at beta is SUBMITTED");
    }

    @Test
    void aKillWaitsForNoVenue() {
        shell.desk.unready(Market.ALPHA, "connecting").unready(Market.BETA, "connecting");
        shell.exec("kill");
        assertThat(shell.status()).isZero();
        assertThat(shell.desk.asked).noneMatch(Command.AwaitReady.class::isInstance);
    }

    @Test
    void aBookThatCannotBeTrustedIsAbsent() {
        shell.desk.without(Market.BETA);
        shell.exec("book ETH-USDT");
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.err())
                .contains("NO_BOOK: There is no book of ETH-USDT at any venue that can be trusted now (ABSENT).");
    }

    @Test
    void takingMoreThanTheBookHoldsSaysHowMuchThereIs() {
        shell.exec("book BTC-USDT --venue alpha --all-in buy 100");
        assertThat(shell.out()).contains("Buying 3 of 100 (all there is) with fees");
    }

    @Test
    void statusTellsTheWorstByItsOwnStatus() {
        shell.exec("status");
        assertThat(shell.status()).isZero();
        shell.exec("halt; status");
        assertThat(shell.status()).isEqualTo(1);
        shell.desk.unready(Market.BETA, "banned");
        shell.exec("status");
        assertThat(shell.status()).isEqualTo(7);
        shell.doubtful();
        shell.exec("buy 1 BTC-USDT; status", "--keep-going");
        assertThat(shell.out()).contains("in doubt 1").contains("P-1 BUY 1 BTC-USDT PENDING");
        assertThat(shell.status()).isEqualTo(3);
    }

    @Test
    void unknownListsDoubtsAndProbesOne() {
        shell.doubtful();
        shell.exec("buy 1 BTC-USDT; unknown", "--keep-going");
        assertThat(shell.status()).isEqualTo(3);
        assertThat(shell.out()).contains("NEW", "no answer in 5000 ms");
        shell.desk.when(
                Command.Probe.class,
                asked -> new Answer.Placed(
                        Orders.accepted(shell.desk.view().orders().parents().get(0))));
        shell.exec("unknown probe P-1");
        assertThat(shell.desk.asked).anyMatch(Command.Probe.class::isInstance);
    }

    private Command.Resolve resolved(String words) {
        shell.agreeing();
        shell.exec("unknown resolve P-1 " + words + " --evidence seen");
        return shell.desk.asked.stream()
                .filter(Command.Resolve.class::isInstance)
                .map(Command.Resolve.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError(shell.err()));
    }

    @Test
    void anOperatorsWordReachesTheDeskWithItsEvidence() {
        shell.doubtful();
        shell.exec("buy 1 BTC-USDT");
        shell.desk.when(
                Command.Resolve.class,
                asked -> new Answer.Placed(
                        Orders.cancelled(shell.desk.view().orders().parents().get(0))));

        assertThat(resolved("--as never-accepted").as()).isEqualTo(Command.Resolution.NEVER_SENT);
        assertThat(resolved("--as filled --fill 1@60000").fill())
                .contains(new Command.Filled(Qty.of("1"), Px.of("60000")));
        assertThat(resolved("--as cancelled").evidence()).isEqualTo("seen");
    }

    @Test
    void anOperatorsWordIsTakenOnlyWhenItIsConfirmed() {
        shell.doubtful();
        shell.exec("buy 1 BTC-USDT");
        shell.exec("unknown resolve P-1 --as cancelled --evidence seen");
        assertThat(shell.desk.asked).noneMatch(Command.Resolve.class::isInstance);
        assertThat(shell.err()).contains("NOT_CONFIRMED");
        assertThat(shell.status()).isEqualTo(1);
    }

    @Test
    void anOperatorsWordWithoutEvidenceIsAMisuse() {
        shell.doubtful();
        shell.exec("buy 1 BTC-USDT");
        shell.exec("unknown resolve P-1 --as cancelled");
        assertThat(shell.status()).isEqualTo(2);
        shell.exec("unknown resolve P-1 --as never-sent --fill 1@2 --evidence x");
        assertThat(shell.status()).isEqualTo(2);
        shell.exec("unknown probe P-1 --as filled");
        assertThat(shell.status()).isEqualTo(2);
    }

    @Test
    void tradingIsSetForAVenueASymbolOrAllButNotForTwo() {
        shell.exec("halt --venue alpha --reason slow; reduce --symbol BTC-USDT; resume --reason fine");
        assertThat(shell.desk.asked)
                .filteredOn(Command.SetTrading.class::isInstance)
                .extracting(command -> ((Command.SetTrading) command).scope().toString())
                .containsExactly("venue:alpha", "symbol:BTC-USDT", "global");
        shell.exec("halt --venue alpha --symbol BTC-USDT");
        assertThat(shell.status()).isEqualTo(2);
    }

    @Test
    void ordersAreFilteredByStateSymbolAndVenue() {
        shell.exec("buy 1 BTC-USDT; buy 1 BTC-USDT --at 50000; orders --closed");
        assertThat(shell.lines().get(shell.lines().size() - 2)).startsWith("P-1");
        shell.exec("orders --symbol ETH-USDT");
        assertThat(shell.lines()).containsExactly("No open orders.");
        shell.exec("orders --all --venue beta");
        assertThat(shell.lines()).containsExactly("No orders.");
        shell.exec("orders --all --closed");
        assertThat(shell.status()).isEqualTo(2);
    }

    @Test
    void fillsAreThoseOfOneOrderWhereOneIsNamed() {
        shell.exec("buy 1 BTC-USDT; buy 2 BTC-USDT; fills P-2");
        assertThat(shell.out().lines().filter(line -> line.contains("TAKER"))).hasSize(1);
        assertThat(shell.out()).contains("C-2    P-2");
    }

    @Test
    void theTapeShowsWhoTookWhereAndAtWhat() {
        var at = Instant.parse("2026-11-02T09:30:00Z");
        shell.desk.prints(
                new Trade(Market.ALPHA, Market.BTC, Side.BUY, Px.of("60001"), Qty.of("0.1"), at),
                new Trade(Market.BETA, Market.BTC, Side.SELL, Px.of("60000.5"), Qty.of("2"), at.plusMillis(5)));
        shell.exec("tape BTC-USDT --venue beta --json; tape BTC-USDT --last 1 --json; tape BTC-USDT --last 0");
        var print = "{\"venue\":\"beta\",\"aggressor\":\"SELL\",\"px\":\"60000.5\",\"qty\":\"2\","
                + "\"at\":\"2026-11-02T09:30:00.005000Z\"}";
        assertThat(shell.lines().get(0)).contains("\"prints\":[" + print + "]");
        assertThat(shell.lines().get(1)).contains("\"prints\":[" + print + "]");
        assertThat(shell.status()).isEqualTo(2);
    }
}
