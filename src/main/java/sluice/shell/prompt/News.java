package sluice.shell.prompt;

import java.util.ArrayList;
import java.util.List;
import sluice.engine.view.FillView;
import sluice.engine.view.View;
import sluice.health.alert.Notice;
import sluice.health.check.Health;
import sluice.report.Ink;

/** What happened since one looked last, a line each: fills and alerts. Confined to one thread. */
final class News {

    private final boolean colour;
    private int fills;
    private long told;

    News(boolean colour) {
        this.colour = colour;
    }

    /** What is there already is no news. */
    void startWith(View view, Health health) {
        since(view, health);
    }

    List<String> since(View view, Health health) {
        var lines = new ArrayList<String>();
        var all = view.orders().fills();
        all.subList(Math.min(fills, all.size()), all.size()).forEach(fill -> lines.add(line(fill)));
        fills = all.size();
        for (var notice : health.told()) {
            if (notice.number() > told) {
                lines.add(line(notice));
                told = notice.number();
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

    private String line(Notice notice) {
        var text = "ALERT " + (notice.name() + " ").stripLeading() + notice.kind() + ": " + notice.line();
        var ink = notice.type() == Notice.Type.CLEARED ? Ink.GOOD : Ink.WARN;
        return colour ? ink.on(text) : text;
    }
}
