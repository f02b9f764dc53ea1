package sluice.engine.work;

import java.util.List;
import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.engine.view.Inventory;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.venue.VenuePosition;

/**
 * Brings a position back to zero, whoever's fills made it: sells what is held, fees in the base asset left out, or buys
 * back what is short.
 */
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
        var accounts = turn.state().accounts().view(List.of());
        var held = new Inventory(turn.orders().positions(), accounts, this::there)
                .of(command.symbol()).stream()
                        .filter(each -> command.venue()
                                .filter(venue -> !venue.equals(each.place().venue()))
                                .isEmpty())
                        .filter(each -> closable(each).isPositive())
                        .toList();
        if (held.size() == 1) {
            placing.place(asked, order(held.get(0), command));
        } else {
            turn.answer(asked.answer(), held.isEmpty() ? nothing(command) : several(command, held));
        }
    }

    private Optional<VenuePosition> there(Place place) {
        return turn.venue(place.venue()).positions().stream()
                .filter(position -> position.symbol().equals(place.symbol()))
                .findFirst();
    }

    private Qty closable(Inventory.Held held) {
        return turn.venue(held.place().venue())
                .instrument(held.place().symbol())
                .map(instrument -> held.closable().floor(instrument.grid().lot()))
                .orElse(held.closable());
    }

    private Command.Place order(Inventory.Held held, Command.Flatten command) {
        var side = held.netQty().isPositive() ? Side.SELL : Side.BUY;
        var venue = held.place().venue();
        var reduceOnly = turn.venue(venue).manifest().orders().reduceOnly();
        var terms = new Terms(command.symbol(), side, closable(held), Optional.empty(), Tif.IOC, false, reduceOnly);
        var on = new Instructions(
                List.of(venue), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Command.Place(terms, Optional.empty(), on, command.origin(), Command.Until.ACKNOWLEDGED);
    }

    private static Answer nothing(Command.Flatten command) {
        return Answer.Refused.of(
                "NO_POSITION", "Nothing to flatten: less than one lot of " + command.symbol() + " is held.");
    }

    private static Answer several(Command.Flatten command, List<Inventory.Held> held) {
        var venues = held.stream().map(each -> each.place().venue().name()).toList();
        return Answer.Refused.of(
                "SEVERAL_VENUES",
                "Not flattened: " + command.symbol() + " is held at " + String.join(", ", venues)
                        + "; name one with --venue.");
    }
}
