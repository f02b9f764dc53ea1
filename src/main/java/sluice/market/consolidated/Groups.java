package sluice.market.consolidated;

import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;

/** The groups of the configuration; a symbol is in one of them at most. Immutable. */
public record Groups(List<Group> all) {

    public static final Groups NONE = new Groups(List.of());

    public Groups {
        all = List.copyOf(all);
    }

    public Optional<Group> of(Symbol symbol) {
        for (var group : all) {
            if (group.has(symbol)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }
}
