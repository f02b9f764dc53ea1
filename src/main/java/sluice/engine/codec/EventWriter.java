package sluice.engine.codec;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import sluice.engine.DeskEvent;
import sluice.market.Symbol;
import sluice.order.OrderEvent;
import sluice.order.account.AccountEvent;
import sluice.order.parent.ParentEvent;

/** Writes the payload of each kind of desk event. */
final class EventWriter implements DeskEvent.Visitor<Payload>, ParentEvent.Visitor<Payload> {

    private final OrderWriter orders = new OrderWriter();
    private final AccountWriter accounts = new AccountWriter();

    @Override
    public Payload order(OrderEvent event) {
        return event.accept(orders);
    }

    @Override
    public Payload parent(ParentEvent event) {
        return event.accept(this);
    }

    @Override
    public Payload account(AccountEvent event) {
        return event.accept(accounts);
    }

    @Override
    public Payload opened(ParentEvent.Opened event) {
        var out = Parts.instructions(Parts.terms(new Payload(), event.terms()), event.instructions());
        var marks = event.marks();
        out.text("decidedAt", marks.decidedAt().at().toString())
                .number("decidedNanos", marks.decidedAt().nanos());
        Parts.mark(Parts.mark(out, MarkNames.DECISION, marks.decision()), MarkNames.ARRIVAL, marks.arrival());
        return Parts.origin(out, event.origin());
    }

    @Override
    public Payload cancelAsked(ParentEvent.CancelAsked event) {
        return new Payload();
    }

    @Override
    public Payload amended(ParentEvent.Amended event) {
        return Parts.terms(new Payload(), event.terms());
    }

    @Override
    public Payload ended(ParentEvent.Ended event) {
        return Parts.closure(new Payload(), event.closure());
    }

    @Override
    public Payload started(DeskEvent.Started event) {
        return new Payload().text("instanceTag", event.instanceTag()).text("version", event.version());
    }

    @Override
    public Payload routed(DeskEvent.Routed event) {
        var legs = event.legs();
        return new Payload()
                .list("venues", texts(legs, leg -> leg.venue().name()))
                .list("qtys", texts(legs, leg -> leg.qty().plain()))
                .list("limits", texts(legs, leg -> leg.limit().plain()))
                .list("effectivePxs", texts(legs, leg -> leg.effectivePx().plain()))
                .list("costsBps", texts(legs, leg -> leg.costBps().toPlainString()))
                .list(
                        "symbols",
                        texts(legs, leg -> leg.symbol().map(Symbol::name).orElse("")))
                .list("whys", texts(legs, DeskEvent.Leg::why))
                .list("leftOut", event.leftOut());
    }

    private static List<String> texts(List<DeskEvent.Leg> legs, Function<DeskEvent.Leg, String> column) {
        return legs.stream().map(column).toList();
    }

    @Override
    public Payload commanded(DeskEvent.Commanded event) {
        return Parts.origin(new Payload().list("about", event.about()), event.origin());
    }

    @Override
    public Payload tradingChanged(DeskEvent.TradingChanged event) {
        var out = new Payload()
                .text("scope", event.scope().toString())
                .text("state", event.state().name())
                .text("reason", event.reason());
        return Parts.origin(out, event.origin());
    }

    @Override
    public Payload limitChanged(DeskEvent.LimitChanged event) {
        var out = new Payload()
                .text("scope", event.scope().toString())
                .text("key", event.key())
                .text("value", event.value().map(BigDecimal::toPlainString));
        return Parts.origin(out, event.origin());
    }

    @Override
    public Payload judged(DeskEvent.Judged event) {
        var out = new Payload()
                .flag("passed", event.passed())
                .text("asked", event.asked())
                .list("findings", event.findings());
        return Parts.origin(out, event.origin());
    }

    @Override
    public Payload dayOpened(DeskEvent.DayOpened event) {
        return new Payload().text("day", event.day()).decimal("profit", event.profit());
    }

    @Override
    public Payload alerted(DeskEvent.Alerted event) {
        return new Payload().text("kind", event.kind()).text("text", event.text());
    }

    @Override
    public Payload alertTurned(DeskEvent.AlertTurned event) {
        var alarm = event.alarm();
        return new Payload()
                .number("alert", event.alert())
                .text("key", alarm.key())
                .text("severity", alarm.severity().name())
                .text("kind", alarm.kind())
                .text("text", alarm.text())
                .flag("lasting", alarm.lasting())
                .flag("over", event.over());
    }

    @Override
    public Payload alertAcknowledged(DeskEvent.AlertAcknowledged event) {
        return Parts.origin(new Payload().number("alert", event.alert()), event.origin());
    }

    @Override
    public Payload noted(DeskEvent.Noted event) {
        return Parts.origin(new Payload().text("text", event.text()), event.origin());
    }
}
