package sluice.engine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import sluice.engine.desk.DeskCore;
import sluice.engine.desk.Setup;
import sluice.engine.turn.Effect;
import sluice.engine.turn.Input;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.market.Instrument;
import sluice.market.Mark;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.Groups;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.ParentOrder;
import sluice.order.position.Balance;
import sluice.risk.limits.Limits;
import sluice.venue.FeeSchedule;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.LinkHealth;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenuePosition;
import sluice.venue.VenueReport;

/** A desk with several venues whose every word is scripted, each with a book for every symbol it lists. */
final class MarketScenario {

    static final Symbol BTC = Symbol.of("BTC-USDT");

    final ManualClock clock = new ManualClock();
    private final Map<String, QuotedBook> books = new LinkedHashMap<>();
    private final Map<VenueId, Map<String, String>> balances = new TreeMap<>();
    private final Map<VenueId, List<VenueCommand>> sent = new TreeMap<>();
    private final DeskCore core;
    private final List<VenuePosition> positions = new ArrayList<>();
    private int executions;

    MarketScenario(Groups groups, String... venues) {
        var usual = Consolidation.DEFAULT;
        var manifests = List.of(venues).stream().map(MarketScenario::manifest).toList();
        core = new DeskCore(new Setup(
                new MemoryJournal(new SimulatedDisk(new Random(1))),
                clock,
                manifests,
                Limits.simulated(),
                new Consolidation(usual.staleAfter(), usual.outlierBps(), groups),
                "abc123",
                "test"));
        for (var venue : venues) {
            balances.put(new VenueId(venue), new TreeMap<>(Map.of("USDT", "1000000", "USD", "1000000", "BTC", "100")));
            sent.put(new VenueId(venue), new ArrayList<>());
        }
    }

    private static Manifest manifest(String venue) {
        return Manifests.of(
                new VenueId(venue), true, Manifest.Amend.CANCEL_REPLACE, Manifest.DuplicateWindow.WHILE_OPEN);
    }

    MarketScenario balance(String venue, String asset, String free) {
        balances.get(new VenueId(venue)).put(asset, free);
        return this;
    }

    /** The venue lists the symbol at that taker fee, and keeps a book of it. */
    MarketScenario listing(String venue, String symbol, String taker, List<String> bids, List<String> asks) {
        var id = new VenueId(venue);
        var name = Symbol.of(symbol);
        var instrument = new Instrument(
                id,
                name,
                symbol,
                Instrument.Grid.of("0.01", "0.001"),
                Instrument.Bounds.of("0.001", "1000", "5", "0"),
                BigDecimal.ONE,
                Instrument.Status.TRADING);
        var fees = new FeeSchedule(name, BigDecimal.ZERO, new BigDecimal(taker));
        hears(new VenueEvent.Listed(id, List.of(instrument), List.of(fees), clock.stamp()));
        var book = new QuotedBook(id, name, clock);
        book.quote(bids, asks);
        books.put(venue + " " + symbol, book);
        hears(new VenueEvent.BookOpened(id, book, clock.stamp()));
        return this;
    }

    QuotedBook book(String venue, String symbol) {
        return books.get(venue + " " + symbol);
    }

    /** Every venue's private stream is up, and it is reconciled. */
    MarketScenario connected() {
        for (var venue : sent.keySet()) {
            var now = clock.stamp();
            hears(new VenueEvent.LinkMeasured(venue, LinkHealth.IN_PROCESS, now));
            hears(new VenueEvent.FeedChanged(venue, Feed.PRIVATE, FeedState.LIVE, FeedReason.READY, "test", now));
            var asked = sent(venue.name(), VenueCommand.OrderMassStatusRequest.class)
                    .get(0);
            reports(venue, asked);
        }
        return this;
    }

    /** The venue has nothing of ours but what we hold there. */
    MarketScenario reports(VenueId venue, VenueCommand.OrderMassStatusRequest asked) {
        var held = balances.get(venue).entrySet().stream()
                .map(each -> new Balance(each.getKey(), new BigDecimal(each.getValue()), BigDecimal.ZERO))
                .toList();
        var report = new VenueReport(List.of(), Map.of(), List.of(), held, positions, asked.since());
        return hears(new VenueEvent.MassStatus(venue, asked.requestId(), report, clock.stamp()));
    }

    /** Before it is connected: what its account holds already. */
    MarketScenario holding(VenuePosition position) {
        positions.add(position);
        return this;
    }

    MarketScenario holds(String venue, VenuePosition position) {
        return hears(new VenueEvent.PositionsChanged(new VenueId(venue), List.of(position), clock.stamp()));
    }

    MarketScenario hears(VenueEvent event) {
        run(new Input.News(event));
        return this;
    }

    CompletableFuture<Answer> ask(Command command) {
        var answer = new CompletableFuture<Answer>();
        run(new Input.Asked(command, clock.stamp(), Mark.NONE, answer));
        return answer;
    }

    CompletableFuture<Answer> market(Side side, String qty, String... on) {
        return place(new Terms(BTC, side, Qty.of(qty), Optional.empty(), Tif.IOC, false, false), on);
    }

    CompletableFuture<Answer> place(Terms terms, String... on) {
        return ask(new Command.Place(terms, Optional.empty(), on(on), DeskScenario.TRADER, Command.Until.ACKNOWLEDGED));
    }

    static Instructions on(String... venues) {
        return new Instructions(
                List.of(venues).stream().map(VenueId::new).toList(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What a venue was last sent as a new order; empty when it was sent none. */
    Optional<VenueCommand.NewOrder> ordered(String venue) {
        return sent(venue, VenueCommand.NewOrder.class).stream().reduce((one, other) -> other);
    }

    /** New orders so far, as {@code "binance 1 BTC-USDT 100.5"}. */
    List<String> orders() {
        var all = new ArrayList<String>();
        sent.forEach((venue, commands) -> commands.stream()
                .filter(VenueCommand.NewOrder.class::isInstance)
                .map(VenueCommand.NewOrder.class::cast)
                .forEach(order -> all.add(venue + " " + order.terms().orderQty() + " "
                        + order.terms().symbol())));
        return all;
    }

    <T extends VenueCommand> List<T> sent(String venue, Class<T> kind) {
        return sent.get(new VenueId(venue)).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The venue says something of the order it was sent last. */
    MarketScenario says(String venue, OrderNews news) {
        var order = ordered(venue).orElseThrow();
        return hears(new VenueEvent.OrderReport(
                new VenueId(venue),
                Optional.of(order.clOrdId()),
                Optional.of(new OrderId("V-" + order.clOrdId())),
                order.terms().symbol(),
                news,
                clock.stamp()));
    }

    MarketScenario trades(String venue, String qty, String px) {
        return says(
                venue,
                new OrderNews.Traded(new Execution(
                        new ExecId("E" + ++executions),
                        Qty.of(qty),
                        Px.of(px),
                        Money.of("0.01", "USDT"),
                        Liquidity.TAKER,
                        clock.now())));
    }

    MarketScenario pass(Duration time) {
        clock.pass(time);
        run();
        return this;
    }

    ParentOrder parent() {
        var parents = core.view().orders().parents();
        return parents.get(parents.size() - 1);
    }

    DeskCore core() {
        return core;
    }

    private void run(Input... inputs) {
        for (var effect : core.turn(List.of(inputs))) {
            if (effect instanceof Effect.Send send) {
                sent.get(send.venue()).add(send.command());
            } else if (effect instanceof Effect.Reply reply) {
                reply.future().complete(reply.answer());
            }
        }
    }
}
