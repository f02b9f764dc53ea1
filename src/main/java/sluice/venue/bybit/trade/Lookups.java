package sluice.venue.bybit.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Gate;
import sluice.net.orders.Asked;
import sluice.net.orders.MassStatusRun;
import sluice.net.text.Fields;
import sluice.order.Execution;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.trade.wire.ReadRequests.Shelf;

/**
 * Asks for one order wherever the venue may keep it, and for its executions where it has some.
 *
 * <p>Order and position pages: an order that ended is shown among the recent ones until the service restarts, and in
 * the history from some seconds later on; so one that is on no shelf is not found.
 */
final class Lookups {

    private final Gate gate;
    private final Wire wire;
    private final Asked asked;
    private final Aliases aliases;

    Lookups(Gate gate, Wire wire, Asked asked, Aliases aliases) {
        this.gate = gate;
        this.wire = wire;
        this.asked = asked;
        this.aliases = aliases;
    }

    void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        look(aliases.resolve(order), Shelf.OPEN, then);
    }

    private void look(VenueCommand.Ref order, Shelf shelf, Consumer<Lookup> then) {
        var category = Category.of(order.symbol());
        var quota = shelf == Shelf.HISTORY ? Quota.HISTORY : Quota.ORDERS;
        gate.soon(quota.read(category, at -> wire.reads().order(shelf, order, at)), answer -> {
            if (!(answer instanceof Answer.Done done)) {
                then.accept(new Lookup.Failed(answer.why()));
                return;
            }
            var found = wire.objects().orders(rows(done), category).stream().findFirst();
            if (found.isPresent()) {
                found(asked.attribute(found.get()), then);
            } else if (shelf == Shelf.HISTORY) {
                then.accept(new Lookup.NotFound("neither among open and recent orders nor in the history"));
            } else {
                look(order, shelf == Shelf.OPEN ? Shelf.RECENT : Shelf.HISTORY, then);
            }
        });
    }

    private static Fields rows(Answer.Done done) {
        return done.body().in("result").in("list");
    }

    private void found(VenueOrder order, Consumer<Lookup> then) {
        if (order.cumQty().isZero()) {
            then.accept(new Lookup.Found(order, List.of()));
            return;
        }
        fills(order, answer -> then.accept(new Lookup.Failed("its executions: " + answer.why())), fills -> {
            var named =
                    fills.stream().map(fill -> MassStatusRun.named(fill, order)).toList();
            then.accept(new Lookup.Found(order, named));
        });
    }

    /** All executions of an order; nothing when they cannot be read. */
    void executions(VenueOrder order, Consumer<List<Execution>> then) {
        fills(
                order,
                failure -> {},
                fills -> then.accept(fills.stream().map(VenueFill::execution).toList()));
    }

    private void fills(VenueOrder order, Consumer<Answer> failed, Consumer<List<VenueFill>> then) {
        var symbol = order.terms().symbol();
        var id = order.orderId();
        var category = Category.of(symbol);
        var all = new ArrayList<VenueFill>();
        new Pages(gate)
                .read(
                        cursor -> Quota.EXECUTIONS.read(
                                category, at -> wire.reads().executionsOf(symbol, id, cursor, at)),
                        rows -> all.addAll(wire.objects().fills(rows, category)),
                        end -> {
                            if (end instanceof Answer.Done) {
                                then.accept(all);
                            } else {
                                failed.accept(end);
                            }
                        });
    }
}
