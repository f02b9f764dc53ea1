package sluice.report.health;

import java.util.Locale;
import sluice.health.check.Check;
import sluice.health.check.Health;
import sluice.health.check.Level;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** What is well, what is not and what is not known, and since when. Immutable. */
public record HealthReport(Health health) implements Report {

    @Override
    public void json(Json out) {
        out.text("level", health.level())
                .flag("healthy", health.level() == Level.OK)
                .time("at", health.at())
                .list("checks", health.checks(), HealthReport::check)
                .list("alerts", health.active(), AlertsReport::alert);
    }

    private static void check(Json out, Check check) {
        out.text("measure", check.measure())
                .text("venue", check.venue())
                .text("level", check.level())
                .text("value", check.value())
                .text("text", check.text())
                .time("since", check.since());
    }

    /** The colour of a level. */
    public static Ink ink(Level level) {
        return switch (level) {
            case OK -> Ink.GOOD;
            case UNKNOWN -> Ink.DIM;
            case WARN -> Ink.WARN;
            case BAD -> Ink.BAD;
        };
    }

    @Override
    public void text(Text out) {
        var table = new Table("VENUE", "WHAT", "LEVEL", "VALUE", out.timeHead(), "WHY");
        for (var check : health.checks()) {
            table.row(
                    check.venue().map(Object::toString).orElse("desk"),
                    check.measure().words(),
                    new Cell(check.level().name(), ink(check.level())),
                    check.value(),
                    out.time(check.since()),
                    check.text());
        }
        out.table(table, "Nothing was looked at yet.");
        var level = health.level();
        out.line("All in all " + out.ink(ink(level), level.name().toLowerCase(Locale.ROOT)) + ", "
                + health.active().size() + " alerts nobody acknowledged.");
    }
}
