package sluice.app.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sluice.app.venue.relay.RenamedVenue;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.ClientIdCodec;
import sluice.venue.FeeSchedule;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

class RenamedVenueTest {

    private static final VenueId ID = new VenueId("v");
    private static final Symbol THERE = Symbol.of("XBT-USDT");
    private static final Symbol HERE = Symbol.of("BTC-USDT");
    private static final Symbol SAME = Symbol.of("ETH-USDT");
    private static final Stamp AT = new Stamp(Instant.EPOCH, 0);
    private static final ClOrdId ORDER = new ClOrdId("sl-a-1");

    private final Plain plain = new Plain();
    private final Venue venue = RenamedVenue.of(plain, Map.of(THERE, HERE));
    private final List<VenueEvent> heard = new ArrayList<>();

    /** A venue that keeps what it is sent. */
    private static final class Plain implements Venue {

        private final List<VenueCommand> sent = new ArrayList<>();
        private final List<VenueCommand> prepared = new ArrayList<>();
        private final List<VenueCommand> forgotten = new ArrayList<>();
        private Consumer<VenueEvent> inbox = event -> {};

        @Override
        public Manifest manifest() {
            return new Manifest(
                    ID,
                    new Manifest.ClientIds(ClientIdCodec.PLAIN, ".*", 36, Manifest.DuplicateWindow.NONE),
                    new Manifest.Proof(Optional.empty(), Duration.ofSeconds(30), ""),
                    new Manifest.Orders(Set.of(), true, true, true, Manifest.Amend.IN_PLACE));
        }

        @Override
        public void open(Consumer<VenueEvent> consumer) {
            inbox = consumer;
        }

        @Override
        public void prepare(VenueCommand command) {
            prepared.add(command);
        }

        @Override
        public void forget(VenueCommand command) {
            forgotten.add(command);
        }

        @Override
        public void send(VenueCommand command) {
            sent.add(command);
        }

        @Override
        public void close() {}
    }

    private static Terms terms(Symbol symbol) {
        return Terms.limit(symbol, Side.BUY, Qty.of("1"), Px.of("100"), Tif.GTC);
    }

    private static VenueCommand.Ref ref(Symbol symbol) {
        return new VenueCommand.Ref(ORDER, Optional.empty(), symbol);
    }

    private VenueEvent after(VenueEvent event) {
        venue.open(heard::add);
        plain.inbox.accept(event);
        return heard.get(heard.size() - 1);
    }

    @Test
    void everyCommandSaysTheVenuesName() {
        venue.send(new VenueCommand.NewOrder(ORDER, terms(HERE)));
        venue.send(new VenueCommand.CancelOrder(ref(HERE)));
        venue.send(new VenueCommand.ReplaceOrder(ref(HERE), ORDER, terms(HERE), terms(HERE), Qty.ZERO));
        venue.send(new VenueCommand.OrderStatusRequest(ref(HERE)));
        venue.send(new VenueCommand.OrderMassStatusRequest(1, Instant.EPOCH, List.of(ref(HERE), ref(SAME))));
        assertThat(plain.sent)
                .containsExactly(
                        new VenueCommand.NewOrder(ORDER, terms(THERE)),
                        new VenueCommand.CancelOrder(ref(THERE)),
                        new VenueCommand.ReplaceOrder(ref(THERE), ORDER, terms(THERE), terms(THERE), Qty.ZERO),
                        new VenueCommand.OrderStatusRequest(ref(THERE)),
                        new VenueCommand.OrderMassStatusRequest(1, Instant.EPOCH, List.of(ref(THERE), ref(SAME))));
    }

    @Test
    void whatIsPreparedIsWhatWillBeSent() {
        var order = new VenueCommand.NewOrder(ORDER, terms(HERE));
        venue.prepare(order);
        venue.forget(order);
        venue.send(order);
        assertThat(plain.prepared).isEqualTo(plain.sent);
        assertThat(plain.forgotten).isEqualTo(plain.sent);
    }

    @Test
    void whatIsToldOfOrdersSaysOurs() {
        var news = new OrderNews.InDoubt(new Request.Replace(ORDER, terms(THERE)), "timeout");
        assertThat(after(new VenueEvent.OrderReport(ID, Optional.of(ORDER), Optional.empty(), THERE, news, AT)))
                .isEqualTo(new VenueEvent.OrderReport(
                        ID,
                        Optional.of(ORDER),
                        Optional.empty(),
                        HERE,
                        new OrderNews.InDoubt(new Request.Replace(ORDER, terms(HERE)), "timeout"),
                        AT));
        assertThat(after(new VenueEvent.StatusReport(ID, ref(THERE), found(THERE), AT)))
                .isEqualTo(new VenueEvent.StatusReport(ID, ref(HERE), found(HERE), AT));
        assertThat(after(new VenueEvent.MassStatus(ID, 7, report(THERE), AT)))
                .isEqualTo(new VenueEvent.MassStatus(ID, 7, report(HERE), AT));
    }

    private static Lookup found(Symbol symbol) {
        return new Lookup.Found(order(symbol), List.of());
    }

    private static VenueOrder order(Symbol symbol) {
        return new VenueOrder(
                Optional.of(ORDER),
                new OrderId("1"),
                terms(symbol),
                Qty.ZERO,
                BigDecimal.ZERO,
                OrderState.SUBMITTED,
                Optional.empty());
    }

    private static VenueReport report(Symbol symbol) {
        return new VenueReport(
                List.of(order(symbol)), Map.of(ORDER, found(symbol)), List.of(), List.of(), List.of(), Instant.EPOCH);
    }

    @Test
    void whatIsToldOfTheMarketSaysOurs() {
        var trade = new Trade(ID, THERE, Side.BUY, Px.of("1"), Qty.of("1"), Instant.EPOCH);
        assertThat(((VenueEvent.Printed) after(new VenueEvent.Printed(trade, AT)))
                        .trade()
                        .symbol())
                .isEqualTo(HERE);
        var fees = new FeeSchedule(THERE, BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(((VenueEvent.Listed) after(new VenueEvent.Listed(ID, List.of(), List.of(fees), AT)))
                        .fees()
                        .get(0)
                        .symbol())
                .isEqualTo(HERE);
        var live = new VenueEvent.FeedChanged(ID, Feed.book(THERE), FeedState.LIVE, FeedReason.READY, "", AT);
        assertThat(((VenueEvent.FeedChanged) after(live)).feed()).isEqualTo(Feed.book(HERE));
        var marked = new VenueEvent.Marked(ID, THERE, Px.of("1"), BigDecimal.ZERO, Instant.EPOCH, AT);
        assertThat(((VenueEvent.Marked) after(marked)).symbol()).isEqualTo(HERE);
    }

    @Test
    void whatIsWatchedIsAskedForByTheVenuesName() {
        var config = new VenueConfig(
                ID, BinanceKind.kind().simulated("http://h", "ws://h"), List.of(HERE, SAME), new KeySource.None());
        assertThat(config.under(Map.of(THERE, HERE)).symbols()).containsExactly(THERE, SAME);
    }
}
