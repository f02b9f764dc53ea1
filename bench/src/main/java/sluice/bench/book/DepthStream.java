package sluice.bench.book;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A Binance-like depth stream from a seed: a snapshot of 1000 levels a side, then combined-stream frames of 5 to 60
 * changes, and the book that is right after the last.
 *
 * <p>Prices are ticks of 0.01 and quantities lots of 0.00001. Levels appear at an exponential distance of 2500 ticks on
 * average, disappear anywhere, change mostly near the touch; one change in a hundred deletes what is not there. The
 * touch walks, and sometimes jumps.
 */
final class DepthStream {

    private static final int LEVELS = 1000;
    private static final int MEAN_DISTANCE = 2500;
    private static final int HOME = 6_000_000;

    private final SplittableRandom random;
    private final Side bids = new Side(-1);
    private final Side asks = new Side(1);
    private final StringBuilder text = new StringBuilder(256);
    private final byte[][] frames;
    private final String snapshot;
    private int touch = HOME;
    private long id = 64_000_000_000L;
    private long changes;

    DepthStream(long seed, int messages) {
        random = new SplittableRandom(seed);
        while (bids.size < LEVELS) {
            bids.set(-(touch - 1 - distance()), quantity());
        }
        while (asks.size < LEVELS) {
            asks.set(touch + distance(), quantity());
        }
        snapshot = "{\"lastUpdateId\":" + id + ",\"bids\":" + bids.json() + ",\"asks\":" + asks.json() + "}";
        frames = new byte[messages][];
        for (int i = 0; i < messages; i++) {
            frames[i] = next();
        }
    }

    String snapshot() {
        return snapshot;
    }

    byte[][] frames() {
        return frames;
    }

    /** Level changes in all frames. */
    long changes() {
        return changes;
    }

    /** All bids high to low, then all asks low to high, a line each. */
    String rightBook() {
        return bids.text("b") + asks.text("a");
    }

    private byte[] next() {
        walk();
        var someBids = new Side(-1);
        var someAsks = new Side(1);
        int wanted = Math.min(60, 5 + (int) (56 * Math.pow(random.nextDouble(), 1.6)));
        runOver(bids, someBids, -(touch - 1));
        runOver(asks, someAsks, touch);
        while (someBids.size + someAsks.size < wanted) {
            boolean bid = random.nextBoolean();
            change(bid ? bids : asks, bid ? someBids : someAsks, bid ? -(touch - 1) : touch);
        }
        changes += someBids.size + someAsks.size;
        long first = id + 1;
        id += someBids.size + someAsks.size + random.nextInt(20);
        text.setLength(0);
        text.append("{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1767225600000,")
                .append("\"s\":\"BTCUSDT\",\"U\":")
                .append(first)
                .append(",\"u\":")
                .append(id)
                .append(",\"b\":")
                .append(someBids.json())
                .append(",\"a\":")
                .append(someAsks.json())
                .append("}}");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void walk() {
        touch += random.nextInt(7) - 3;
        if (random.nextInt(200) == 0) {
            touch += random.nextInt(101) - 50;
        }
        touch -= Integer.signum((touch - HOME) / 200_000) * 2;
    }

    /** Deletes what the touch has passed. */
    private static void runOver(Side side, Side some, int best) {
        while (side.size > 0 && side.keys[0] < best) {
            some.keep(side.keys[0], 0);
            side.set(side.keys[0], 0);
        }
    }

    private void change(Side side, Side some, int best) {
        int dice = random.nextInt(1000);
        int inserts = Math.max(50, Math.min(400, 225 + (LEVELS - side.size) / 2));
        int deletes = Math.max(50, Math.min(400, 225 - (LEVELS - side.size) / 2));
        int key;
        int quantity;
        if (dice < inserts) {
            key = best + distance();
            quantity = side.has(key) ? 0 : quantity();
            if (quantity == 0) {
                return;
            }
        } else if (dice < inserts + deletes) {
            key = side.keys[random.nextInt(side.size)];
            quantity = 0;
        } else if (dice < 990) {
            key = side.keys[Math.min(side.size - 1, exponential(60))];
            quantity = quantity();
        } else {
            key = best + 20_000 + random.nextInt(50_000);
            quantity = 0;
        }
        if (!some.has(key)) {
            some.keep(key, quantity);
            side.set(key, quantity);
        }
    }

    private int distance() {
        return exponential(MEAN_DISTANCE);
    }

    private int exponential(int mean) {
        return (int) (-Math.log(1 - random.nextDouble()) * mean);
    }

    /** Dust, common, large and walls. */
    private int quantity() {
        int dice = random.nextInt(100);
        if (dice < 35) {
            return 1 + random.nextInt(1000);
        }
        if (dice < 85) {
            return 100 + random.nextInt(60_000);
        }
        return dice < 98 ? 10_000 + random.nextInt(500_000) : 500_000 + random.nextInt(9_000_000);
    }

    /** Levels by key, the best first; a key is the price, negative for bids. */
    private static final class Side {

        private final int sign;
        private int[] keys = new int[64];
        private int[] quantities = new int[64];
        private int size;

        Side(int sign) {
            this.sign = sign;
        }

        boolean has(int key) {
            return Arrays.binarySearch(keys, 0, size, key) >= 0;
        }

        void set(int key, int quantity) {
            int at = Arrays.binarySearch(keys, 0, size, key);
            if (at >= 0 && quantity == 0) {
                System.arraycopy(keys, at + 1, keys, at, size - at - 1);
                System.arraycopy(quantities, at + 1, quantities, at, size - at - 1);
                size--;
            } else if (at >= 0) {
                quantities[at] = quantity;
            } else if (quantity != 0) {
                keep(key, quantity);
            }
        }

        /** Inserts a key that is not there, also without a quantity. */
        void keep(int key, int quantity) {
            int at = -Arrays.binarySearch(keys, 0, size, key) - 1;
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                quantities = Arrays.copyOf(quantities, 2 * size);
            }
            System.arraycopy(keys, at, keys, at + 1, size - at);
            System.arraycopy(quantities, at, quantities, at + 1, size - at);
            keys[at] = key;
            quantities[at] = quantity;
            size++;
        }

        String json() {
            var json = new StringBuilder("[");
            for (int i = 0; i < size; i++) {
                json.append(i == 0 ? "[\"" : ",[\"")
                        .append(price(i))
                        .append("\",\"")
                        .append(quantity(i))
                        .append("\"]");
            }
            return json.append(']').toString();
        }

        String text(String name) {
            var lines = new StringBuilder();
            for (int i = 0; i < size; i++) {
                lines.append(name)
                        .append(' ')
                        .append(Books.plain(price(i)))
                        .append(' ')
                        .append(Books.plain(quantity(i)))
                        .append('\n');
            }
            return lines.toString();
        }

        private String price(int i) {
            int px = sign * keys[i];
            return px / 100 + "." + String.valueOf(100 + px % 100).substring(1);
        }

        private String quantity(int i) {
            return quantities[i] / 100_000 + "." + String.valueOf(100_000 + quantities[i] % 100_000).substring(1);
        }
    }
}
