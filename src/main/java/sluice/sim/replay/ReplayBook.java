package sluice.sim.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.LevelChange;
import sluice.sim.Picture;

/** One recorded book as it stands at the moment the recording is at. Confined to the simulator's thread. */
final class ReplayBook {

    /** What changed, under the numbers the update has here. */
    record Applied(long first, long last, List<LevelChange> changes) {}

    private static final int REMEMBERED = 2_000;

    private final String symbol;
    private final Map<Px, Qty> bids = new TreeMap<>(Collections.reverseOrder());
    private final Map<Px, Qty> asks = new TreeMap<>();
    private final List<Depth> early = new ArrayList<>();
    private long last;
    private boolean begun;

    ReplayBook(String symbol) {
        this.symbol = symbol;
    }

    private Map<Px, Qty> levels(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** What the frame changed; a snapshot that is older than the book, or a change of before it, changes nothing. */
    List<Applied> apply(Depth depth) {
        if (depth.isSnapshot()) {
            return snapshot(depth);
        }
        if (!begun) {
            remember(depth);
            return List.of();
        }
        return diff(depth).map(List::of).orElse(List.of());
    }

    /** Numbered diffs of before the first snapshot may go beyond it. */
    private void remember(Depth depth) {
        if (depth.isNumbered() && early.size() < REMEMBERED) {
            early.add(depth);
        }
    }

    private List<Applied> snapshot(Depth depth) {
        if (begun && depth.isNumbered() && depth.last() <= last) {
            return List.of();
        }
        var changes = replaced(depth.levels());
        var first = begun ? last + 1 : Math.max(1, depth.last());
        last = Math.max(depth.last(), first);
        begun = true;
        var applied = new ArrayList<Applied>();
        applied.add(new Applied(first, last, changes));
        early.forEach(diff -> diff(diff).ifPresent(applied::add));
        early.clear();
        return applied;
    }

    private Optional<Applied> diff(Depth depth) {
        if (depth.isNumbered() && depth.last() <= last) {
            return Optional.empty();
        }
        depth.levels().forEach(this::set);
        var first = last + 1;
        last = depth.isNumbered() ? depth.last() : first;
        return Optional.of(new Applied(first, last, depth.levels()));
    }

    /** Puts the levels in place of all there are; what that changes. */
    private List<LevelChange> replaced(List<LevelChange> levels) {
        var changes = new ArrayList<LevelChange>();
        for (var side : Side.values()) {
            var wanted = new TreeMap<Px, Qty>();
            levels.stream().filter(level -> level.side() == side).forEach(level -> wanted.put(level.px(), level.qty()));
            levels(side).keySet().stream()
                    .filter(px -> !wanted.containsKey(px))
                    .forEach(px -> changes.add(new LevelChange(side, px, Qty.ZERO)));
            wanted.forEach((px, qty) -> changes.add(new LevelChange(side, px, qty)));
        }
        changes.forEach(this::set);
        return changes;
    }

    private void set(LevelChange level) {
        var side = levels(level.side());
        if (level.qty().isZero()) {
            side.remove(level.px());
        } else {
            side.put(level.px(), level.qty());
        }
    }

    Picture picture(int depth) {
        return new Picture(symbol, last, levels(Side.BUY, depth), levels(Side.SELL, depth));
    }

    private List<Level> levels(Side side, int depth) {
        return levels(side).entrySet().stream()
                .limit(depth)
                .map(entry -> new Level(entry.getKey(), entry.getValue()))
                .toList();
    }
}
