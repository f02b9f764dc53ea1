package sluice.simulation;

import java.time.Duration;
import java.util.function.UnaryOperator;
import sluice.engine.turn.Input;
import sluice.journal.Journal;
import sluice.net.Transport;

/**
 * What a run is made of, beside its seed. Immutable.
 *
 * @param trading how long the trader works while things go wrong
 * @param transport put between the adapter and the network: nothing, or a deliberate mistake
 * @param journal put between the desk and its journal, likewise
 * @param news put between the adapter and the desk, likewise
 */
record Plan(
        Duration trading,
        boolean stormy,
        UnaryOperator<Transport> transport,
        UnaryOperator<Journal> journal,
        UnaryOperator<Input> news) {

    static final Plan USUAL = new Plan(
            Duration.ofSeconds(20), true, UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    Plan withTransport(UnaryOperator<Transport> mistake) {
        return new Plan(trading, stormy, mistake, journal, news);
    }

    Plan withJournal(UnaryOperator<Journal> mistake) {
        return new Plan(trading, stormy, transport, mistake, news);
    }

    Plan withNews(UnaryOperator<Input> mistake) {
        return new Plan(trading, stormy, transport, journal, mistake);
    }
}
