package sluice.shell.prompt;

import java.util.ArrayList;
import java.util.List;
import sluice.engine.view.AlertView;
import sluice.engine.view.FillView;
import sluice.engine.view.View;
import sluice.report.Ink;

/** What happened since one looked last, a line each: fills and alerts. Confined to one thread. */
final class News {

    private final boolean colour;
    private int fills;
    private long alert;

    News(boolean colour) {
        this.colour = colour;
    }

    /** What is there already is no news. */
    void startWith(View view) {
        since(view);
    }

    List<String> since(View view) {
        var lines = new ArrayList<String>();
        var all = view.orders().fills();
        all.subList(Math.min(fills, all.size()), all.size()).forEach(fill -> lines.add(line(fill)));
        fills = all.size();
        for (var each : view.alerts()) {
            if (each.id() > alert) {
                lines.add(line(each));
                alert = each.id();
            }
        }
        return lines;
    }

    private String line(FillView fill) {
        var execution = fill.execution();
        var text = "filled " + fill.ids().parentId() + " " + fill.side() + " " + execution.lastQty() + " "
                + fill.symbol() + " at " + execution.lastPx() + " on "
                + fill.ids().venue() + ", fee "
                + execution.fee();
        return colour ? Ink.of(fill.side()).on(text) : text;
    }

    private String line(AlertView each) {
        var text = "ALERT " + each.kind() + ": " + each.text();
        return colour ? Ink.WARN.on(text) : text;
    }
}
