package sluice.shell;

import java.util.List;
import java.util.Optional;
import sluice.market.Symbol;
import sluice.market.VenueId;

/** A command of the table, once its words are parsed into it: it asks the desk, and says what came of it. */
public interface ShellCommand {

    Outcome run();

    /**
     * Looks at everything that can be known to be wrong without sending anything.
     *
     * @throws UnusableInputException for what is wrong
     */
    default void check() {}

    /** Whether it only looks, so that it may be run over and over. */
    default boolean onlyLooks() {
        return false;
    }

    /** The venues without which it cannot work; empty where any will do. */
    default List<VenueId> venues() {
        return List.of();
    }

    /** What it prices by its book, for which it waits in a run that has just begun; empty for nothing. */
    default Optional<Symbol> priced() {
        return Optional.empty();
    }
}
