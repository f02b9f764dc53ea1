package sluice.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sluice.app.WallClock;
import sluice.engine.KillPath;
import sluice.journal.sqlite.JournalFile;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.Manifest;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

class VenueSweepTest {

    private static final VenueId NAME = new VenueId("slow");
    private static final Symbol BTC = Symbol.of("BTC-USDT");
    private static final ClOrdId OURS = ClOrdId.of("abc123", new ChildId(7), 0);
    private static final OrderId THEIRS = new OrderId("X1");
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LAG = Duration.ofMillis(300);

    /** A venue that answers each list with the next that the test made ready, the last one again and again. */
    private static final class Listing implements Venue {

        private final Deque<List<VenueOrder>> lists = new ArrayDeque<>();
        private final Deque<List<VenueFill>> fills = new ArrayDeque<>();
        private final List<VenueCommand.CancelOrder> cancels = new ArrayList<>();
        private final String omits;
        private Consumer<VenueEvent> inbox = event -> {};
        private int asked;

        private Listing(String omits) {
            this.omits = omits;
        }

        @Override
        public Manifest manifest() {
            return new Manifest(
                    NAME,
                    new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.NONE),
                    new Manifest.Proof(Optional.empty(), Duration.ofSeconds(30), "done"),
                    new Manifest.Orders(Set.of(Tif.Kind.GTC), true, true, true, Manifest.Amend.IN_PLACE),
                    new Manifest.Answers(
                            Manifest.CancelOk.DONE,
                            true,
                            Manifest.Duplicate.REFUSED,
                            new Manifest.OpenList(Optional.empty(), omits),
                            LAG,
                            Optional.empty()),
                    List.of(),
                    List.of());
        }

        @Override
        public void open(Consumer<VenueEvent> hears) {
            inbox = hears;
        }

        @Override
        public void send(VenueCommand command) {
            if (command instanceof VenueCommand.CancelOrder cancel) {
                cancels.add(cancel);
            } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
                asked++;
                var report = new VenueReport(next(lists), Map.of(), next(fills), List.of(), List.of(), request.since());
                inbox.accept(new VenueEvent.MassStatus(NAME, request.requestId(), report, new Stamp(Instant.EPOCH, 0)));
            }
        }

        private static <T> List<T> next(Deque<List<T>> made) {
            return made.size() > 1 ? made.remove() : made.isEmpty() ? List.of() : made.peek();
        }

        @Override
        public void close() {}
    }

    private static VenueOrder order() {
        return order(OURS, THEIRS);
    }

    private static VenueOrder order(ClOrdId clOrdId, OrderId orderId) {
        return new VenueOrder(
                Optional.of(clOrdId),
                orderId,
                Terms.limit(BTC, Side.BUY, Qty.of("1"), Px.of("100"), Tif.GTC),
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.SUBMITTED,
                Optional.empty());
    }

    private static VenueFill fill() {
        var execution = new Execution(
                new ExecId("E1"), Qty.of("0.5"), Px.of("100"), Money.zero("USDT"), Liquidity.MAKER, Instant.EPOCH);
        return new VenueFill(Optional.of(OURS), THEIRS, BTC, Side.BUY, execution);
    }

    private static KillPath.At sweep(Listing venue, long highest, Duration patience) throws InterruptedException {
        var ids = new OurIds(new JournalFile.Identity("abc123", highest));
        return new VenueSweep(venue, new WallClock(), ids, false, PAUSE).run(patience);
    }

    @Test
    void anEmptyListIsNoProofUntilEmptyListsHaveGoneOnForAsLongAsOneMayBeLate() throws InterruptedException {
        var venue = new Listing("");
        var proven = sweep(venue, 7, Duration.ofSeconds(5));
        assertThat(proven.isProven()).isTrue();
        assertThat(proven.took()).isGreaterThanOrEqualTo(LAG);
        assertThat(venue.asked).isGreaterThan(2);
    }

    @Test
    void anOrderThatShowsOnlyInALaterListIsCancelledAndTheTimeBeginsAnew() throws InterruptedException {
        var venue = new Listing("");
        venue.lists.addAll(List.of(List.of(), List.of(), List.of(), List.of(order()), List.of()));
        var proven = sweep(venue, 7, Duration.ofSeconds(5));
        assertThat(venue.cancels).extracting(cancel -> cancel.order().clOrdId()).containsExactly(OURS);
        assertThat(proven.isProven()).isTrue();
        assertThat(proven.cancelled()).hasSize(1);
        assertThat(proven.took()).isGreaterThanOrEqualTo(LAG.plus(PAUSE.multipliedBy(3)));
    }

    @Test
    void onlyWhatCarriesThisJournalsTagIsCancelledAndTheOthersAreNamed() throws InterruptedException {
        var byHand = order(new ClOrdId("web_1"), new OrderId("X2"));
        var otherJournals = order(ClOrdId.of("zzz999", new ChildId(7), 0), new OrderId("X3"));
        var venue = new Listing("");
        venue.lists.addAll(List.of(List.of(order(), byHand, otherJournals), List.of(byHand, otherJournals)));
        var swept = sweep(venue, 7, Duration.ofSeconds(5));

        assertThat(venue.cancels).extracting(cancel -> cancel.order().clOrdId()).containsExactly(OURS);
        assertThat(swept.isProven()).isTrue();
        assertThat(swept.others()).hasSize(2);
    }

    @Test
    void aFillOfOursSaysThatSomethingStillWorked() throws InterruptedException {
        var venue = new Listing("");
        for (var quiet = 0; quiet < 5; quiet++) {
            venue.fills.add(List.of());
        }
        venue.fills.add(List.of(fill()));
        var proven = sweep(venue, 7, Duration.ofSeconds(5));
        assertThat(proven.isProven()).isTrue();
        assertThat(proven.took()).isGreaterThanOrEqualTo(LAG.plus(PAUSE.multipliedBy(5)));
    }

    @Test
    void whatCouldNotBeProvenInTimeIsSaid() throws InterruptedException {
        var late = sweep(new Listing(""), 7, Duration.ofMillis(120));
        assertThat(late.isProven()).isFalse();
        assertThat(late.doubt().unproven().orElseThrow()).endsWith("and may be late by 300 ms");
    }

    @Test
    void aListThatLeavesOpenOrdersOutNeverProvesThatThereAreNone() throws InterruptedException {
        var left = sweep(new Listing("conditional orders"), 7, Duration.ofSeconds(1));
        assertThat(left.isProven()).isFalse();
        assertThat(left.doubt().unproven()).contains("its list of open orders leaves out conditional orders");
    }

    @Test
    void aJournalWithoutOrdersHasNoneThatAListCouldBeLateWith() throws InterruptedException {
        var venue = new Listing("");
        assertThat(sweep(venue, 0, Duration.ofSeconds(5)).isProven()).isTrue();
        assertThat(venue.asked).isEqualTo(2);
    }
}
