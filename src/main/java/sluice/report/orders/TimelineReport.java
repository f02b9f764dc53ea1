package sluice.report.orders;

import java.util.List;
import sluice.engine.Answer.Recorded;
import sluice.order.parent.ParentOrder;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** One order, and everything the journal has about it. Immutable. */
public record TimelineReport(ParentOrder order, List<Recorded> events) implements Report {

    public TimelineReport {
        events = List.copyOf(events);
    }

    @Override
    public void json(Json out) {
        out.object("order", members -> OrderShape.json(members, order));
        out.list("timeline", events, (members, recorded) -> {
            members.time("at", recorded.event().at().at())
                    .number("seq", recorded.seq())
                    .text("event", recorded.event().accept(new EventName()));
            recorded.event().accept(new EventJson(members));
        });
    }

    @Override
    public void text(Text out) {
        new ParentReport("order", order).text(out);
        var table = new Table(">SEQ", out.timeHead(), "EVENT", "WHAT");
        for (var recorded : events) {
            var event = recorded.event();
            table.row(
                    recorded.seq(),
                    out.time(event.at().at()),
                    event.accept(new EventName()),
                    event.accept(new EventSentence()));
        }
        out.line("").table(table, "Nothing is journaled about it.");
    }
}
