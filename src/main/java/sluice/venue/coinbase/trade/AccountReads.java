package sluice.venue.coinbase.trade;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.gate.Timers;
import sluice.net.orders.AccountSource.Read;
import sluice.order.position.Balance;
import sluice.venue.VenueEvent;
import sluice.venue.coinbase.trade.reply.AccountObjects;

/**
 * Reads all balances and our fees at the start, until both are there; the balances again after whatever may have moved
 * them, as no channel tells, and the fees now and then, as the tier follows our volume.
 */
final class AccountReads {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration SETTLED = Duration.ofSeconds(1);
    private static final Duration FEES_EVERY = Duration.ofHours(1);

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final List<Symbol> symbols;
    private final Timers timers;
    private final Timers.Timer balances;
    private final Timers.Timer fees;

    AccountReads(Outlet outlet, Gate gate, Wire wire, List<Symbol> symbols) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.symbols = symbols;
        timers = new Timers(outlet);
        balances = timers.add(this::takeBalances);
        fees = timers.add(this::takeFees);
    }

    void begin() {
        balances.in(Duration.ZERO);
        fees.in(Duration.ZERO);
    }

    /** Something happened that moves money. */
    void moved() {
        if (!balances.isSet()) {
            balances.in(SETTLED);
        }
    }

    Due due() {
        return timers;
    }

    private void takeBalances(Timers.Timer timer) {
        read(new Read<>(
                known -> outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), known, outlet.stamp())),
                why -> timer.in(AGAIN)));
    }

    /** All balances, page by page. */
    void read(Read<List<Balance>> then) {
        read("", new LinkedHashMap<>(), then);
    }

    private void read(String cursor, Map<String, Balance> known, Read<List<Balance>> then) {
        gate.soon(Ask.read(1, at -> wire.reads().accounts(cursor, at)), answer -> {
            if (!(answer instanceof Answer.Done done)) {
                then.failed().accept(answer.why());
                return;
            }
            AccountObjects.page(done.body()).forEach(row -> known.merge(row.asset(), row, AccountReads::sum));
            var next = AccountObjects.next(done.body());
            if (next.isEmpty() || next.equals(cursor)) {
                then.brought().accept(new ArrayList<>(known.values()));
            } else {
                read(next, known, then);
            }
        });
    }

    /** Several accounts may hold the same asset. */
    private static Balance sum(Balance one, Balance other) {
        BigDecimal free = one.free().add(other.free());
        return new Balance(one.asset(), free, one.locked().add(other.locked()));
    }

    private void takeFees(Timers.Timer timer) {
        gate.soon(Ask.read(1, at -> wire.reads().feeTier(at)), answer -> {
            if (answer instanceof Answer.Done done) {
                var known = AccountObjects.fees(symbols, done.body());
                timer.in(FEES_EVERY);
                outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), known, outlet.stamp()));
            } else {
                timer.in(AGAIN);
            }
        });
    }
}
