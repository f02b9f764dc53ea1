package sluice.app.command;

import java.util.List;
import java.util.Optional;
import sluice.market.book.Level;
import sluice.net.feed.replay.ReplayReport;
import sluice.report.Json;
import sluice.report.Table;
import sluice.report.Text;

/** How the instruments of a recording fared, as text and as JSON. */
final class ReplayReports {

    private static final String HEADS = "INSTRUMENT,>MESSAGES,>APPLIED,>STALE,>GAPS,>RESYNCS,>CHECKSUM,>CROSSED,"
            + ">MALFORMED,>BIDS,>ASKS,>BEST BID,>BEST ASK,>MSG/S";

    private ReplayReports() {}

    static void json(Json line, ReplayReport report) {
        var tally = report.tally();
        line.text("instrument", report.instrument())
                .number("messages", report.messages())
                .number("applied", tally.applied())
                .number("stale", tally.stale())
                .number("gaps", tally.gaps())
                .number("resyncs", tally.resyncs())
                .number("checksumFailures", tally.checksumFailures())
                .number("crossings", tally.crossings())
                .number("malformed", tally.malformed())
                .number("bidLevels", report.end().bids())
                .number("askLevels", report.end().asks());
        best(line, "bestBid", report.end().bestBid());
        best(line, "bestAsk", report.end().bestAsk());
        line.text("sha256", report.end().sha256())
                .number("messagesPerSecond", (long) report.messagesPerSecond())
                .list(
                        "checkpoints",
                        report.checkpoints(),
                        (each, checkpoint) -> each.number("afterBookMsg", checkpoint.afterBookMsg())
                                .text("sha256", checkpoint.sha256()));
    }

    private static void best(Json line, String name, Optional<Level> level) {
        level.ifPresentOrElse(known -> line.texts(name, List.of(known.px(), known.qty())), () -> line.absent(name));
    }

    static void text(Text text, List<ReplayReport> reports) {
        var table = new Table(HEADS.split(",", -1));
        for (var report : reports) {
            var tally = report.tally();
            table.row(
                    report.instrument(),
                    report.messages(),
                    tally.applied(),
                    tally.stale(),
                    tally.gaps(),
                    tally.resyncs(),
                    tally.checksumFailures(),
                    tally.crossings(),
                    tally.malformed(),
                    report.end().bids(),
                    report.end().asks(),
                    report.end().bestBid().map(Level::px),
                    report.end().bestAsk().map(Level::px),
                    (long) report.messagesPerSecond());
        }
        text.table(table, "The recording has no book messages of that venue.");
        reports.forEach(report -> hashes(text, report));
    }

    private static void hashes(Text text, ReplayReport report) {
        report.checkpoints()
                .forEach(each ->
                        text.line(report.instrument() + " after " + each.afterBookMsg() + ": " + each.sha256()));
        text.line(report.instrument() + " at the end: " + report.end().sha256().orElse("no whole book"));
    }
}
