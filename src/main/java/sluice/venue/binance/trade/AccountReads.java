package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.venue.FeeSchedule;
import sluice.venue.VenueEvent;
import sluice.venue.binance.trade.reply.AccountObjects;

/** Reads all balances and our fees at the start, until both are there, and the fees again now and then. */
final class AccountReads {

    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long FEES_EVERY_NANOS = Duration.ofHours(12).toNanos();

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

    void woken() {
        if (isDue(balancesDue)) {
            balancesDue = OptionalLong.empty();
            takeBalances();
        }
        if (isDue(feesDue)) {
            feesDue = OptionalLong.empty();
            takeFees(0, new ArrayList<>());
        }
    }

    private boolean isDue(OptionalLong due) {
        return due.isPresent() && outlet.nanos() >= due.getAsLong();
    }

    private void takeBalances() {
        gate.soon(Ask.read(20, at -> wire.reads().account(at)), answer -> {
            if (answer instanceof Answer.Done done) {
                var balances = AccountObjects.balances(done.body());
                outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), balances, outlet.stamp()));
            } else {
                balancesDue = in(AGAIN_NANOS);
            }
        });
    }

    private void takeFees(int next, List<FeeSchedule> known) {
        if (next == symbols.size()) {
            feesDue = in(FEES_EVERY_NANOS);
            outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), known, outlet.stamp()));
            return;
        }
        var symbol = symbols.get(next);
        gate.soon(Ask.read(20, at -> wire.reads().commission(symbol, at)), answer -> {
            if (answer instanceof Answer.Done done) {
                known.add(AccountObjects.fees(symbol, done.body()));
                takeFees(next + 1, known);
            } else {
                feesDue = in(AGAIN_NANOS);
            }
        });
    }

    private OptionalLong in(long nanos) {
        return OptionalLong.of(outlet.nanos() + nanos);
    }

    OptionalLong nextNanos() {
        var both = balancesDue.isPresent() && feesDue.isPresent();
        if (both) {
            return OptionalLong.of(Math.min(balancesDue.getAsLong(), feesDue.getAsLong()));
        }
        return balancesDue.isPresent() ? balancesDue : feesDue;
    }
}
