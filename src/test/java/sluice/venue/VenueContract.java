package sluice.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;

/**
 * What the desk relies on in every venue, tried through the whole adapter on real sockets; a test of something the
 * venue's manifest does not claim is skipped.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VenueContract {

    private static final Qty SMALL = Qty.of("0.01");

    protected final Watch watch = new Watch();
    protected final Rig rig;
    private final Venue venue;
    private int ids;

    protected VenueContract(Rig rig) {
        this.rig = rig;
        this.venue = rig.venue();
    }

    @BeforeAll
    void open() {
        venue.open(watch);
        watch.allLive(rig.symbol());
        rig.freeze();
    }

    @AfterAll
    void close() {
        venue.close();
        rig.close();
    }

    private ClOrdId newId() {
        return new ClOrdId("sl-contract-" + ++ids);
    }

    private VenueCommand.Ref ref(ClOrdId id) {
        return new VenueCommand.Ref(id, Optional.empty(), rig.symbol());
    }

    protected Terms buy(Px px, Tif tif) {
        return Terms.limit(rig.symbol(), Side.BUY, SMALL, px, tif);
    }

    /** Again a little later, where the adapter holds an order back for the venue's limits. */
    protected ClOrdId place(Terms terms) {
        return Awaitility.await().pollInterval(Duration.ofMillis(200)).until(() -> tried(terms), watch::hasLeft);
    }

    private ClOrdId tried(Terms terms) {
        var id = newId();
        venue.send(new VenueCommand.NewOrder(id, terms));
        return id;
    }

    private ClOrdId rest() {
        var id = place(buy(rig.farBelow(), Tif.GTC));
        watch.news(id, OrderNews.Acknowledged.class);
        return id;
    }

    private OrderState stateOf(ClOrdId id) {
        return ((Lookup.Found) lookup(id)).order().state();
    }

    protected Lookup lookup(ClOrdId id) {
        venue.send(new VenueCommand.OrderStatusRequest(ref(id)));
        return watch.lookup(id);
    }

    @Test
    void howFarTheClocksAreApartIsToldBeforeThePrivateStreamIsLive() {
        assertThat(watch.knewTheClockWhenLive()).isTrue();
    }

    @Test
    void anOrderIsSentThenAcknowledgedThenCancelled() {
        var id = place(buy(rig.farBelow(), Tif.GTC));

        assertThat(watch.news(id, OrderNews.Sent.class).request()).isEqualTo(new Request.New());
        watch.news(id, OrderNews.Acknowledged.class);
        venue.send(new VenueCommand.CancelOrder(ref(id)));
        assertThat(watch.outcome(id))
                .isInstanceOfSatisfying(
                        OrderNews.Ended.class,
                        ended -> assertThat(ended.closure().reason()).isEqualTo(Reason.REQUESTED));
        assertThat(stateOf(id)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aSecondCancelIsRefusedAndChangesNothing() {
        var id = rest();
        venue.send(new VenueCommand.CancelOrder(ref(id)));
        watch.news(id, OrderNews.Ended.class);
        venue.send(new VenueCommand.CancelOrder(ref(id)));

        assertThat(watch.news(id, OrderNews.RequestRejected.class).closure().reason())
                .isIn(Reason.UNKNOWN_ORDER, Reason.ALREADY_DONE);
    }

    @Test
    void anOrderThatTakesIsFilled() {
        var id = place(buy(rig.farAbove(), Tif.IOC));
        var traded = watch.news(id, OrderNews.Traded.class).execution();

        assertThat(traded.liquidity()).isEqualTo(Liquidity.TAKER);
        assertThat(traded.lastQty()).isLessThanOrEqualTo(SMALL);
        assertThat(stateOf(id)).isEqualTo(OrderState.FILLED);
    }

    @Test
    void anOrderThatRestsIsFilledBySomebodyElse() {
        var id = place(SimRig.postOnly(buy(rig.bestBid(), Tif.GTC)));
        watch.news(id, OrderNews.Acknowledged.class);
        rig.sells(rig.bestBid(), rig.plenty());

        assertThat(watch.news(id, OrderNews.Traded.class).execution().liquidity())
                .isEqualTo(Liquidity.MAKER);
    }

    @Test
    void whatAnIocFindsNothingForExpires() {
        assertThat(ending(Tif.IOC)).isEqualTo(Reason.IOC_REMAINDER);
    }

    @Test
    void whatAFokCannotFillExpires() {
        assumeTrue(venue.manifest().orders().tifs().contains(Tif.Kind.FOK));
        assertThat(ending(Tif.FOK)).isEqualTo(Reason.FOK_UNFILLED);
    }

    private Reason ending(Tif tif) {
        var ended = watch.news(place(buy(rig.farBelow(), tif)), OrderNews.Ended.class);
        return ended.closure().reason();
    }

    @Test
    void aMarketOrderIsFilled() {
        assumeTrue(venue.manifest().orders().market());
        var id = place(new Terms(rig.symbol(), Side.SELL, SMALL, Optional.empty(), Tif.IOC, false, false));

        assertThat(watch.news(id, OrderNews.Traded.class).execution().lastQty()).isLessThanOrEqualTo(SMALL);
    }

    @Test
    void aPostOnlyOrderThatWouldTakeIsRejected() {
        assumeTrue(venue.manifest().orders().postOnly());
        assertThat(rejection(SimRig.postOnly(buy(rig.farAbove(), Tif.GTC)))).isEqualTo(Reason.WOULD_TAKE);
    }

    @Test
    void whatTheAccountCannotPayForIsRejected() {
        var tooMuch = buy(rig.farBelow(), Tif.GTC).withOrderQty(rig.unaffordable());
        assertThat(rejection(tooMuch)).isEqualTo(Reason.INSUFFICIENT_BALANCE);
    }

    @Test
    void aPriceOffTheGridIsRejectedAndTheListReadAgain() {
        var offGrid = new Px(rig.farBelow().value().add(new BigDecimal("0.000001")));
        assertThat(rejection(buy(offGrid, Tif.GTC))).isEqualTo(Reason.FILTER);
        watch.listed(rig.symbol(), BigDecimal.ONE);
    }

    private Reason rejection(Terms terms) {
        return watch.news(place(terms), OrderNews.Rejected.class).closure().reason();
    }

    @Test
    void anIdThatIsTakenIsADoubtAndNoSecondOrder() {
        assumeTrue(venue.manifest().clientIds().window() == Manifest.DuplicateWindow.WHILE_OPEN);
        var id = rest();
        venue.send(new VenueCommand.NewOrder(id, buy(rig.farBelow(), Tif.GTC)));

        watch.news(id, OrderNews.InDoubt.class);
        assertThat(rig.ordersUnder(id)).isEqualTo(1);
    }

    @Test
    void aLostReplyIsADoubtThatAQuerySettles() {
        rig.fault("reply-lost", "place");
        var id = place(buy(rig.farBelow(), Tif.GTC));

        watch.news(id, OrderNews.InDoubt.class);
        assertThat(stateOf(id)).isEqualTo(OrderState.SUBMITTED);
        assertThat(rig.ordersUnder(id)).isEqualTo(1);
    }

    @Test
    void aLostRequestIsADoubtToo() {
        rig.fault("request-lost", "place");
        var id = place(buy(rig.farBelow(), Tif.GTC));

        watch.news(id, OrderNews.InDoubt.class);
        assertThat(lookup(id)).isInstanceOf(Lookup.NotFound.class);
        assertThat(rig.ordersUnder(id)).isZero();
    }

    @Test
    void aLostPrivateStreamComesBack() {
        rig.fault("disconnect", "");

        watch.feed(Feed.PRIVATE, FeedState.BACKING_OFF);
        watch.feed(Feed.PRIVATE, FeedState.LIVE);
    }

    @Test
    void lessOfAnUnfilledOrderReplacesIt() {
        assumeTrue(rig.renamesInPlace(), "skipped: an order amended in place keeps its old id here");
        replaces(Qty.of("0.008"), rig.farBelow());
    }

    @Test
    void anotherPriceOfAnUnfilledOrderReplacesIt() {
        replaces(SMALL, new Px(rig.farBelow().value().add(BigDecimal.ONE)));
    }

    private void replaces(Qty qty, Px px) {
        assumeTrue(venue.manifest().orders().amend() != Manifest.Amend.CANCEL_THEN_NEW);
        var id = rest();
        var from = buy(rig.farBelow(), Tif.GTC);
        var to = from.withOrderQty(qty).withPx(px);
        var next = replaced(id, from, to);

        assertThat(lookup(next)).isInstanceOfSatisfying(Lookup.Found.class, found -> {
            assertThat(found.order().terms()).isEqualTo(to);
            assertThat(found.order().state()).isEqualTo(OrderState.SUBMITTED);
        });
    }

    /** Again where the adapter holds the amend back for the venue's limits. */
    private ClOrdId replaced(ClOrdId id, Terms from, Terms to) {
        while (true) {
            var next = newId();
            venue.send(new VenueCommand.ReplaceOrder(ref(id), next, from, to, Qty.ZERO));
            if (watch.answer(id, new Request.Replace(next, to)) instanceof OrderNews.Replaced) {
                return next;
            }
        }
    }

    @Test
    void aMassStatusShowsWhatIsOpenWhatIsGoneAndWhatFilled() {
        var since = rig.clock().stamp();
        var open = rest();
        var filled = place(buy(rig.farAbove(), Tif.IOC));
        watch.news(filled, OrderNews.Traded.class);
        var never = newId();
        var report = massStatus(since, open, filled, never);

        assertThat(report.orders())
                .extracting(order -> order.clOrdId().orElseThrow())
                .contains(open, filled);
        assertThat(report.unfound().get(never)).isInstanceOf(Lookup.NotFound.class);
        assertThat(report.fills()).anySatisfy(fill -> assertThat(fill.clOrdId()).contains(filled));
        assertThat(report.balances()).isNotEmpty();
    }

    private VenueReport massStatus(Stamp since, ClOrdId... ours) {
        var refs = Arrays.stream(ours).map(this::ref).toList();
        venue.send(new VenueCommand.OrderMassStatusRequest(++ids, since.at(), refs));
        return watch.massStatus(ids);
    }

    @Test
    void everyIdTheDeskCanMakeIsAllowed() {
        var ids = venue.manifest().clientIds();
        var longest = ClOrdId.of("z9z9z9z9", new ChildId(Integer.MAX_VALUE), 99);
        var onTheWire = ids.codec().encode(longest);

        assertThat(onTheWire).matches(ids.pattern()).hasSizeLessThanOrEqualTo(ids.maxLength());
    }
}
