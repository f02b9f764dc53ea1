package sluice.report.orders;

import sluice.market.Mark;
import sluice.order.OrderEvent;
import sluice.order.Terms;
import sluice.report.Json;

/** What a child's event carries, as members of one object. */
record OrderEventJson(Json out) implements OrderEvent.Visitor<Json> {

    @Override
    public Json created(OrderEvent.Created event) {
        out.text("clOrdId", event.ids().clOrdId()).text("venue", event.ids().venue());
        return mark(EventJson.terms(out, event.terms()), event.mark());
    }

    @Override
    public Json sent(OrderEvent.Sent event) {
        return mark(out.text("request", event.request()), event.mark());
    }

    @Override
    public Json accepted(OrderEvent.Accepted event) {
        return mark(out.text("orderId", event.orderId()), event.mark());
    }

    @Override
    public Json traded(OrderEvent.Traded event) {
        return mark(FillsReport.execution(out, event.execution()), event.mark());
    }

    @Override
    public Json provisional(OrderEvent.Provisional event) {
        return FillsReport.execution(out, event.execution()).text("evidence", event.evidence());
    }

    @Override
    public Json requested(OrderEvent.Requested event) {
        out.text("request", event.request().name());
        return event.request().asked().map(this::asked).orElse(out);
    }

    private Json asked(Terms terms) {
        return EventJson.terms(out, terms);
    }

    @Override
    public Json requestRejected(OrderEvent.RequestRejected event) {
        return EventJson.closure(out, event.closure());
    }

    @Override
    public Json replaced(OrderEvent.Replaced event) {
        out.text("clOrdId", event.clOrdId()).text("orderId", event.orderId());
        return EventJson.terms(out, event.terms());
    }

    @Override
    public Json cancelled(OrderEvent.Cancelled event) {
        return EventJson.closure(out, event.closure());
    }

    @Override
    public Json rejected(OrderEvent.Rejected event) {
        return EventJson.closure(out, event.closure());
    }

    @Override
    public Json inDoubt(OrderEvent.InDoubt event) {
        return out.text("request", event.request().name()).text("cause", event.cause());
    }

    @Override
    public Json settled(OrderEvent.Settled event) {
        return out.text("evidence", event.evidence());
    }

    private static Json mark(Json out, Mark mark) {
        return out.text("consolidatedMid", mark.consolidatedMid())
                .text("venueMid", mark.venueMid())
                .text("spread", mark.spread())
                .text("regime", mark.regime());
    }
}
