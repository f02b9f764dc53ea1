package sluice.report.desk;

import sluice.engine.Answer;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;

/** A limit that was set. Immutable. */
public record LimitReport(Answer.LimitSet set) implements Report {

    @Override
    public void json(Json out) {
        out.object(
                "limit",
                members -> members.text("key", set.key().toml())
                        .text("scope", set.scope())
                        .decimal("value", set.after())
                        .decimal("before", set.before())
                        .text("source", set.configured() ? "config" : "set"));
    }

    @Override
    public void text(Text out) {
        out.line("%s (%s) is %s now; it was %s.%s"
                .formatted(
                        set.key().toml(),
                        set.scope(),
                        set.after().toPlainString(),
                        set.before().toPlainString(),
                        set.configured() ? " The configuration holds again." : ""));
    }
}
