package sluice.venue.coinbase.trade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.orders.AccountSource.Read;
import sluice.order.ExecId;
import sluice.order.OrderId;
import sluice.venue.VenueFill;
import sluice.venue.coinbase.trade.reply.FillObjects;

/** Reads executions page by page, each under our id where that is known. */
final class FillReads {

    private final Gate gate;
    private final Wire wire;

    FillReads(Gate gate, Wire wire) {
        this.gate = gate;
        this.wire = wire;
    }

    /** An execution, once: a page may repeat the end of the one before. */
    private record Key(OrderId order, ExecId execution) {}

    void of(OrderId order, Read<List<VenueFill>> then) {
        read(List.of(order), Optional.empty(), "", new LinkedHashMap<>(), then);
    }

    void since(Instant since, Read<List<VenueFill>> then) {
        read(List.of(), Optional.of(since), "", new LinkedHashMap<>(), then);
    }

    private void read(
            List<OrderId> orders,
            Optional<Instant> since,
            String cursor,
            Map<Key, VenueFill> read,
            Read<List<VenueFill>> then) {
        gate.soon(Ask.read(1, at -> wire.reads().fills(orders, since, cursor, at)), answer -> {
            if (!(answer instanceof Answer.Done done)) {
                then.failed().accept(answer.why());
                return;
            }
            var page = FillObjects.page(done.body());
            page.forEach(fill ->
                    read.putIfAbsent(new Key(fill.orderId(), fill.execution().execId()), named(fill)));
            var next = FillObjects.next(done.body());
            if (page.isEmpty() || next.isEmpty() || next.equals(cursor)) {
                then.brought().accept(new ArrayList<>(read.values()));
            } else {
                read(orders, since, next, read, then);
            }
        });
    }

    private VenueFill named(VenueFill fill) {
        return fill.under(wire.names().clOrdId(fill.orderId()));
    }
}
