package sluice.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.OrderRef;
import sluice.engine.Scope;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Order;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentOrder;
import sluice.risk.exposure.TradingState;

/** Somebody at the desk who does whatever comes to mind, faster than anybody should. */
final class Trader {

    private static final Origin TRADER = new Origin("trader", "simulation", "dice", Optional.empty());
    private static final BigDecimal TICK = new BigDecimal("0.01");

    private final Dice dice;
    private final SimulatedVenue venue;
    private final Consumer<Answer> heard;

    Trader(Dice dice, SimulatedVenue venue, Consumer<Answer> heard) {
        this.dice = dice;
        this.venue = venue;
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
            ask(desk, new Command.Flatten(DeskProcess.BTC, Optional.empty(), TRADER));
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
        var side = dice.chance(0.5) ? Side.BUY : Side.SELL;
        var until = dice.chance(0.8) ? Command.Until.ACKNOWLEDGED : Command.Until.DURABLE;
        return new Command.Place(terms(side), Optional.empty(), Instructions.NONE, TRADER, until);
    }

    private Terms terms(Side side) {
        var qty = qty();
        return switch (dice.below(8)) {
            case 0 -> new Terms(DeskProcess.BTC, side, qty, Optional.empty(), Tif.IOC, false, false);
            case 1 -> Terms.limit(DeskProcess.BTC, side, qty, px(side, 3), Tif.IOC);
            case 2 -> Terms.limit(DeskProcess.BTC, side, qty, px(side, 3), Tif.FOK);
            case 3 -> new Terms(DeskProcess.BTC, side, qty, Optional.of(px(side, -3)), Tif.GTC, true, false);
            case 4 -> Terms.limit(DeskProcess.BTC, side, qty, px(side, 2), Tif.GTC);
            default -> Terms.limit(DeskProcess.BTC, side, qty, px(side, -dice.below(20)), Tif.GTC);
        };
    }

    private Qty qty() {
        var most = dice.chance(0.2) ? 400_000 : 20_000;
        return Qty.scaled(100 + dice.below(most), 5);
    }

    /** So many basis points beyond the mid; negative is on our own side of it. */
    private Px px(Side side, int bps) {
        var mid = venue.exchange().mid(SimulatedVenue.BTC).value();
        var far = mid.multiply(BigDecimal.valueOf((long) bps * side.sign(), 4));
        return new Px(mid.add(far).setScale(TICK.scale(), RoundingMode.HALF_EVEN));
    }

    private void amend(DeskProcess desk, ParentOrder parent) {
        var terms = parent.children().stream()
                .filter(Order::isOpen)
                .map(Order::terms)
                .findFirst()
                .orElseThrow();
        var qty = dice.chance(0.7) ? Optional.of(changed(terms.orderQty())) : Optional.<Qty>empty();
        var px = qty.isEmpty() || dice.chance(0.5)
                ? Optional.of(px(terms.side(), -dice.below(20)))
                : Optional.<Px>empty();
        ask(desk, new Command.Amend(ref(parent), qty, px, TRADER));
    }

    private Qty changed(Qty from) {
        var factor = BigDecimal.valueOf(50 + dice.below(100), 2);
        return new Qty(from.value().multiply(factor).setScale(5, RoundingMode.DOWN));
    }

    long pause() {
        return dice.around(Duration.ofMillis(300));
    }
}
