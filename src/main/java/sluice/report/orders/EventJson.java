package sluice.report.orders;

import sluice.engine.DeskEvent;
import sluice.health.alert.Alert;
import sluice.order.Closure;
import sluice.order.OrderEvent;
import sluice.order.Terms;
import sluice.order.account.AccountEvent;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentEvent;
import sluice.report.Json;

/** What an event carries beside its time and number, as members of one object. */
record EventJson(Json out) implements DeskEvent.Visitor<Json> {

    @Override
    public Json order(OrderEvent event) {
        out.text("childId", event.childId());
        return event.accept(new OrderEventJson(out));
    }

    @Override
    public Json parent(ParentEvent event) {
        out.text("parentId", event.parentId());
        return event.accept(new OfParent(out));
    }

    @Override
    public Json account(AccountEvent event) {
        return event.accept(new AccountEventJson(out.text("venue", event.venue())));
    }

    @Override
    public Json started(DeskEvent.Started event) {
        return out.text("instanceTag", event.instanceTag()).text("version", event.version());
    }

    @Override
    public Json routed(DeskEvent.Routed event) {
        return out.text("parentId", event.parentId())
                .list("legs", event.legs(), EventJson::leg)
                .texts("leftOut", event.leftOut());
    }

    static void leg(Json out, DeskEvent.Leg leg) {
        out.text("venue", leg.venue())
                .text("symbol", leg.symbol())
                .text("qty", leg.qty())
                .text("limitPx", leg.limit())
                .text("effectivePx", leg.effectivePx())
                .decimal("costBps", leg.costBps())
                .text("why", leg.why());
    }

    @Override
    public Json commanded(DeskEvent.Commanded event) {
        return origin(out, event.origin()).texts("about", event.about());
    }

    @Override
    public Json tradingChanged(DeskEvent.TradingChanged event) {
        return origin(
                out.text("scope", event.scope()).text("state", event.state()).text("reason", event.reason()),
                event.origin());
    }

    @Override
    public Json limitChanged(DeskEvent.LimitChanged event) {
        return origin(
                out.text("scope", event.scope()).text("key", event.key()).decimal("value", event.value()),
                event.origin());
    }

    @Override
    public Json judged(DeskEvent.Judged event) {
        return origin(
                out.flag("passed", event.passed()).text("asked", event.asked()).texts("findings", event.findings()),
                event.origin());
    }

    @Override
    public Json dayOpened(DeskEvent.DayOpened event) {
        return out.text("day", event.day()).decimal("profit", event.profit());
    }

    @Override
    public Json alerted(DeskEvent.Alerted event) {
        return out.text("kind", event.kind()).text("text", event.text());
    }

    @Override
    public Json alertTurned(DeskEvent.AlertTurned event) {
        var alarm = event.alarm();
        return out.text("alert", Alert.name(event.alert()))
                .text("severity", alarm.severity())
                .text("kind", alarm.kind())
                .text("text", alarm.text())
                .flag("over", event.over());
    }

    @Override
    public Json alertAcknowledged(DeskEvent.AlertAcknowledged event) {
        return origin(out.text("alert", Alert.name(event.alert())), event.origin());
    }

    @Override
    public Json noted(DeskEvent.Noted event) {
        return origin(out.text("text", event.text()), event.origin());
    }

    private static Json origin(Json out, Origin origin) {
        return out.text("user", origin.user())
                .text("terminal", origin.terminal())
                .text("typed", origin.command());
    }

    static Json terms(Json out, Terms terms) {
        return out.text("side", terms.side())
                .text("symbol", terms.symbol())
                .text("orderQty", terms.orderQty())
                .text("px", terms.px())
                .text("tif", terms.tif());
    }

    static Json closure(Json out, Closure closure) {
        return out.text("reason", closure.reason()).text("text", closure.text());
    }

    private record OfParent(Json out) implements ParentEvent.Visitor<Json> {

        @Override
        public Json opened(ParentEvent.Opened event) {
            origin(terms(out, event.terms()), event.origin());
            return out.text("decisionPx", event.instructions().decisionPx())
                    .text("decisionMid", event.marks().decision().consolidatedMid())
                    .text("arrivalMid", event.marks().arrival().consolidatedMid());
        }

        @Override
        public Json cancelAsked(ParentEvent.CancelAsked event) {
            return out;
        }

        @Override
        public Json amended(ParentEvent.Amended event) {
            return terms(out, event.terms());
        }

        @Override
        public Json ended(ParentEvent.Ended event) {
            return closure(out, event.closure());
        }
    }
}
