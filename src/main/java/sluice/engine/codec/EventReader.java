package sluice.engine.codec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.health.alert.Alarm;
import sluice.health.alert.Severity;
import sluice.journal.Entry;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ParentId;
import sluice.order.parent.ParentEvent;
import sluice.risk.exposure.TradingState;

/** Reads parent and desk events back from their payloads. Confined to one thread. */
final class EventReader {

    private static final Map<String, BiFunction<Entry, Fields, DeskEvent>> READERS = Map.ofEntries(
            Map.entry("parent.opened", (entry, in) -> new DeskEvent.OfParent(opened(entry, in))),
            Map.entry(
                    "parent.cancelAsked",
                    (entry, in) -> new DeskEvent.OfParent(new ParentEvent.CancelAsked(parent(entry), entry.stamp()))),
            Map.entry(
                    "parent.amended",
                    (entry, in) -> new DeskEvent.OfParent(
                            new ParentEvent.Amended(parent(entry), Parts.terms(in), entry.stamp()))),
            Map.entry(
                    "parent.ended",
                    (entry, in) -> new DeskEvent.OfParent(
                            new ParentEvent.Ended(parent(entry), Parts.closure(in), entry.stamp()))),
            Map.entry(
                    "desk.started",
                    (entry, in) -> new DeskEvent.Started(in.text("instanceTag"), in.text("version"), entry.stamp())),
            Map.entry("desk.routed", EventReader::routed),
            Map.entry(
                    "desk.commanded",
                    (entry, in) -> new DeskEvent.Commanded(Parts.origin(in), in.list("about"), entry.stamp())),
            Map.entry("desk.tradingChanged", EventReader::tradingChanged),
            Map.entry(
                    "desk.limitChanged",
                    (entry, in) -> new DeskEvent.LimitChanged(
                            Scope.parse(in.text("scope")),
                            in.text("key"),
                            in.optional("value").map(BigDecimal::new),
                            Parts.origin(in),
                            entry.stamp())),
            Map.entry(
                    "desk.judged",
                    (entry, in) -> new DeskEvent.Judged(
                            parent(entry),
                            in.flag("passed"),
                            in.text("asked"),
                            in.list("findings"),
                            Parts.origin(in),
                            entry.stamp())),
            Map.entry(
                    "desk.dayOpened",
                    (entry, in) -> new DeskEvent.DayOpened(in.text("day"), in.decimal("profit"), entry.stamp())),
            Map.entry(
                    "desk.alerted",
                    (entry, in) ->
                            new DeskEvent.Alerted(in.text("kind"), in.text("text"), parent(entry), entry.stamp())),
            Map.entry("desk.alertTurned", EventReader::alertTurned),
            Map.entry(
                    "desk.alertAcknowledged",
                    (entry, in) ->
                            new DeskEvent.AlertAcknowledged(in.number("alert"), Parts.origin(in), entry.stamp())),
            Map.entry(
                    "desk.noted",
                    (entry, in) -> new DeskEvent.Noted(in.text("text"), Parts.origin(in), entry.stamp())));

    private EventReader() {}

    static DeskEvent read(Entry entry, Fields in) {
        if (entry.type().startsWith("account.")) {
            return new DeskEvent.OfAccount(AccountReader.read(entry, in));
        }
        var reader = READERS.get(entry.type());
        if (reader == null) {
            throw new UnreadableEventException("event " + entry.seq() + " has the unknown type " + entry.type());
        }
        return reader.apply(entry, in);
    }

    private static ParentId parent(Entry entry) {
        return new ParentId(entry.refs().parent());
    }

    private static ParentEvent.Opened opened(Entry entry, Fields in) {
        var terms = Parts.terms(in);
        var instructions = Parts.instructions(in);
        var decidedAt = new Stamp(in.instant("decidedAt"), in.number("decidedNanos"));
        var marks =
                new ParentEvent.Marks(decidedAt, Parts.mark(in, MarkNames.DECISION), Parts.mark(in, MarkNames.ARRIVAL));
        return new ParentEvent.Opened(parent(entry), terms, instructions, Parts.origin(in), marks, entry.stamp());
    }

    private static DeskEvent routed(Entry entry, Fields in) {
        var venues = in.list("venues");
        var qtys = in.list("qtys");
        var limits = in.list("limits");
        var effective = in.list("effectivePxs");
        var costs = in.list("costsBps");
        var symbols = in.list("symbols");
        var whys = in.list("whys");
        var legs = new ArrayList<DeskEvent.Leg>();
        for (int i = 0; i < venues.size(); i++) {
            legs.add(new DeskEvent.Leg(
                    new VenueId(venues.get(i)),
                    Optional.of(nth(symbols, i)).filter(name -> !name.isEmpty()).map(Symbol::of),
                    Qty.of(qtys.get(i)),
                    Px.of(limits.get(i)),
                    Px.of(effective.get(i)),
                    new BigDecimal(costs.get(i)),
                    nth(whys, i)));
        }
        return new DeskEvent.Routed(parent(entry), legs, in.list("leftOut"), entry.stamp());
    }

    /** Of a column that journals of earlier versions lack. */
    private static String nth(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "";
    }

    private static DeskEvent alertTurned(Entry entry, Fields in) {
        var alarm = new Alarm(
                in.text("key"),
                Severity.valueOf(in.text("severity")),
                in.text("kind"),
                in.text("text"),
                in.flag("lasting"));
        return new DeskEvent.AlertTurned(in.number("alert"), alarm, in.flag("over"), entry.stamp());
    }

    private static DeskEvent tradingChanged(Entry entry, Fields in) {
        return new DeskEvent.TradingChanged(
                Scope.parse(in.text("scope")),
                TradingState.valueOf(in.text("state")),
                in.text("reason"),
                Parts.origin(in),
                entry.stamp());
    }
}
