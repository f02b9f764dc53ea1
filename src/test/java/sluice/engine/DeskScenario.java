package sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import sluice.engine.desk.DeskCore;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.engine.view.View;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Balance;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
import sluice.venue.Lookup;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/** A desk with one venue whose every word is scripted, on a manual clock and a simulated disk. */
final class DeskScenario {

    static final VenueId VENUE = new VenueId("kraken");
    static final Symbol BTC = Symbol.of("BTC-USDT");
    static final Origin TRADER = new Origin("ada", "prompt", "test", Optional.empty());

    final ManualClock clock = new ManualClock();
    final SimulatedDisk disk;
    final QuotedBook book = new QuotedBook(VENUE, BTC, clock);
    private final ScenarioVenue venue;
    private final List<VenueCommand> sent = new ArrayList<>();
    private DeskCore core;
    private int executions;
    private long answered;

    private DeskScenario(ScenarioVenue venue) {
        this.disk = new SimulatedDisk(new Random(1));
        this.venue = venue;
        this.core = newCore();
    }

    /** A desk whose venue is connected, listed, quoted and reconciled. */
    static DeskScenario ready() {
        return ready(Manifest.Amend.CANCEL_REPLACE, Manifest.DuplicateWindow.WHILE_OPEN);
    }

    static DeskScenario ready(Manifest.Amend amend, Manifest.DuplicateWindow window) {
        return quoted(new ScenarioVenue(amend, window, Optional.empty())).connected();
    }

    /** A desk that wants the venue's dead-man switch, connected and listed and not reconciled yet. */
    static DeskScenario guarded(Duration deadMan) {
        return quoted(new ScenarioVenue(
                        Manifest.Amend.CANCEL_REPLACE, Manifest.DuplicateWindow.WHILE_OPEN, Optional.of(deadMan)))
                .listed();
    }

    private static DeskScenario quoted(ScenarioVenue venue) {
        return new DeskScenario(venue).quoting("99.9 x 5", "100.1 x 5");
    }

    private DeskCore newCore() {
        return new DeskCore(venue.setup(new MemoryJournal(disk), clock));
    }

    DeskScenario quoting(String bid, String ask) {
        book.quote(List.of(bid), List.of(ask));
        return this;
    }

    DeskScenario connected() {
        return listed().reconciled();
    }

    private DeskScenario listed() {
        hears(ScenarioVenue.listed(clock.stamp()));
        hears(new VenueEvent.BookOpened(VENUE, book, clock.stamp()));
        return privateStream(FeedState.LIVE);
    }

    DeskScenario connectedAnew() {
        return privateStream(FeedState.LIVE);
    }

    DeskScenario privateStream(FeedState state) {
        hears(new VenueEvent.LinkMeasured(VENUE, LinkHealth.IN_PROCESS, clock.stamp()));
        return hears(new VenueEvent.FeedChanged(VENUE, Feed.PRIVATE, state, FeedReason.READY, "test", clock.stamp()));
    }

    /** The venue answers the mass status it was asked for: nothing but balances. */
    DeskScenario reconciled() {
        return reconciled(Map.of());
    }

    DeskScenario reconciled(Map<ClOrdId, Lookup> unfound) {
        return reconciled(List.of(), unfound);
    }

    /** The same, with these orders open there. */
    DeskScenario reconciled(List<VenueOrder> open, Map<ClOrdId, Lookup> unfound) {
        var asked = lastSent(VenueCommand.OrderMassStatusRequest.class);
        var balances = List.of(
                new Balance("USDT", new BigDecimal("1000000"), BigDecimal.ZERO),
                new Balance("BTC", new BigDecimal("100"), BigDecimal.ZERO));
        answered = asked.requestId();
        var report = new VenueReport(open, unfound, List.of(), balances, List.of(), asked.since());
        return hears(new VenueEvent.MassStatus(VENUE, asked.requestId(), report, clock.stamp()));
    }

    /**
     * The venue answers the mass status, if it was asked for one since it was last: it knows nothing of the last child.
     */
    DeskScenario reconciledIfAsked(Lookup unfound) {
        var asked = sent(VenueCommand.OrderMassStatusRequest.class);
        return !asked.isEmpty() && asked.get(asked.size() - 1).requestId() > answered
                ? reconciled(Map.of(lastChild().ids().clOrdId(), unfound))
                : this;
    }

    CompletableFuture<Answer> ask(Command command) {
        return askTogether(command).get(0);
    }

    /** Commands that reach the desk in one turn. */
    List<CompletableFuture<Answer>> askTogether(Command... commands) {
        return askBehind(List.of(), commands);
    }

    /** The same, with what the venue says in that turn. */
    List<CompletableFuture<Answer>> askBehind(List<VenueEvent> news, Command... commands) {
        var asked = Stream.of(commands)
                .map(each -> new Input.Asked(each, clock.stamp(), core.mark(BTC), new CompletableFuture<>()))
                .toList();
        run(Stream.concat(news.stream().map(Input.News::new), asked.stream()).toArray(Input[]::new));
        return asked.stream().map(Input.Asked::answer).toList();
    }

    CompletableFuture<Answer> limit(Side side, String qty, String px) {
        return place(Terms.limit(BTC, side, Qty.of(qty), Px.of(px), Tif.GTC));
    }

    CompletableFuture<Answer> market(Side side, String qty) {
        return place(new Terms(BTC, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, false));
    }

    CompletableFuture<Answer> place(Terms terms) {
        return ask(new Command.Place(terms, Optional.empty(), Instructions.NONE, TRADER, Command.Until.ACKNOWLEDGED));
    }

    DeskScenario hears(VenueEvent... events) {
        run(List.of(events).stream().map(Input.News::new).toArray(Input[]::new));
        return this;
    }

    /** The venue tells something of the child sent last. */
    DeskScenario venue(OrderNews news) {
        return venue(lastChild(), news);
    }

    DeskScenario venue(Order order, OrderNews news) {
        return hears(new VenueEvent.OrderReport(
                VENUE, Optional.of(order.ids().clOrdId()), Optional.of(orderId(order)), BTC, news, clock.stamp()));
    }

    DeskScenario accepts() {
        return venue(new OrderNews.Acknowledged(orderId(lastChild())));
    }

    DeskScenario trades(String qty, String px) {
        return trades("E" + ++executions, qty, px);
    }

    DeskScenario trades(String execId, String qty, String px) {
        return venue(new OrderNews.Traded(new Execution(
                new ExecId(execId), Qty.of(qty), Px.of(px), Money.of("0.01", "USDT"), Liquidity.TAKER, clock.now())));
    }

    DeskScenario ends(Closure closure) {
        return venue(new OrderNews.Ended(closure));
    }

    /** The venue answers every open question about an order alike. */
    DeskScenario finds(Lookup lookup) {
        var asked = sent(VenueCommand.OrderStatusRequest.class);
        sent.removeAll(asked);
        asked.forEach(request -> hears(new VenueEvent.StatusReport(VENUE, request.order(), lookup, clock.stamp())));
        return this;
    }

    DeskScenario answers(VenueCommand.OrderStatusRequest asked, Lookup lookup) {
        return hears(new VenueEvent.StatusReport(VENUE, asked.order(), lookup, clock.stamp()));
    }

    DeskScenario pass(Duration time) {
        clock.pass(time);
        run();
        return this;
    }

    DeskScenario crash() {
        disk.crash();
        core = newCore();
        sent.clear();
        answered = 0;
        return this;
    }

    private void run(Input... inputs) {
        release(core.turn(List.of(inputs)));
    }

    private void release(List<Effect> effects) {
        for (var effect : effects) {
            if (effect instanceof Effect.Send send) {
                sent.add(send.command());
            } else if (effect instanceof Effect.Reply reply) {
                reply.future().complete(reply.answer());
            }
        }
    }

    /** The desk ends in order. */
    DeskScenario leaves() {
        release(core.leave());
        return this;
    }

    View view() {
        return core.view();
    }

    ParentOrder parent() {
        var parents = view().orders().parents();
        return parents.get(parents.size() - 1);
    }

    Order lastChild() {
        var children = parent().children();
        return children.get(children.size() - 1);
    }

    static OrderId orderId(Order order) {
        return order.orderId().orElse(new OrderId("V" + order.ids().childId().number()));
    }

    List<VenueCommand> takeSent() {
        var taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    <T extends VenueCommand> List<T> sent(Class<T> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends VenueCommand> T lastSent(Class<T> kind) {
        var all = sent(kind);
        assertThat(all).as("sent " + kind.getSimpleName()).isNotEmpty();
        return all.get(all.size() - 1);
    }

    ClOrdId sentId() {
        return lastSent(VenueCommand.NewOrder.class).clOrdId();
    }

    List<String> alerts() {
        return view().alerts().happened().stream().map(alert -> alert.kind()).toList();
    }
}
