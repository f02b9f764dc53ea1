package sluice.venue.coinbase.trade;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.orders.AccountSource.Read;
import sluice.order.position.Balance;
import sluice.venue.VenueEvent;
import sluice.venue.coinbase.trade.reply.AccountObjects;

/**
 * Reads all balances and our fees at the start, until both are there; the balances again after whatever may have moved
 * them, as no channel tells, and the fees now and then, as the tier follows our volume.
 */
final class AccountReads implements Due {

    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long SETTLED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long FEES_EVERY_NANOS = Duration.ofHours(1).toNanos();

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final List<Symbol> symbols;
    private OptionalLong balancesDue = OptionalLong.empty();
    private OptionalLong feesDue = OptionalLong.empty();

    AccountReads(Outlet outlet, Gate gate, Wire wire, List<Symbol> symbols) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.symbols = symbols;
    }

    void begin() {
        balancesDue = OptionalLong.of(outlet.nanos());
        feesDue = OptionalLong.of(outlet.nanos());
    }

    /** Something happened that moves money. */
    void moved() {
        if (balancesDue.isEmpty()) {
            balancesDue = OptionalLong.of(outlet.nanos() + SETTLED_NANOS);
        }
    }

    @Override
    public void woken() {
        if (isDue(balancesDue)) {
            balancesDue = OptionalLong.empty();
            read(new Read<>(
                    balances -> outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), balances, outlet.stamp())),
                    why -> balancesDue = in(AGAIN_NANOS)));
        }
        if (isDue(feesDue)) {
            feesDue = OptionalLong.empty();
            takeFees();
        }
    }

    private boolean isDue(OptionalLong due) {
        return due.isPresent() && outlet.nanos() >= due.getAsLong();
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

    private void takeFees() {
        gate.soon(Ask.read(1, at -> wire.reads().feeTier(at)), answer -> {
            if (answer instanceof Answer.Done done) {
                var fees = AccountObjects.fees(symbols, done.body());
                feesDue = in(FEES_EVERY_NANOS);
                outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), fees, outlet.stamp()));
            } else {
                feesDue = in(AGAIN_NANOS);
            }
        });
    }

    private OptionalLong in(long nanos) {
        return OptionalLong.of(outlet.nanos() + nanos);
    }

    @Override
    public OptionalLong nextNanos() {
        if (balancesDue.isPresent() && feesDue.isPresent()) {
            return OptionalLong.of(Math.min(balancesDue.getAsLong(), feesDue.getAsLong()));
        }
        return balancesDue.isPresent() ? balancesDue : feesDue;
    }
}
