package sluice.venue.binance.trade;

import java.util.List;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Ruling;
import sluice.net.orders.Asked;
import sluice.net.orders.MassStatusRun;
import sluice.order.Reason;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueOrder;

/** Asks for one order by our id, then by the venue's, and for its executions where it has some. */
final class Lookups {

    private final Gate gate;
    private final Wire wire;
    private final Asked asked;

    Lookups(Gate gate, Wire wire, Asked asked) {
        this.gate = gate;
        this.wire = wire;
        this.asked = asked;
    }

    void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        gate.soon(Ask.read(4, at -> wire.reads().order(order, at)), answer -> {
            if (isUnknown(answer) && order.orderId().isPresent()) {
                var venues = order.orderId().get();
                var ask = Ask.read(4, at -> wire.reads().order(order.symbol(), venues, at));
                gate.soon(ask, other -> answered(other, then));
            } else {
                answered(answer, then);
            }
        });
    }

    private void answered(Answer answer, Consumer<Lookup> then) {
        if (answer instanceof Answer.Done done) {
            found(asked.attribute(wire.objects().order(done.body())), then);
        } else {
            then.accept(isUnknown(answer) ? new Lookup.NotFound(answer.why()) : new Lookup.Failed(answer.why()));
        }
    }

    private void found(VenueOrder order, Consumer<Lookup> then) {
        if (order.cumQty().isZero()) {
            then.accept(new Lookup.Found(order, List.of()));
            return;
        }
        var ask = Ask.read(5, at -> wire.reads().tradesOf(order.terms().symbol(), order.orderId(), at));
        gate.soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                var fills = wire.objects().trades(done.body());
                then.accept(new Lookup.Found(
                        order,
                        fills.stream()
                                .map(fill -> MassStatusRun.named(fill, order))
                                .toList()));
            } else {
                then.accept(new Lookup.Failed("its trades: " + answer.why()));
            }
        });
    }

    /** The venue answered, and does not know the order. */
    private static boolean isUnknown(Answer answer) {
        return answer instanceof Answer.Failed failed
                && failed.ruling() instanceof Ruling.AlreadyDone done
                && done.closure().reason() == Reason.UNKNOWN_ORDER;
    }
}
