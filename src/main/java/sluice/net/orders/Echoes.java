package sluice.net.orders;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Events that come over two links while one replaces the other: each is heard once. Confined to its session. */
final class Echoes<E> {

    /** More than any account does in the seconds that two links overlap. */
    private static final int REMEMBERED = 1000;

    private final Map<Integer, Deque<E>> heard = new HashMap<>();

    /** Whether another link brought the same before, which then counts as heard from both. */
    boolean isEcho(int link, E event) {
        for (var others : heard.entrySet()) {
            if (others.getKey() != link && others.getValue().removeFirstOccurrence(event)) {
                return true;
            }
        }
        var own = heard.computeIfAbsent(link, any -> new ArrayDeque<>());
        own.addLast(event);
        if (own.size() > REMEMBERED) {
            own.removeFirst();
        }
        return false;
    }

    void forget() {
        heard.clear();
    }
}
