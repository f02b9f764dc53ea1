package sluice.dash.tile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The panes in their order, those that are hidden, and how much larger than usual each is. Immutable.
 *
 * @param order every pane once
 */
public record Arrangement(List<Kind> order, Set<Kind> hidden, Map<Kind, Integer> larger) {

    public static final Arrangement USUAL = new Arrangement(List.of(Kind.values()), Set.of(), Map.of());

    private static final int LARGEST = 12;

    public Arrangement {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
        larger = Map.copyOf(larger);
    }

    /** Reads what {@link #text} wrote; panes it does not know are left out, and those it lacks come last. */
    public static Arrangement of(List<String> lines) {
        var order = new ArrayList<Kind>();
        var hidden = EnumSet.noneOf(Kind.class);
        var larger = new EnumMap<Kind, Integer>(Kind.class);
        for (var line : lines) {
            var words = line.strip().split(" +");
            var kind = Kind.titled(words[0]);
            if (kind.isEmpty() || order.contains(kind.get()) || words.length < 3 || !words[2].matches("-?[0-9]{1,3}")) {
                continue;
            }
            order.add(kind.get());
            larger.put(kind.get(), bounded(Integer.parseInt(words[2])));
            if (words[1].equals("hidden")) {
                hidden.add(kind.get());
            }
        }
        for (var kind : Kind.values()) {
            if (!order.contains(kind)) {
                order.add(kind);
            }
        }
        return new Arrangement(order, hidden, larger);
    }

    /** A pane a line: its name, whether it is shown, and its size. */
    public List<String> text() {
        return order.stream()
                .map(kind -> kind.title() + (isHidden(kind) ? " hidden " : " shown ") + larger.getOrDefault(kind, 0))
                .toList();
    }

    public boolean isHidden(Kind kind) {
        return hidden.contains(kind);
    }

    public List<Kind> shown() {
        return order.stream().filter(kind -> !isHidden(kind)).toList();
    }

    int weight(Kind kind) {
        return Math.max(1, kind.weight() + larger.getOrDefault(kind, 0));
    }

    /** Hides a pane, but never the last one. */
    public Arrangement without(Kind kind) {
        if (shown().size() <= 1) {
            return this;
        }
        var more = EnumSet.of(kind);
        more.addAll(hidden);
        return new Arrangement(order, more, larger);
    }

    public Arrangement with(Kind kind) {
        var fewer = EnumSet.noneOf(Kind.class);
        fewer.addAll(hidden);
        fewer.remove(kind);
        return new Arrangement(order, fewer, larger);
    }

    /** The pane one place earlier or later among those shown. */
    public Arrangement moved(Kind kind, int by) {
        var shown = shown();
        var to = shown.indexOf(kind) + by;
        if (to < 0 || to >= shown.size()) {
            return this;
        }
        var swapped = new ArrayList<>(order);
        Collections.swap(swapped, order.indexOf(kind), order.indexOf(shown.get(to)));
        return new Arrangement(swapped, hidden, larger);
    }

    public Arrangement resized(Kind kind, int by) {
        var sizes = new EnumMap<Kind, Integer>(Kind.class);
        sizes.putAll(larger);
        sizes.merge(kind, by, (before, change) -> bounded(before + change));
        return new Arrangement(order, hidden, sizes);
    }

    private static int bounded(int size) {
        return Math.max(-LARGEST, Math.min(LARGEST, size));
    }
}
