package sluice.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.OrderRef;
import sluice.engine.Scope;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;
import sluice.sim.Listing;

/** Somebody at the desk who does whatever comes to mind, faster than anybody should. */
final class Trader {

    private static final Origin TRADER = new Origin("trader", "simulation", "dice", Optional.empty());

    private final Dice dice;
    private final SimulatedWorld world;
    private final Cast cast;
    private final Consumer<Answer> heard;

    Trader(Dice dice, SimulatedWorld world, Cast cast, Consumer<Answer> heard) {
        this.dice = dice;
        this.world = world;
        this.cast = cast;
        this.heard = heard;
    }

    void act(DeskProcess desk) {
        var roll = dice.below(100);
        if (desk.view().risk().states().global() != TradingState.ACTIVE && dice.chance(0.4)) {
            ask(desk, set(TradingState.ACTIVE));
            return;
        }
        if (roll < 50) {
            ask(desk, place());
        } else if (roll < 68) {
            some(desk).ifPresent(parent -> ask(desk, new Command.Cancel(List.of(ref(parent)), TRADER)));
        } else if (roll < 84) {
            some(desk).ifPresent(parent -> amend(desk, parent));
        } else {
            seldom(desk, roll);
        }
    }

    private void seldom(DeskProcess desk, int roll) {
        if (roll < 87) {
            ask(desk, new Command.CancelAll(Optional.empty(), Optional.empty(), Optional.empty(), TRADER));
        } else if (roll < 89) {
            ask(desk, set(TradingState.HALTED));
        } else if (roll < 93) {
            ask(desk, set(TradingState.ACTIVE));
        } else if (roll < 95) {
            some(desk).ifPresent(parent -> ask(desk, new Command.Probe(ref(parent), TRADER)));
        } else if (roll < 97) {
            ask(desk, new Command.Reconcile(Optional.empty(), dice.chance(0.7), TRADER));
        } else if (roll < 98) {
            ask(desk, new Command.Flatten(dice.pick(cast.symbols()), Optional.empty(), TRADER));
        } else if (roll < 99) {
            ask(desk, new Command.Note("all is well", TRADER));
        } else {
            ask(desk, new Command.Kill(false, TRADER));
        }
    }

    private static Command set(TradingState state) {
        return new Command.SetTrading(Scope.GLOBAL, state, "because", TRADER);
    }

    private void ask(DeskProcess desk, Command command) {
        desk.ask(command).thenAccept(heard);
    }

    private static OrderRef ref(ParentOrder parent) {
        return new OrderRef.OfParent(parent.parent().id());
    }

    private Optional<ParentOrder> some(DeskProcess desk) {
        var open = desk.view().orders().parents().stream()
                .filter(ParentOrder::hasOpenChild)
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

    /** What is traded, and where. */
    private record Goods(Symbol symbol, List<SimulatedVenue> venues) {

        /** A step that is one at each of the venues. */
        BigDecimal coarsest(Function<Listing, BigDecimal> step) {
            return venues.stream()
                    .map(venue -> step.apply(venue.listing(symbol)))
                    .reduce(BigDecimal::max)
                    .orElseThrow();
        }

        /** So many basis points beyond the mid; negative is on our own side of it. */
        Px px(Side side, int bps) {
            var mid = venues.get(0).mid(symbol).value();
            var far = mid.multiply(BigDecimal.valueOf((long) bps * side.sign(), 4));
            return new Px(mid.add(far).setScale(coarsest(Listing::tick).scale(), RoundingMode.HALF_EVEN));
        }
    }

    private Terms terms(Goods goods, Side side) {
        var symbol = goods.symbol();
        var qty = qty(goods);
        var reduces = symbol.isPerpetual() && dice.chance(0.2);
        var limit = Optional.of(goods.px(side, -dice.below(20)));
        return switch (dice.below(8)) {
            case 0 -> new Terms(symbol, side, qty, Optional.empty(), Tif.IOC, false, reduces);
            case 1 -> new Terms(symbol, side, qty, Optional.of(goods.px(side, 3)), Tif.IOC, false, reduces);
            case 2 -> Terms.limit(symbol, side, qty, goods.px(side, 3), Tif.FOK);
            case 3 -> new Terms(symbol, side, qty, Optional.of(goods.px(side, -3)), Tif.GTC, true, false);
            case 4 -> Terms.limit(symbol, side, qty, goods.px(side, 2), Tif.GTC);
            default -> new Terms(symbol, side, qty, limit, Tif.GTC, false, reduces);
        };
    }

    private Qty qty(Goods goods) {
        var most = dice.chance(0.2) ? 400_000 : 20_000;
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

    private Qty changed(Qty from, Goods goods) {
        var factor = BigDecimal.valueOf(50 + dice.below(100), 2);
        return new Qty(from.value().multiply(factor))
                .floor(goods.coarsest(Listing::lot))
                .max(least(goods));
    }

    long pause() {
        return dice.around(Duration.ofMillis(300));
    }
}
