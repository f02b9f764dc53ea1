package sluice.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import sluice.engine.turn.Input;
import sluice.journal.Journal;
import sluice.journal.MemoryJournal;
import sluice.journal.SimulatedDisk;
import sluice.net.Transport;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/**
 * What a run is made of, beside its seed. Immutable.
 *
 * @param cast who plays
 * @param limits what the desk is to keep to; close enough to be met
 * @param trading how long the trader works at most, whatever the tempo of the cast
 * @param store opens the journal, anew for each life of the desk
 * @param transport put between the adapters and the network: nothing, or a deliberate mistake
 * @param journal put between the desk and its journal, likewise
 * @param news put between the adapters and the desk, likewise
 */
record Plan(
        Cast cast,
        Limits limits,
        Duration trading,
        Function<SimulatedDisk, Journal> store,
        UnaryOperator<Transport> transport,
        UnaryOperator<Journal> journal,
        Function<Input, List<Input>> news) {

    static final Plan USUAL = new Plan(
            Cast.BINANCE,
            Limits.simulated().with(LimitKey.POSITION_MAX_QTY, BigDecimal.valueOf(5)),
            Duration.ofMinutes(10),
            MemoryJournal::new,
            UnaryOperator.identity(),
            UnaryOperator.identity(),
            List::of);

    Plan on(Cast other) {
        return new Plan(other, limits, trading, store, transport, journal, news);
    }

    Plan trading(Duration time) {
        return new Plan(cast, limits, time, store, transport, journal, news);
    }

    Plan withStore(Function<SimulatedDisk, Journal> other) {
        return new Plan(cast, limits, trading, other, transport, journal, news);
    }

    Plan withTransport(UnaryOperator<Transport> mistake) {
        return new Plan(cast, limits, trading, store, mistake, journal, news);
    }

    Plan withJournal(UnaryOperator<Journal> mistake) {
        return new Plan(cast, limits, trading, store, transport, mistake, news);
    }

    Plan withNews(Function<Input, List<Input>> mistake) {
        return new Plan(cast, limits, trading, store, transport, journal, mistake);
    }
}
