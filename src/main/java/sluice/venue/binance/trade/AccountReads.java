package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.text.Fields;
import sluice.venue.FeeSchedule;
import sluice.venue.VenueEvent;
import sluice.venue.binance.trade.reply.AccountObjects;

/**
 * Reads all balances and the account's standing fees at the start, until they are there; then each symbol's own fees,
 * one after the other, and again now and then.
 *
 * <p>Those wait a while, since each costs as much as the whole account, and a program that runs for one command would
 * spend the address's weight on fees that it never pays.
 */
final class AccountReads implements Due {

    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long FEES_AFTER_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long FEE_PACE_NANOS = Duration.ofMillis(500).toNanos();
    private static final long FEES_EVERY_NANOS = Duration.ofHours(12).toNanos();

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final List<Symbol> symbols;
    private OptionalLong balancesDue = OptionalLong.empty();
    private OptionalLong feesDue = OptionalLong.empty();
    private int next;

    AccountReads(Outlet outlet, Gate gate, Wire wire, List<Symbol> symbols) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.symbols = symbols;
    }

    void begin() {
        balancesDue = OptionalLong.of(outlet.nanos());
    }

    @Override
    public void woken() {
        if (isDue(balancesDue)) {
            balancesDue = OptionalLong.empty();
            takeBalances();
        }
        if (isDue(feesDue)) {
            feesDue = OptionalLong.empty();
            takeFee();
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
                standing(done.body());
            } else {
                balancesDue = in(AGAIN_NANOS);
            }
        });
    }

    private void standing(Fields account) {
        var fees = symbols.stream()
                .flatMap(symbol -> AccountObjects.standing(symbol, account).stream())
                .toList();
        if (!fees.isEmpty()) {
            tell(fees);
        }
        feesDue = symbols.isEmpty() ? OptionalLong.empty() : in(fees.isEmpty() ? 0 : FEES_AFTER_NANOS);
    }

    private void takeFee() {
        var symbol = symbols.get(next);
        gate.soon(Ask.read(20, at -> wire.reads().commission(symbol, at)), answer -> {
            if (answer instanceof Answer.Done done) {
                tell(List.of(AccountObjects.fees(symbol, done.body())));
                next = (next + 1) % symbols.size();
                feesDue = in(next == 0 ? FEES_EVERY_NANOS : FEE_PACE_NANOS);
            } else {
                feesDue = in(AGAIN_NANOS);
            }
        });
    }

    private void tell(List<FeeSchedule> fees) {
        outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), fees, outlet.stamp()));
    }

    private OptionalLong in(long nanos) {
        return OptionalLong.of(outlet.nanos() + nanos);
    }

    @Override
    public OptionalLong nextNanos() {
        var both = balancesDue.isPresent() && feesDue.isPresent();
        if (both) {
            return OptionalLong.of(Math.min(balancesDue.getAsLong(), feesDue.getAsLong()));
        }
        return balancesDue.isPresent() ? balancesDue : feesDue;
    }
}
