package sluice.sim.front.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.sim.ExchangeListener;
import sluice.sim.Print;

/** The newest public trades of every symbol. Confined to the simulator's thread. */
public final class Tape implements ExchangeListener {

    private static final int KEPT = 1_000;

    private final Map<String, Deque<Print>> prints = new HashMap<>();

    @Override
    public void printed(Print print) {
        var newest = prints.computeIfAbsent(print.symbol(), symbol -> new ArrayDeque<>());
        if (newest.size() == KEPT) {
            newest.removeFirst();
        }
        newest.addLast(print);
    }

    /** The newest, oldest first. */
    public List<Print> last(String symbol, int limit) {
        var all = new ArrayList<>(prints.getOrDefault(symbol, new ArrayDeque<>()));
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    public Optional<Print> last(String symbol) {
        return Optional.ofNullable(prints.get(symbol)).map(Deque::peekLast);
    }
}
