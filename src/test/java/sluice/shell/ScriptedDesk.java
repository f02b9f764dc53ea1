package sluice.shell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.Desk;
import sluice.engine.OrderRef;
import sluice.engine.health.Vitals;
import sluice.engine.view.AlertView;
import sluice.engine.view.AlertsView;
import sluice.engine.view.GroupView;
import sluice.engine.view.MarketView;
import sluice.engine.view.RiskView;
import sluice.engine.view.VenueView;
import sluice.engine.view.View;
import sluice.health.alert.Alert;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.MarketReading.Usual;
import sluice.market.consolidated.VenueBook;
import sluice.order.ParentId;
import sluice.order.parent.ParentOrder;
import sluice.quality.Quality;
import sluice.quality.Quality.Question;
import sluice.risk.exposure.TradingStates;
import sluice.risk.limits.Limits;
import sluice.routing.CostTerm;
import sluice.routing.RoutePlan;

/** A desk without a thread: what has no price fills at 60001, the rest works; it says whatever a test scripted. */
public final class ScriptedDesk implements Desk {

    public final List<Command> asked = new ArrayList<>();
    public final List<AlertView> alerts = new ArrayList<>();
    public final List<Alert> known = new ArrayList<>();

    /** Whether it gives no answer to a look. */
    public boolean stuck;

    private final Map<Class<?>, Function<Command, Answer>> scripted = new HashMap<>();
    public final Map<VenueId, VenueView> venues = new TreeMap<>();
    private final Map<ParentId, ParentOrder> parents = new LinkedHashMap<>();
    private final List<LiveBook> books = new ArrayList<>();
    public final List<GroupView> groups = new ArrayList<>();
    private Optional<View> shown = Optional.empty();
    private String journalFault = "";
    private List<Trade> tape = List.of();
    private TradingStates states = TradingStates.ACTIVE;

    public ScriptedDesk() {
        venues.put(Market.ALPHA, Market.venue(Market.ALPHA, ""));
        venues.put(Market.BETA, Market.venue(Market.BETA, ""));
        books.add(Market.book(Market.ALPHA, Market.BTC, "60000"));
        books.add(Market.book(Market.BETA, Market.BTC, "60000.5"));
    }

    /** From now on such commands are answered like this. */
    public ScriptedDesk when(Class<? extends Command> kind, Function<Command, Answer> answer) {
        scripted.put(kind, answer);
        return this;
    }

    public ScriptedDesk unready(VenueId venue, String why) {
        venues.put(venue, Market.venue(venue, why));
        return this;
    }

    public ScriptedDesk without(VenueId venue) {
        venues.remove(venue);
        books.removeIf(book -> book.venue().equals(venue));
        return this;
    }

    public ScriptedDesk prints(Trade... trades) {
        tape = List.of(trades);
        return this;
    }

    /** Screens are shown no more of it than there is by now, as between two of a desk's showings. */
    public ScriptedDesk lagsBehind() {
        shown = Optional.of(current());
        return this;
    }

    public ScriptedDesk journalFault(String fault) {
        journalFault = fault;
        return this;
    }

    public ParentOrder has(ParentOrder order) {
        parents.put(order.parent().id(), order);
        return order;
    }

    @Override
    public CompletableFuture<Answer> ask(Command command) {
        asked.add(command);
        var answer = scripted.get(command.getClass());
        return CompletableFuture.completedFuture(answer == null ? usual(command) : answer.apply(command));
    }

    private Answer usual(Command command) {
        if (command instanceof Command.Place place) {
            return new Answer.Placed(has(Orders.placed(place, parents.size() + 1)));
        }
        if (command instanceof Command.Preview preview) {
            return new Answer.Previewed(plan(preview), Optional.empty());
        }
        if (command instanceof Command.Cancel cancel) {
            return cancelled(cancel.orders());
        }
        if (command instanceof Command.CancelAll) {
            return cancelled(open().stream()
                    .<OrderRef>map(order -> new OrderRef.OfParent(order.parent().id()))
                    .toList());
        }
        if (command instanceof Command.History history) {
            return new Answer.Timeline(order(history.order()), Orders.timeline(order(history.order())));
        }
        if (command instanceof Command.Await await) {
            return awaited(await);
        }
        if (command instanceof Command.AwaitReady) {
            return new Answer.Ready(unready());
        }
        return small(command);
    }

    private Answer small(Command command) {
        if (command instanceof Command.SetTrading set) {
            states = states.with(set.state());
            return new Answer.TradingSet(set.scope(), set.state());
        }
        if (command instanceof Command.Kill kill) {
            return new Answer.Killed(kill.drill(), open(), List.of());
        }
        if (command instanceof Command.Reconcile reconcile) {
            return new Answer.Reconciled(List.of(), reconcile.apply(), Map.of());
        }
        if (command instanceof Command.Amend amend) {
            return new Answer.Amended(order(amend.order()), Optional.empty());
        }
        return ScriptedAnswers.to(command).orElse(Answer.Refused.of("NO_POSITION", "Nothing to flatten."));
    }

    private static RoutePlan plan(Command.Preview preview) {
        var qty =
                preview.spend().isPresent() ? Qty.of("0.083") : preview.terms().orderQty();
        var symbol = preview.terms().symbol();
        var take = new RoutePlan.Take(qty, Qty.of("3"), Px.of("60001"), Px.of("60061.001"), Money.of("60.001", "USDT"));
        var leg = new RoutePlan.Leg(
                new Place(Market.ALPHA, symbol),
                qty,
                Px.of("60030"),
                take,
                List.of(
                        new CostTerm(CostTerm.PRICE, new BigDecimal("0.17")),
                        new CostTerm(CostTerm.FEE, new BigDecimal("10"))));
        var left = new RoutePlan.LeftOut(new Place(Market.BETA, symbol), "0.08 bps dearer");
        return new RoutePlan(List.of(leg), List.of(left), Optional.empty(), Optional.of(Px.of("60000")), true);
    }

    private Answer cancelled(List<OrderRef> refs) {
        var done = new ArrayList<ParentOrder>();
        var declined = new TreeMap<String, String>();
        for (var ref : refs) {
            var order = order(ref);
            if (order.state().isTerminal()) {
                declined.put(ref.toString(), ref + " is already " + order.state());
            } else {
                done.add(has(Orders.cancelled(order)));
            }
        }
        return new Answer.Cancelled(done, declined);
    }

    private Answer awaited(Command.Await await) {
        var order = order(await.order());
        var met = switch (await.goal()) {
            case OPEN -> !order.state().isTerminal();
            case FILLED -> order.leavesQty().isZero() && !order.cumQty().isZero();
            case CLOSED -> order.state().isTerminal();
        };
        return new Answer.Awaited(order, met);
    }

    private Map<VenueId, String> unready() {
        var unready = new TreeMap<VenueId, String>();
        venues.forEach((id, venue) -> {
            if (!venue.unready().isEmpty()) {
                unready.put(id, venue.unready());
            }
        });
        return unready;
    }

    private ParentOrder order(OrderRef ref) {
        return parents.values().stream()
                .filter(order -> ref.equals(new OrderRef.OfParent(order.parent().id()))
                        || order.children().stream()
                                .anyMatch(child -> ref.equals(
                                        new OrderRef.OfChild(child.ids().childId()))))
                .findFirst()
                .orElseThrow();
    }

    private List<ParentOrder> open() {
        return parents.values().stream()
                .filter(order -> !order.state().isTerminal())
                .toList();
    }

    @Override
    public CompletableFuture<View> look() {
        return stuck ? new CompletableFuture<>() : CompletableFuture.completedFuture(current());
    }

    @Override
    public View view() {
        return shown.orElseGet(this::current);
    }

    private View current() {
        var orders = Figures.view(parents.values());
        var uses = List.of(new RiskView.Use("open.per-venue", "alpha", BigDecimal.ONE, new BigDecimal("500")));
        var risk = new RiskView(Limits.simulated(), states, Map.of(), uses);
        return new View(42, Market.AT, orders, venues, risk, new AlertsView(alerts, known), journalFault);
    }

    @Override
    public List<LiveBook> books() {
        return books;
    }

    @Override
    public ConsolidatedBook consolidated(Symbol symbol, int depth) {
        return Consolidation.DEFAULT.of(books.stream()
                .filter(book -> book.symbol().equals(symbol))
                .flatMap(book ->
                        book
                                .read(depth)
                                .map(ladder -> VenueBook.of(new Place(book.venue(), symbol), ladder, 0))
                                .stream())
                .toList());
    }

    @Override
    public List<GroupView> groups() {
        return groups;
    }

    @Override
    public MarketView market(Symbol symbol) {
        return new MarketView(
                Regime.CALM, OptionalDouble.of(0.9), OptionalDouble.of(0.8), OptionalDouble.empty(), Usual.UNKNOWN);
    }

    @Override
    public List<Trade> tape(Symbol symbol) {
        return tape;
    }

    @Override
    public CompletableFuture<Quality> measure(Question question) {
        return CompletableFuture.completedFuture(Figures.of(parents.values(), question));
    }

    @Override
    public Quality quality() {
        return measure(Question.ALL).join();
    }

    @Override
    public Vitals vitals() {
        return new ScriptedVitals(alerts);
    }

    @Override
    public void close() {}
}
