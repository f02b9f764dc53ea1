package sluice.engine.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.DeskEvent;
import sluice.order.ParentId;
import sluice.order.parent.Origin;

/**
 * Lines of batches that were noted as done, by batch and line number. Those that placed an order are known by their
 * order. Confined to the desk thread.
 */
public final class Lines {

    /**
     * A line that was done.
     *
     * @param next the first parent that was not there yet: what is placed since, the line did not see
     */
    public record Done(String key, ParentId next) {}

    private final Map<String, Done> lines = new LinkedHashMap<>();

    boolean apply(DeskEvent.Noted event, ParentId next) {
        event.origin().batchKey().ifPresent(key -> add(new Done(key, next)));
        return event.origin().batchKey().isPresent();
    }

    private void add(Done done) {
        lines.put(Origin.line(done.key()), done);
    }

    /** How the same line of the same batch was done, whatever it said then. */
    public Optional<Done> sameLine(String key) {
        return Optional.ofNullable(lines.get(Origin.line(key)));
    }

    List<Done> all() {
        return List.copyOf(lines.values());
    }

    void restore(List<Done> done) {
        done.forEach(this::add);
    }
}
