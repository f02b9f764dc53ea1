package sluice.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.routing.GivenVenues.given;
import static sluice.routing.GivenVenues.limit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.routing.GivenVenues.Quoting;
import sluice.routing.RoutePlan.Why;

class GreedyRouterTest {

    @Test
    void oneVenueExplainsItselfToo() {
        var plan = given().asking("binance", "0.001", "100 x 1", "101 x 1").buying("1.5", "102");
        var leg = plan.legs().get(0);
        assertThat(leg.qty()).isEqualTo(Qty.of("1.5"));
        assertThat(leg.limitPx()).isEqualTo(Px.of("102"));
        assertThat(leg.take().avgPx().value()).isBetween(new BigDecimal("100.3333"), new BigDecimal("100.3334"));
        assertThat(leg.take().fee()).isEqualTo(Money.of("0.1505", "USDT"));
        assertThat(leg.terms()).extracting(CostTerm::name).containsExactly("price", "fee");
        assertThat(leg.effectiveBps()).isEqualByComparingTo("93.8359");
        assertThat(plan.exact()).isTrue();
        assertThat(plan.rest()).isEmpty();
    }

    @Test
    void theFeeDecidesWhereThePriceDoesNot() {
        var plan = given().asking("cheap", "0.0001", "100.02 x 5")
                .asking("dear", "0.001", "100 x 5")
                .buying("2", "101");
        assertThat(shares(plan)).isEqualTo(Map.of("cheap", "2"));
        assertThat(plan.leftOut().get(0).reason()).contains("no cheaper: its best unit costs 60.3015 bps all in");
    }

    @Test
    void aSellerIsMirrored() {
        var plan = given().bidding("cheap", "0.0001", "99.98 x 5")
                .bidding("dear", "0.001", "100 x 5")
                .selling("2", "99");
        assertThat(shares(plan)).isEqualTo(Map.of("cheap", "2"));
        assertThat(plan.legs().get(0).limitPx()).isEqualTo(Px.of("99"));
    }

    @Test
    void theMergedLadderIsTakenFromTheCheapestUnitOn() {
        var plan = given().asking("a", "0", "100 x 1", "102 x 9")
                .asking("b", "0", "101 x 1", "103 x 9")
                .buying("3", "110");
        assertThat(shares(plan)).isEqualTo(Map.of("a", "2", "b", "1"));
    }

    @Test
    void whatElseAUnitCostsThereCounts() {
        var plan = given().with(new Quoting("a").expecting("retries", "10").book(bids(), List.of("100 x 5")))
                .asking("b", "0", "100.05 x 5")
                .buying("2", "101");
        assertThat(shares(plan)).isEqualTo(Map.of("b", "2"));
    }

    @Test
    void ofEqualSplitsTheOneWithFewerVenuesIsTaken() {
        var plan = given().asking("a", "0", "100 x 1")
                .asking("b", "0", "100 x 2")
                .asking("c", "0", "99.9 x 0.5", "100 x 0.5")
                .buying("2.5", "101");
        assertThat(shares(plan)).isEqualTo(Map.of("b", "1.5", "c", "1"));
        assertThat(shares(given().asking("a", "0", "100 x 1")
                        .asking("b", "0", "100 x 2")
                        .buying("2", "101")))
                .isEqualTo(Map.of("b", "2"));
    }

    @Test
    void aShareBelowTheMinimumIsGivenUpAndTheRestSplitAgain() {
        var plan = given().with(new Quoting("a").minNotional("50").book(bids(), List.of("99.9 x 0.2")))
                .asking("b", "0", "100 x 5")
                .buying("2", "101");
        assertThat(shares(plan)).isEqualTo(Map.of("b", "2"));
        assertThat(plan.leftOut().get(0).reason()).contains("smallest order, 50");
        assertThat(plan.exact()).isFalse();
    }

    @Test
    void aCapSendsTheRestElsewhere() {
        var plan = given().with(new Quoting("a").cap("1.05").book(bids(), List.of("100 x 5")))
                .asking("b", "0", "100.5 x 5")
                .buying("2", "101");
        assertThat(shares(plan)).isEqualTo(Map.of("a", "1", "b", "1"));
    }

    @Test
    void whatDoesNotStandInsideTheLimitIsLeftOver() {
        var plan = given().asking("a", "0", "100 x 4.5", "102 x 9").buying("5", "101");
        assertThat(plan.rest().orElseThrow().qty()).isEqualTo(Qty.of("0.5"));
        assertThat(plan.rest().orElseThrow().why()).isEqualTo(Why.LIMIT);
        assertThat(plan.isThin()).isFalse();
    }

    @Test
    void lessThanEightTenthsInsideTheLimitIsThin() {
        assertThat(given().asking("a", "0", "100 x 4").buying("5", "101").isThin())
                .isFalse();
        assertThat(given().asking("a", "0", "100 x 3.9").buying("5", "101").isThin())
                .isTrue();
    }

    @Test
    void aVenueWithAGateSaysWhyAndGetsNothing() {
        var plan = given().with(new Quoting("a").shut("not reconciled").book(bids(), List.of("100 x 5")))
                .with(new Quoting("b"))
                .with(new Quoting("c").onlyTakes(Tif.Kind.GTC).book(bids(), List.of("100 x 5")))
                .buying("1", "101");
        assertThat(plan.legs()).isEmpty();
        assertThat(plan.rest().orElseThrow().why()).isEqualTo(Why.NO_VENUE);
        assertThat(plan.leftOut())
                .extracting(RoutePlan.LeftOut::reason)
                .containsExactly("not reconciled", "no book", "takes no IOC orders");
    }

    @Test
    void aRestingOrderGoesWhereMakingIsCheapestThenWhereMostStands() {
        var venues = given().with(new Quoting("a").maker("0.0002").book(bids(), List.of("100 x 50")))
                .with(new Quoting("b").maker("0.0001").book(bids(), List.of("100 x 5")))
                .with(new Quoting("c").maker("0.0001").book(bids(), List.of("100 x 6")));
        var plan = venues.route(limit(BUY, "3", "98", Tif.GTC), "98");
        assertThat(shares(plan)).isEqualTo(Map.of("c", "3"));
        assertThat(plan.legs().get(0).take().qty()).isEqualTo(Qty.ZERO);
    }

    @Test
    void aLimitThatCrossesTakesAndRestsTheRestInOnePlace() {
        var plan = given().asking("a", "0", "100 x 1", "102 x 9")
                .asking("b", "0.001", "100 x 1", "102 x 9")
                .route(limit(BUY, "5", "101", Tif.GTC), "101");
        assertThat(plan.routedQty()).isEqualTo(Qty.of("5"));
        assertThat(plan.rest()).isEmpty();
        assertThat(plan.legs())
                .filteredOn(leg -> leg.qty().compareTo(leg.take().qty()) > 0)
                .hasSize(1);
    }

    @Test
    void aPostOnlyOrderAvoidsTheVenueWhereItWouldTake() {
        var terms = limit(BUY, "1", "100", Tif.GTC);
        var postOnly = new Terms(terms.symbol(), BUY, terms.orderQty(), terms.px(), Tif.GTC, true, false);
        var crossing = given().asking("a", "0", "100 x 5");
        assertThat(crossing.route(postOnly, "100").rest().orElseThrow().why()).isEqualTo(Why.WOULD_TAKE);
        assertThat(shares(crossing.asking("b", "0", "100.01 x 5").route(postOnly, "100")))
                .isEqualTo(Map.of("b", "1"));
    }

    @Test
    void fillOrKillGoesWholeToOneVenue() {
        var venues = given().asking("a", "0", "100 x 1", "101 x 9").asking("b", "0", "100.4 x 9");
        assertThat(shares(venues.route(limit(BUY, "2", "101", Tif.FOK), "101"))).isEqualTo(Map.of("b", "2"));
        assertThat(venues.route(limit(BUY, "30", "101", Tif.FOK), "101")
                        .rest()
                        .orElseThrow()
                        .why())
                .isEqualTo(Why.NOT_WHOLE);
    }

    @Test
    void aResidueUnderALotIsLeftOver() {
        var plan = given().asking("a", "0", "100 x 5").buying("1.05", "101");
        assertThat(shares(plan)).isEqualTo(Map.of("a", "1"));
        assertThat(plan.rest().orElseThrow().why()).isEqualTo(Why.LOT);
    }

    @Test
    void theSameOrderBothWaysCostsTheSame() {
        var buy = given().asking("a", "0.001", "100 x 5")
                .buying("1", "101")
                .legs()
                .get(0);
        var sell = given().bidding("a", "0.001", "99 x 5")
                .selling("1", "98")
                .legs()
                .get(0);
        assertThat(buy.terms().get(0)).isEqualTo(sell.terms().get(0));
        assertThat(sell.effectiveBps()).isPositive();
        assertThat(given().bidding("a", "0", "100 x 5")
                        .route(limit(SELL, "1", "98", Tif.IOC), "98")
                        .legs())
                .hasSize(1);
    }

    private static List<String> bids() {
        return List.of("99 x 100");
    }

    private static Map<String, String> shares(RoutePlan plan) {
        return plan.legs().stream()
                .collect(Collectors.toMap(
                        leg -> leg.venue().name(), leg -> leg.qty().plain()));
    }
}
