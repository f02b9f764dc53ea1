package sluice.net.limit;

/** How many of the last so many went wrong. Confined to its breaker. */
final class Share {

    private final boolean[] bad;
    private int seen;
    private int count;

    Share(int window) {
        bad = new boolean[window];
    }

    void add(boolean isBad) {
        int at = seen % bad.length;
        if (seen >= bad.length && bad[at]) {
            count--;
        }
        bad[at] = isBad;
        count += isBad ? 1 : 0;
        seen = seen + 1 == 2 * bad.length ? bad.length : seen + 1;
    }

    /** Never before the window is full. */
    boolean isOver(int percent) {
        return seen >= bad.length && count * 100 >= percent * bad.length;
    }

    void forget() {
        seen = 0;
        count = 0;
    }

    String words() {
        return count + " of the last " + Math.min(seen, bad.length);
    }
}
