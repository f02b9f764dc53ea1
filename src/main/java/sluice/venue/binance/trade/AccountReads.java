package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.List;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.gate.Timers;
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
final class AccountReads {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration FEES_AFTER = Duration.ofSeconds(5);
    private static final Duration FEE_PACE = Duration.ofMillis(500);
    private static final Duration FEES_EVERY = Duration.ofHours(12);

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final List<Symbol> symbols;
    private final Timers timers;
    private final Timers.Timer balances;
    private final Timers.Timer fees;
    private int next;

    AccountReads(Outlet outlet, Gate gate, Wire wire, List<Symbol> symbols) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.symbols = symbols;
        timers = new Timers(outlet);
        balances = timers.add(this::takeBalances);
        fees = timers.add(this::takeFee);
    }

    void begin() {
        balances.in(Duration.ZERO);
    }

    Due due() {
        return timers;
    }

    private void takeBalances(Timers.Timer timer) {
        gate.soon(Ask.read(20, at -> wire.reads().account(at)), answer -> {
            if (answer instanceof Answer.Done done) {
                outlet.emit(new VenueEvent.BalancesChanged(
                        outlet.venue(), AccountObjects.balances(done.body()), outlet.stamp()));
                standing(done.body());
            } else {
                timer.in(AGAIN);
            }
        });
    }

    private void standing(Fields account) {
        var standing = symbols.stream()
                .flatMap(symbol -> AccountObjects.standing(symbol, account).stream())
                .toList();
        if (!standing.isEmpty()) {
            tell(standing);
        }
        if (!symbols.isEmpty()) {
            fees.in(standing.isEmpty() ? Duration.ZERO : FEES_AFTER);
        }
    }

    private void takeFee(Timers.Timer timer) {
        var symbol = symbols.get(next);
        gate.soon(Ask.read(20, at -> wire.reads().commission(symbol, at)), answer -> {
            if (answer instanceof Answer.Done done) {
                tell(List.of(AccountObjects.fees(symbol, done.body())));
                next = (next + 1) % symbols.size();
                timer.in(next == 0 ? FEES_EVERY : FEE_PACE);
            } else {
                timer.in(AGAIN);
            }
        });
    }

    private void tell(List<FeeSchedule> known) {
        outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), known, outlet.stamp()));
    }
}
