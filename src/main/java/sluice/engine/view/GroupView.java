package sluice.engine.view;

import java.util.List;
import sluice.market.consolidated.Group;

/** A group of the configuration. Immutable. {@code apart} says which symbols are no part of its market now, and why. */
public record GroupView(Group group, List<String> apart) {

    public GroupView {
        apart = List.copyOf(apart);
    }
}
