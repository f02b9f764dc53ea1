package sluice.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import sluice.market.book.DepthSink;

/**
 * What a market does, from a seed: a book of 1000 levels a side, then messages of 1 to 40 changes that may be played
 * round and round, since the two sides never meet. Immutable.
 *
 * <p>Levels lie 2500 ticks of 0.01 from the touch on average, and change mostly near it.
 */
final class Tape {

    private static final int LEVELS = 1000;
    private static final int MEAN_DISTANCE = 2500;
    private static final int TOUCH = 6_000_000;
    private static final int MEAN_CHANGES = 8;
    private static final int MOST_CHANGES = 40;

    /** One change, prices in ticks of 0.01 and quantities in lots of 0.00001. */
    record Level(boolean isBid, long px, long qty) {

        String pxText() {
            return decimal(px, 2);
        }

        String qtyText() {
            return decimal(qty, 5);
        }

        private static String decimal(long units, int scale) {
            long one = (long) Math.pow(10, scale);
            return units / one + "." + String.valueOf(one + units % one).substring(1);
        }
    }

    private final SplittableRandom random;
    private final TreeMap<Integer, Long> bids = new TreeMap<>();
    private final TreeMap<Integer, Long> asks = new TreeMap<>();
    private final List<Level> snapshot = new ArrayList<>();
    private final List<List<Level>> messages = new ArrayList<>();

    Tape(long seed, int length) {
        random = new SplittableRandom(seed);
        fill(bids, true);
        fill(asks, false);
        for (int i = 0; i < length; i++) {
            messages.add(message());
        }
    }

    List<Level> snapshot() {
        return snapshot;
    }

    List<List<Level>> messages() {
        return messages;
    }

    static void fill(DepthSink sink, List<Level> levels) {
        sink.begin(2, 5);
        for (var level : levels) {
            (level.isBid ? sink.bids() : sink.asks()).add(level.px, level.qty);
        }
    }

    private void fill(TreeMap<Integer, Long> side, boolean isBid) {
        while (side.size() < LEVELS) {
            int distance = exponential(MEAN_DISTANCE);
            if (side.putIfAbsent(distance, quantity()) == null) {
                snapshot.add(level(isBid, distance, side.get(distance)));
            }
        }
    }

    private List<Level> message() {
        var changes = new ArrayList<Level>();
        int wanted = Math.min(MOST_CHANGES, 1 + exponential(MEAN_CHANGES));
        for (int i = 0; i < wanted; i++) {
            boolean isBid = random.nextBoolean();
            changes.add(change(isBid ? bids : asks, isBid));
        }
        return changes;
    }

    private Level change(TreeMap<Integer, Long> side, boolean isBid) {
        int dice = random.nextInt(100);
        int distance = dice < 50
                ? List.copyOf(side.keySet()).get(Math.min(side.size() - 1, exponential(60)))
                : exponential(MEAN_DISTANCE);
        boolean isDeleted = dice >= 75 && side.size() > LEVELS - 50 || side.size() > LEVELS + 50;
        if (isDeleted && dice >= 50) {
            distance = side.ceilingKey(Math.min(distance, side.lastKey()));
        }
        long qty = isDeleted && dice >= 50 ? 0 : quantity();
        if (qty == 0) {
            side.remove(distance);
        } else {
            side.put(distance, qty);
        }
        return level(isBid, distance, qty);
    }

    private static Level level(boolean isBid, int distance, long qty) {
        return new Level(isBid, isBid ? TOUCH - 1 - distance : TOUCH + distance, qty);
    }

    private int exponential(int mean) {
        return (int) (-Math.log(1 - random.nextDouble()) * mean);
    }

    private long quantity() {
        return 1 + random.nextInt(500_000);
    }
}
