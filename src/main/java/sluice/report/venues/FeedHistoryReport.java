package sluice.report.venues;

import java.util.List;
import sluice.health.FeedTurn;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.venue.FeedState;

/** What became of the feeds, oldest change first. Immutable. */
public record FeedHistoryReport(List<FeedTurn> turns) implements Report {

    public FeedHistoryReport {
        turns = List.copyOf(turns);
    }

    @Override
    public void json(Json out) {
        out.list("history", turns, FeedTurns::members);
    }

    @Override
    public void text(Text out) {
        var table = new Table(
                out.timeHead(), "VENUE", "FEED", "SYMBOL", "STATE", "CODE", "UP FOR", "RECOVERED IN", "REASON");
        for (var turn : turns) {
            table.row(
                    out.time(turn.at()),
                    turn.venue(),
                    turn.feed().kind(),
                    turn.feed().symbol(),
                    new Cell(turn.state().name(), turn.state() == FeedState.LIVE ? Ink.GOOD : Ink.WARN),
                    turn.why().reason(),
                    turn.uptime().map(Spans::said),
                    turn.recovery().map(Spans::said),
                    turn.why().text());
        }
        out.table(table, "Nothing happened to the feeds.");
    }
}
