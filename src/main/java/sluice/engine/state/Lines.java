package sluice.engine.state;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.order.parent.Origin;

/**
 * Lines of batches that were noted as done, by batch and line number. Those that placed an order are known by their
 * order. Confined to the desk thread.
 */
public final class Lines {

    private final Map<String, String> keys = new LinkedHashMap<>();

    boolean apply(DeskEvent.Noted event) {
        event.origin().batchKey().ifPresent(this::add);
        return event.origin().batchKey().isPresent();
    }

    private void add(String key) {
        keys.put(Origin.line(key), key);
    }

    /** The key that the same line of the same batch was done under, whatever the line said then. */
    public Optional<String> sameLine(String key) {
        return Optional.ofNullable(keys.get(Origin.line(key)));
    }

    Collection<String> all() {
        return keys.values();
    }

    void restore(List<String> done) {
        done.forEach(this::add);
    }
}
