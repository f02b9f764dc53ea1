package sluice.dash.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.dash.cell.Age;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Kind;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Doubt;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.parent.ParentOrder;
import sluice.report.Cell;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Table;

/** What still works, newest first, with how far each has come; an order in doubt says so before anything else. */
public final class OrdersPane implements Pane {

    private static final int MOST = 200;
    private static final int PROGRESS = 8;
    private static final int SHORT_PROGRESS = 4;
    private static final int ROOMY = 100;

    @Override
    public Kind kind() {
        return Kind.ORDERS;
    }

    @Override
    public List<String> hints() {
        return List.of("Enter timeline", "c cancel");
    }

    @Override
    public Content content(Sight sight, Room room) {
        var working = sight.view().orders().working();
        var table = new Table(
                "ID", "SIDE", "STATE", ">QTY", "SYMBOL", ">LIMIT", "FILLED", "AT", ">AVG PX", ">LEFT", "AGE", "NOTE");
        var bar = room.columns() < ROOMY ? SHORT_PROGRESS : PROGRESS;
        var ids = new ArrayList<String>();
        for (int i = working.size() - 1; i >= 0 && ids.size() < MOST; i--) {
            parent(sight, bar, table, ids, working.get(i));
        }
        var lines = sight.lines(table, room);
        var rows = new ArrayList<Content.Row>();
        for (int i = 0; i < ids.size(); i++) {
            rows.add(new Content.Row(lines.get(i + 1), Optional.of(ids.get(i))));
        }
        var doubts = working.stream().filter(ParentOrder::isInDoubt).count();
        var title = Line.of(working.size() + " open");
        return new Content(
                doubts == 0 ? title : title.plus(", " + doubts + " IN DOUBT", Tone.BAD),
                ids.isEmpty() ? List.of() : lines.subList(0, 1),
                rows,
                "Nothing is open.");
    }

    private static void parent(Sight sight, int bar, Table table, List<String> ids, ParentOrder order) {
        var terms = order.parent().terms();
        var open = order.children().stream().filter(Order::isOpen).toList();
        var where = open.stream()
                .map(child -> child.ids().venue().name())
                .distinct()
                .collect(Collectors.joining(" "));
        ids.add(order.parent().id().toString());
        var doubt = open.stream().flatMap(child -> child.doubt().stream()).findFirst();
        table.row(
                order.parent().id(),
                new Cell(terms.side().name(), Ink.of(terms.side())),
                state(sight, order.state(), doubt),
                terms.orderQty(),
                terms.symbol(),
                terms.px(),
                progress(sight, bar, order.cumQty(), terms.orderQty()),
                where,
                order.avgPx().map(Figures::readable),
                order.leavesQty(),
                Age.said(sight.since(order.parent().opened().at().at())),
                note(doubt));
        if (order.children().size() > 1) {
            open.forEach(child -> child(sight, bar, table, ids, child));
        }
    }

    private static void child(Sight sight, int bar, Table table, List<String> ids, Order order) {
        ids.add(order.ids().childId().toString());
        table.row(
                " " + order.ids().childId(),
                "",
                state(sight, order.state(), order.doubt()),
                order.terms().orderQty(),
                "",
                order.terms().px().map(Px::plain).orElse(""),
                progress(sight, bar, order.cumQty(), order.terms().orderQty()),
                order.ids().venue(),
                order.fills().avgPx().map(Figures::readable).orElse(""),
                order.leavesQty(),
                "",
                note(order.doubt()));
    }

    private static String progress(Sight sight, int bar, Qty done, Qty all) {
        var share = all.isZero() ? 0 : done.value().doubleValue() / all.value().doubleValue();
        return sight.glyphs().progress(share, bar) + " %3d%%".formatted((int) Math.floor(share * 100));
    }

    private static Cell state(Sight sight, OrderState state, Optional<Doubt> doubt) {
        return doubt.map(unknown -> new Cell(
                        "? IN DOUBT " + Age.said(sight.since(unknown.since().at())), Ink.BAD))
                .orElseGet(() -> new Cell(state.name(), Ink.of(state)));
    }

    private static Cell note(Optional<Doubt> doubt) {
        return new Cell(
                doubt.map(unknown -> unknown.request().name() + ": " + unknown.cause())
                        .orElse(""),
                Ink.WARN);
    }
}
