package sluice.app.desk;

import java.util.function.UnaryOperator;
import sluice.journal.Journal;
import sluice.net.Transport;

/**
 * What is put between a desk and what it stands on, such as something that watches or fails. Immutable.
 *
 * @param journal between it and its journal
 * @param transport between its venues and the network
 */
public record Footing(UnaryOperator<Journal> journal, UnaryOperator<Transport> transport) {

    /** Nothing. */
    public static final Footing PLAIN = new Footing(UnaryOperator.identity(), UnaryOperator.identity());
}
