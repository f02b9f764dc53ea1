package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.gate.Timers;
import sluice.venue.FeeSchedule;
import sluice.venue.KeyRights;
import sluice.venue.VenueEvent;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.trade.reply.AccountObjects;

/**
 * Reads at the start what our key may do, all balances, positions and fees, until each is there, and the fees again now
 * and then. Confined to its session.
 */
final class AccountReads {

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration FEES_EVERY = Duration.ofHours(12);

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Positions positions;
    private final List<Symbol> symbols;
    private final Timers timers;
    private Optional<KeyRights> rights = Optional.empty();

    AccountReads(Outlet outlet, Gate gate, Wire wire, Positions positions) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.positions = positions;
        this.symbols = wire.objects().names().symbols();
        timers = new Timers(outlet);
    }

    void begin() {
        add(this::takeRights);
        add(this::takeBalances);
        add(timer -> takePositions(timer, 0));
        add(timer -> takeFees(timer, categories(), new LinkedHashMap<>()));
    }

    private void add(Consumer<Timers.Timer> read) {
        timers.add(read).in(Duration.ZERO);
    }

    Due due() {
        return timers;
    }

    private void takeRights(Timers.Timer timer) {
        ask(
                timer,
                Quota.KEY.read(Category.SPOT, at -> wire.reads().keyInfo(at)),
                done -> rights = Optional.of(AccountObjects.rights(done.body().in("result"))));
    }

    private void takeBalances(Timers.Timer timer) {
        ask(timer, Quota.WALLET.read(Category.SPOT, at -> wire.reads().wallet(at)), done -> {
            var balances = AccountObjects.balances(done.body().in("result").in("list"));
            outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), balances, outlet.stamp()));
        });
    }

    /** By symbol, since only then the venue shows the mode and the leverage of one that is flat. */
    private void takePositions(Timers.Timer timer, int next) {
        var perpetuals = wire.objects().names().symbols(Category.LINEAR);
        if (next < perpetuals.size()) {
            var symbol = perpetuals.get(next);
            ask(timer, Quota.POSITIONS.read(Category.LINEAR, at -> wire.reads().position(symbol, at)), done -> {
                positions.take(wire.account().positions(done.body().in("result").in("list")));
                takePositions(timer, next + 1);
            });
        }
    }

    /** Get Fee Rate: "symbol" is not required; a category at once, since five calls a second are answered. */
    private void takeFees(Timers.Timer timer, Deque<Category> left, Map<Symbol, FeeSchedule> known) {
        if (left.isEmpty()) {
            takeFeesOf(timer, new ArrayDeque<>(symbols), known);
            return;
        }
        var category = left.remove();
        ask(timer, Quota.FEES.read(category, at -> wire.reads().feeRates(category, at)), done -> {
            symbols.stream()
                    .filter(symbol -> Category.of(symbol) == category)
                    .forEach(symbol -> take(symbol, done, known));
            takeFees(timer, left, known);
        });
    }

    /** One by one those that their category's list did not have. */
    private void takeFeesOf(Timers.Timer timer, Deque<Symbol> left, Map<Symbol, FeeSchedule> known) {
        left.removeIf(known::containsKey);
        if (left.isEmpty()) {
            timer.in(FEES_EVERY);
            outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), List.copyOf(known.values()), outlet.stamp()));
            return;
        }
        var symbol = left.remove();
        ask(timer, Quota.FEES.read(Category.of(symbol), at -> wire.reads().feeRate(symbol, at)), done -> {
            take(symbol, done, known);
            takeFeesOf(timer, left, known);
        });
    }

    private static void take(Symbol symbol, Answer.Done done, Map<Symbol, FeeSchedule> known) {
        AccountObjects.fees(symbol, done.body().in("result")).ifPresent(fees -> known.put(symbol, fees));
    }

    private Deque<Category> categories() {
        return symbols.stream().map(Category::of).distinct().collect(Collectors.toCollection(ArrayDeque::new));
    }

    private void ask(Timers.Timer timer, Ask ask, Consumer<Answer.Done> then) {
        gate.soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                then.accept(done);
            } else {
                timer.in(AGAIN);
            }
        });
    }

    /** Why the account may not trade; empty while nothing is known against it. */
    Optional<String> obstacle() {
        return rights.filter(KeyRights::withdraws)
                .map(any -> "the API key for " + outlet.venue()
                        + " may withdraw, and such a key is not used; make one there that may only trade");
    }
}
