package sluice.quality;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.order.ChildId;
import sluice.order.OrderEvent;
import sluice.order.ParentId;
import sluice.order.parent.ParentEvent;
import sluice.quality.Quality.Parents;
import sluice.quality.Quality.Question;
import sluice.quality.Quality.Row;

/**
 * The fold of all that is journaled about orders, and the figures it gives. Confined to one thread.
 *
 * <p>It depends on the events and nothing else, so that whoever folds the same journal gets the same figures. Parents
 * that are over and long past are kept as sums by the hour.
 */
public final class QualityBook {

    private static final int KEPT = 5_000;

    private final int kept;
    private final Map<ParentId, ParentTrace> parents = new LinkedHashMap<>();
    private final Map<ChildId, ChildTrace> children = new HashMap<>();
    private final Map<Bucket, Tally> past = new HashMap<>();
    private final Latencies latencies = new Latencies();
    private long forgotten;

    public QualityBook() {
        this(KEPT);
    }

    QualityBook(int kept) {
        this.kept = kept;
    }

    public void apply(ParentEvent event) {
        if (event instanceof ParentEvent.Opened opened) {
            parents.putIfAbsent(opened.parentId(), new ParentTrace(opened));
            forget();
            return;
        }
        Optional.ofNullable(parents.get(event.parentId())).ifPresent(parent -> {
            event.accept(parent);
            parent.changed();
        });
    }

    public void apply(OrderEvent event) {
        if (event instanceof OrderEvent.Created created) {
            Optional.ofNullable(parents.get(created.ids().parentId())).ifPresent(parent -> {
                var child = new ChildTrace(parent, created, latencies);
                children.put(created.childId(), child);
                parent.add(child);
            });
            return;
        }
        Optional.ofNullable(children.get(event.childId())).ifPresent(child -> {
            event.accept(child);
            child.parent().changed();
        });
    }

    /** Another process writes from here on. */
    public void restarted() {
        children.values().stream().filter(child -> !child.isOver()).forEach(ChildTrace::restarted);
    }

    /** The oldest that is over gives way, once there are enough. */
    private void forget() {
        if (parents.size() <= kept) {
            return;
        }
        parents.values().stream().filter(ParentTrace::isOver).findFirst().ifPresent(parent -> {
            var figures = parent.figures();
            figures.children().forEach(child -> count(past, figures, child));
            parent.children().forEach(child -> children.remove(child.id()));
            parents.remove(parent.id());
            forgotten++;
        });
    }

    private static void count(Map<Bucket, Tally> sums, ParentFigures parent, ChildFigures child) {
        sums.merge(Bucket.of(parent, child), Tally.of(child), Tally::plus);
    }

    public Quality answer(long seq, Question question) {
        var asked = parents.values().stream()
                .map(ParentTrace::figures)
                .filter(parent -> isAsked(parent, question))
                .toList();
        var sums = question.parent().isPresent() ? new HashMap<Bucket, Tally>() : past(question.since());
        asked.forEach(parent -> parent.children().forEach(child -> count(sums, parent, child)));
        var from = Math.max(0, asked.size() - question.last());
        var older = from + (question.since().isPresent() || question.parent().isPresent() ? 0 : forgotten);
        return new Quality(
                seq,
                question,
                rows(sums, question.by()),
                rows(sums, List.of()),
                question.parent().map(this::latencies).orElseGet(() -> latencies.figures(question.since())),
                new Parents(asked.subList(from, asked.size()), older),
                "");
    }

    private List<LatencyFigures> latencies(ParentId id) {
        return Optional.ofNullable(parents.get(id)).map(ParentTrace::latencies).orElse(List.of());
    }

    private static boolean isAsked(ParentFigures parent, Question question) {
        return question.parent().filter(id -> !id.equals(parent.parentId())).isEmpty()
                && question.since().filter(parent.opening().at()::isBefore).isEmpty();
    }

    private Map<Bucket, Tally> past(Optional<Instant> since) {
        var sums = new HashMap<Bucket, Tally>();
        past.forEach((bucket, tally) -> {
            if (since.filter(bucket.hour()::isBefore).isEmpty()) {
                sums.put(bucket, tally);
            }
        });
        return sums;
    }

    private static List<Row> rows(Map<Bucket, Tally> sums, List<By> by) {
        var groups = new TreeMap<String, Row>();
        sums.forEach((bucket, tally) -> {
            var names = by.stream().map(each -> each.name(bucket)).toList();
            groups.merge(
                    String.join(" ", names) + " " + bucket.quote(),
                    new Row(names, bucket.quote(), tally),
                    (one, other) -> new Row(names, one.quote(), one.tally().plus(other.tally())));
        });
        return List.copyOf(groups.values());
    }
}
