package sluice.venue.bybit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import sluice.net.gate.Answer;
import sluice.net.gate.Gate;
import sluice.net.text.Fields;
import sluice.order.ExecId;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.bybit.names.Category;

/** All our executions of one category since a moment, week by week and page by page. */
final class ExecutionHistory {

    /** Get trade history: "startTime and endTime ... 7 days" apart at most. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(7);

    /** An execution may be listed a little after it happened, so a later fetch looks back. */
    private static final Duration LAG = Duration.ofSeconds(30);

    private final Gate gate;
    private final Wire wire;
    private final Category category;
    private final Instant since;
    private final Map<ExecId, VenueFill> fills = new LinkedHashMap<>();
    private final Map<ExecId, VenueFunding> fundings = new LinkedHashMap<>();
    private Instant from;

    ExecutionHistory(Gate gate, Wire wire, Category category, Instant since) {
        this.gate = gate;
        this.wire = wire;
        this.category = category;
        this.since = since;
        this.from = since;
    }

    List<VenueFill> fills() {
        return List.copyOf(fills.values());
    }

    List<VenueFunding> fundings() {
        return List.copyOf(fundings.values());
    }

    /** Fetches what is new since the last time; {@code then} hears of a failure, or that all is there. */
    void fetch(Consumer<Answer> then) {
        var begin = from;
        var now = gate.venueNow();
        var isLast = !begin.plus(LONGEST_SPAN).isBefore(now);
        var end = isLast ? now : begin.plus(LONGEST_SPAN);
        new Pages(gate)
                .read(
                        cursor -> Quota.EXECUTIONS.read(
                                category, at -> wire.reads().executionsBetween(category, begin, end, cursor, at)),
                        this::take,
                        answer -> {
                            if (!(answer instanceof Answer.Done) || isLast) {
                                from = answer instanceof Answer.Done ? later(since, end.minus(LAG)) : begin;
                                then.accept(answer);
                            } else {
                                from = end;
                                fetch(then);
                            }
                        });
    }

    private void take(Fields rows) {
        wire.objects()
                .fills(rows, category)
                .forEach(fill -> fills.put(fill.execution().execId(), fill));
        rows.all().stream()
                .flatMap(row -> wire.objects().funding(row, category).stream())
                .forEach(funding -> fundings.put(funding.execId(), funding));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
