package sluice.venue.coinbase.trade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.gate.Ruling;
import sluice.net.orders.Outcome;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.order.Request;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.coinbase.trade.reply.CancelReplies;

/**
 * Sends cancels, many in one request when there are many.
 *
 * <ol>
 *   <li>A cancel leaves at once; only while some requests are on their way do others gather for the next.
 *   <li>What an order's own result says counts for it; one without a result is in doubt.
 *   <li>An accepted cancel is no end: the order is followed until one is told.
 * </ol>
 */
final class Cancels {

    /** Batch cancel takes no more orders in one request. */
    private static final int MOST = 100;

    private static final int ON_THEIR_WAY = 4;

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Following following;
    private final Map<OrderId, VenueCommand.Ref> waiting = new LinkedHashMap<>();
    private int onTheirWay;

    Cancels(Outlet outlet, Gate gate, Wire wire, Following following) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.following = following;
    }

    void cancel(VenueCommand.Ref order, OrderId orderId) {
        waiting.put(orderId, new VenueCommand.Ref(order.clOrdId(), Optional.of(orderId), order.symbol()));
        pump();
    }

    private void pump() {
        while (onTheirWay < ON_THEIR_WAY && !waiting.isEmpty()) {
            var batch = new LinkedHashMap<OrderId, VenueCommand.Ref>();
            waiting.entrySet().stream().limit(MOST).forEach(entry -> batch.put(entry.getKey(), entry.getValue()));
            waiting.keySet().removeAll(batch.keySet());
            send(batch);
        }
    }

    private void send(Map<OrderId, VenueCommand.Ref> batch) {
        onTheirWay++;
        var ids = List.copyOf(batch.keySet());
        gate.soon(
                Ask.cancel(at -> wire.orders().cancel(ids, at)),
                () -> batch.values().forEach(order -> tell(order, new OrderNews.Sent(new Request.Cancel()))),
                answer -> {
                    answered(batch, answer);
                    onTheirWay--;
                    pump();
                });
    }

    private void answered(Map<OrderId, VenueCommand.Ref> batch, Answer answer) {
        if (!(answer instanceof Answer.Done done)) {
            batch.values().forEach(order -> tell(order, Outcome.of(new Request.Cancel(), answer)));
            return;
        }
        var results = results(done);
        for (var entry : new ArrayList<>(batch.entrySet())) {
            var result = results.get(entry.getKey());
            if (result == null) {
                tell(entry.getValue(), Outcome.of(new Request.Cancel(), Answer.unknown("a reply without its result")));
            } else if (result.isEmpty()) {
                following.endOf(entry.getKey());
            } else {
                var failed = new Answer.Failed(result.get(), Optional.empty());
                tell(entry.getValue(), Outcome.of(new Request.Cancel(), failed));
            }
        }
    }

    private static Map<OrderId, Optional<Ruling>> results(Answer.Done done) {
        try {
            return CancelReplies.of(done.body());
        } catch (UnableToReadException e) {
            return Map.of();
        }
    }

    private void tell(VenueCommand.Ref order, OrderNews news) {
        outlet.report(order, news);
    }
}
