package sluice.engine.work;

import java.util.List;
import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.position.Position;

/** Brings a position back to zero: sells what is held, fees in the base asset left out, or buys back what is short. */
public final class Flattening {

    private final Turn turn;
    private final Placing placing;

    public Flattening(Turn turn, Placing placing) {
        this.turn = turn;
        this.placing = placing;
    }

    public void flatten(Input.Asked asked, Command.Flatten command) {
        if (placing.isAnsweredAgain(asked, command.origin(), Command.Until.ACKNOWLEDGED)) {
            return;
        }
        var held = turn.orders().positions().stream()
                .filter(position -> position.symbol().equals(command.symbol()))
                .filter(position -> command.venue()
                        .filter(venue -> !venue.equals(position.venue()))
                        .isEmpty())
                .filter(position -> closable(position).isPositive())
                .toList();
        if (held.size() == 1) {
            placing.place(asked, order(held.get(0), command));
        } else {
            turn.answer(asked.answer(), held.isEmpty() ? nothing(command) : several(command, held));
        }
    }

    private Qty closable(Position position) {
        var exact = position.netQty().isPositive()
                ? position.sellableQty().min(position.netQty())
                : position.netQty().abs();
        return turn.venue(position.venue())
                .instrument(position.symbol())
                .map(instrument -> exact.floor(instrument.grid().lot()))
                .orElse(exact);
    }

    private Command.Place order(Position position, Command.Flatten command) {
        var side = position.netQty().isPositive() ? Side.SELL : Side.BUY;
        var reduceOnly = turn.venue(position.venue()).manifest().orders().reduceOnly();
        var terms = new Terms(command.symbol(), side, closable(position), Optional.empty(), Tif.IOC, false, reduceOnly);
        var on = new Instructions(
                List.of(position.venue()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Command.Place(terms, Optional.empty(), on, command.origin(), Command.Until.ACKNOWLEDGED);
    }

    private static Answer nothing(Command.Flatten command) {
        return Answer.Refused.of(
                "NO_POSITION", "Nothing to flatten: less than one lot of " + command.symbol() + " is held.");
    }

    private static Answer several(Command.Flatten command, List<Position> held) {
        var venues = held.stream().map(each -> each.venue().name()).toList();
        return Answer.Refused.of(
                "SEVERAL_VENUES",
                "Not flattened: " + command.symbol() + " is held at " + String.join(", ", venues)
                        + "; name one with --venue.");
    }
}
