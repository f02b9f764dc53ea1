package sluice.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.OrderRef;
import sluice.engine.Scope;
import sluice.engine.state.State;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.LimitKey;
import sluice.sim.Listing;
import sluice.sim.server.counter.Counter;
import sluice.venue.ClientIdCodec;

/** Somebody at the desk who does whatever comes to mind, faster than anybody should. */
final class Trader {

    private static final Origin TRADER = new Origin("trader", "simulation", "dice", Optional.empty());

    /** While this is the answer nothing can be placed, whatever it is. */
    private static final Set<String> DISCOURAGING =
            Set.of("UNKNOWN_SYMBOL", "NO_ROUTE", "NOT_READY", "JOURNAL_UNAVAILABLE", "RISK_NO_BOOK", "RISK_CLOCK");

    private final Dice dice;
    private final SimulatedWorld world;
    private final Cast cast;
    private final Consumer<Answer> heard;
    private boolean isDiscouraged;

    Trader(Dice dice, SimulatedWorld world, Cast cast, Consumer<Answer> heard) {
        this.dice = dice;
        this.world = world;
        this.cast = cast;
        this.heard = heard;
    }

    /** @param state what the journal says by now */
    void acts(DeskProcess desk, State state) {
        var times = isDiscouraged ? 1 : 1 + dice.below(cast.tempo().pace().atOnce());
        for (var time = 0; time < times; time++) {
            act(desk, state);
        }
    }

    private void act(DeskProcess desk, State state) {
        var roll = dice.below(1_000);
        var shut = shut(state);
        if (!shut.isEmpty() && dice.chance(0.8)) {
            ask(desk, new Command.SetTrading(dice.pick(shut), TradingState.ACTIVE, "because", TRADER));
        } else if (roll < 660) {
            ask(desk, place());
        } else if (roll < 810) {
            some(state, always -> true)
                    .ifPresent(parent -> ask(desk, new Command.Cancel(List.of(ref(parent)), TRADER)));
        } else if (roll < 960) {
            var calm = dice.chance(0.8);
            some(state, parent -> !calm || isCalm(parent)).ifPresent(parent -> amend(desk, parent));
        } else {
            seldom(desk, state, dice.below(16));
        }
    }

    private static boolean isCalm(ParentOrder parent) {
        return parent.children().stream()
                .allMatch(
                        child -> child.inFlight().isEmpty() && !child.standing().isPending());
    }

    private List<Scope> shut(State state) {
        var states = state.trading().states();
        var shut = new ArrayList<Scope>();
        states.venues().forEach((venue, there) -> add(shut, Scope.of(venue), there));
        states.symbols().forEach((symbol, there) -> add(shut, Scope.of(symbol), there));
        add(shut, Scope.GLOBAL, states.global());
        Collections.sort(shut, Comparator.comparing(Scope::toString));
        return shut;
    }

    private static void add(List<Scope> shut, Scope scope, TradingState state) {
        if (state != TradingState.ACTIVE) {
            shut.add(scope);
        }
    }

    private void seldom(DeskProcess desk, State state, int roll) {
        if (roll < 3) {
            ask(desk, new Command.CancelAll(Optional.empty(), Optional.empty(), Optional.empty(), TRADER));
        } else if (roll < 5) {
            ask(desk, set(TradingState.HALTED));
        } else if (roll < 9) {
            ask(desk, set(TradingState.ACTIVE));
        } else if (roll < 11) {
            some(state, always -> true).ifPresent(parent -> ask(desk, new Command.Probe(ref(parent), TRADER)));
        } else if (roll < 13) {
            ask(desk, new Command.Reconcile(Optional.empty(), dice.chance(0.7), TRADER));
        } else if (roll < 14) {
            ask(desk, new Command.Flatten(dice.pick(cast.symbols()), Optional.empty(), TRADER));
        } else {
            rarely(desk, state);
        }
    }

    private void rarely(DeskProcess desk, State state) {
        switch (dice.below(7)) {
            case 0 -> ask(desk, new Command.Note("all is well", TRADER));
            case 1 -> ask(desk, new Command.Kill(false, TRADER));
            case 2 -> ask(desk, new Command.Kill(scope(), dice.chance(0.2), TRADER));
            case 3 -> {
                ask(desk, place());
                ask(desk, new Command.Kill(Scope.GLOBAL, false, TRADER));
            }
            case 4 -> ask(desk, limit());
            case 5 -> resolve(desk, state);
            default ->
                ask(
                        desk,
                        new Command.SetTrading(scope(), dice.pick(List.of(TradingState.values())), "why not", TRADER));
        }
    }

    /** One venue or one symbol, which is resumed some time. */
    private Scope scope() {
        return dice.chance(0.5)
                ? Scope.of(new VenueId(dice.pick(List.copyOf(world.venues())).name()))
                : Scope.of(dice.pick(cast.symbols()));
    }

    private Command limit() {
        var most = dice.chance(0.5) ? Optional.of(BigDecimal.ONE) : Optional.<BigDecimal>empty();
        return new Command.SetLimit(Scope.GLOBAL, LimitKey.ORDER_MAX_QTY, most, true, TRADER);
    }

    /** An operator who looks at the venue's own page, and says what is written there. */
    private void resolve(DeskProcess desk, State state) {
        state.orders().working().stream()
                .flatMap(parent -> parent.children().stream())
                .filter(child -> child.isInDoubt() && hasEndedThere(child))
                .findFirst()
                .ifPresent(child -> ask(
                        desk,
                        new Command.Resolve(
                                new OrderRef.OfChild(child.ids().childId()),
                                Command.Resolution.CANCELLED,
                                Optional.empty(),
                                "the venue's page",
                                TRADER)));
    }

    private boolean hasEndedThere(Order child) {
        var id = child.ids().clOrdId();
        var there = world.venue(child.ids().venue().name()).exchange().orders(Counter.DESK).stream()
                .filter(order -> Stream.of(ClientIdCodec.values())
                        .anyMatch(codec -> codec.encode(id).equals(order.clientId())))
                .toList();
        return there.size() == 1
                && !there.get(0).isOpen()
                && there.get(0).cumQty().equals(child.cumQty())
                && child.doubt()
                        .filter(doubt -> doubt.request() instanceof Request.Replace)
                        .isEmpty();
    }

    private static Command set(TradingState state) {
        return new Command.SetTrading(Scope.GLOBAL, state, "because", TRADER);
    }

    private void ask(DeskProcess desk, Command command) {
        desk.ask(command).thenAccept(answer -> {
            if (command instanceof Command.Place) {
                isDiscouraged = answer instanceof Answer.Refused refused && DISCOURAGING.contains(refused.code());
            }
            heard.accept(answer);
        });
    }

    private static OrderRef ref(ParentOrder parent) {
        return new OrderRef.OfParent(parent.parent().id());
    }

    private Optional<ParentOrder> some(State state, Predicate<ParentOrder> wanted) {
        var open = state.orders().working().stream()
                .filter(ParentOrder::hasOpenChild)
                .filter(wanted)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(dice.pick(open));
    }

    private Command place() {
        var symbol = dice.pick(cast.symbols());
        var listed = world.venues().stream()
                .filter(venue -> venue.symbols().contains(symbol))
                .toList();
        var on = dice.chance(0.5) ? List.of(dice.pick(listed)) : listed;
        var names = on.stream().map(venue -> new VenueId(venue.name())).toList();
        var instructions = on.size() == listed.size() ? Instructions.NONE : to(names);
        var side = dice.chance(0.5) ? Side.BUY : Side.SELL;
        var until = dice.chance(0.8) ? Command.Until.ACKNOWLEDGED : Command.Until.DURABLE;
        return new Command.Place(terms(new Goods(symbol, on), side), Optional.empty(), instructions, TRADER, until);
    }

    private static Instructions to(List<VenueId> venues) {
        return new Instructions(venues, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Terms terms(Goods goods, Side side) {
        var symbol = goods.symbol();
        var qty = qty(goods);
        var reduces = symbol.isPerpetual() && dice.chance(0.2);
        var isQuiet = cast.tempo().isQuiet();
        var limit = Optional.of(goods.px(side, -dice.below(20) - (isQuiet ? 4 : 0)));
        return switch (dice.below(isQuiet ? 24 : 8)) {
            case 0 -> new Terms(symbol, side, qty, Optional.empty(), Tif.IOC, false, reduces);
            case 1 -> new Terms(symbol, side, qty, Optional.of(goods.px(side, 3)), Tif.IOC, false, reduces);
            case 2 -> Terms.limit(symbol, side, qty, goods.px(side, 3), Tif.FOK);
            case 3 -> new Terms(symbol, side, qty, Optional.of(goods.px(side, -3)), Tif.GTC, true, false);
            case 4 -> Terms.limit(symbol, side, qty, goods.px(side, 2), Tif.GTC);
            default -> new Terms(symbol, side, qty, limit, Tif.GTC, false, reduces);
        };
    }

    private Qty qty(Goods goods) {
        var most = dice.chance(cast.tempo().isQuiet() ? 0.04 : 0.2) ? 400_000 : 20_000;
        return Qty.scaled(100 + dice.below(most), 5)
                .floor(goods.coarsest(Listing::lot))
                .max(least(goods));
    }

    private static Qty least(Goods goods) {
        return new Qty(goods.coarsest(Listing::lot));
    }

    private void amend(DeskProcess desk, ParentOrder parent) {
        var order = parent.children().stream().filter(Order::isOpen).findFirst().orElseThrow();
        var terms = order.terms();
        var goods = new Goods(
                terms.symbol(), List.of(world.venue(order.ids().venue().name())));
        var qty = dice.chance(0.7) ? Optional.of(changed(terms.orderQty(), goods)) : Optional.<Qty>empty();
        var px = qty.isEmpty() || dice.chance(0.5)
                ? Optional.of(goods.px(terms.side(), -dice.below(20)))
                : Optional.<Px>empty();
        ask(desk, new Command.Amend(ref(parent), qty, px, TRADER));
    }

    /** Whether nothing can be placed, as far as the trader knows. */
    boolean isDiscouraged() {
        return isDiscouraged;
    }

    /** Long while nothing can be placed. */
    long pause() {
        return dice.around(cast.tempo().pace().thought(isDiscouraged));
    }

    private Qty changed(Qty from, Goods goods) {
        var factor = BigDecimal.valueOf(50 + dice.below(100), 2);
        return new Qty(from.value().multiply(factor))
                .floor(goods.coarsest(Listing::lot))
                .max(least(goods));
    }
}
