package sluice.engine.codec;

import sluice.order.Execution;
import sluice.order.OrderEvent;

/** Writes the payload of each kind of order event. */
final class OrderWriter implements OrderEvent.Visitor<Payload> {

    @Override
    public Payload created(OrderEvent.Created event) {
        var out = new Payload()
                .text("clOrdId", event.ids().clOrdId().value())
                .text("venue", event.ids().venue().name());
        return Parts.mark(Parts.terms(out, event.terms()), MarkNames.SUBMIT, event.mark());
    }

    @Override
    public Payload sent(OrderEvent.Sent event) {
        return Parts.mark(new Payload().text("request", event.request()), MarkNames.SUBMIT, event.mark());
    }

    @Override
    public Payload accepted(OrderEvent.Accepted event) {
        return Parts.mark(new Payload().text("orderId", event.orderId().value()), MarkNames.ACK, event.mark());
    }

    @Override
    public Payload traded(OrderEvent.Traded event) {
        return Parts.mark(execution(event.execution()), MarkNames.FILL, event.mark());
    }

    @Override
    public Payload provisional(OrderEvent.Provisional event) {
        return execution(event.execution()).text("evidence", event.evidence());
    }

    static Payload execution(Execution execution) {
        return new Payload()
                .text("execId", execution.execId().value())
                .decimal("lastQty", execution.lastQty().value())
                .decimal("lastPx", execution.lastPx().value())
                .decimal("fee", execution.fee().amount())
                .text("feeAsset", execution.fee().asset())
                .text("liquidity", execution.liquidity().name())
                .text("at", execution.at().toString());
    }

    @Override
    public Payload requested(OrderEvent.Requested event) {
        return Parts.request(new Payload(), event.request());
    }

    @Override
    public Payload requestRejected(OrderEvent.RequestRejected event) {
        return Parts.closure(new Payload(), event.closure());
    }

    @Override
    public Payload replaced(OrderEvent.Replaced event) {
        var out = new Payload().text("clOrdId", event.clOrdId().value()).text("orderId", event.orderId());
        return Parts.terms(out, event.terms());
    }

    @Override
    public Payload cancelled(OrderEvent.Cancelled event) {
        return Parts.closure(new Payload(), event.closure());
    }

    @Override
    public Payload rejected(OrderEvent.Rejected event) {
        return Parts.closure(new Payload(), event.closure());
    }

    @Override
    public Payload inDoubt(OrderEvent.InDoubt event) {
        return Parts.request(new Payload().text("cause", event.cause()), event.request());
    }

    @Override
    public Payload settled(OrderEvent.Settled event) {
        return new Payload().text("evidence", event.evidence());
    }
}
