package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Outlet;
import sluice.net.limit.Earliest;
import sluice.venue.FeeSchedule;
import sluice.venue.KeyRights;
import sluice.venue.VenueEvent;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.trade.reply.AccountObjects;

/**
 * Reads at the start what our key may do, all balances, positions and fees, until each is there, and the fees again now
 * and then. Confined to its session.
 */
final class AccountReads implements Due {

    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long FEES_EVERY_NANOS = Duration.ofHours(12).toNanos();

    private final Outlet outlet;
    private final Gate gate;
    private final Wire wire;
    private final Positions positions;
    private final List<Symbol> symbols;
    private final List<Chore> chores = new ArrayList<>();
    private Optional<KeyRights> rights = Optional.empty();

    AccountReads(Outlet outlet, Gate gate, Wire wire, Positions positions) {
        this.outlet = outlet;
        this.gate = gate;
        this.wire = wire;
        this.positions = positions;
        this.symbols = wire.objects().names().symbols();
    }

    /** Something to be read, and when. */
    private static final class Chore {

        private final Consumer<Chore> read;
        private OptionalLong dueNanos;

        private Chore(Consumer<Chore> read, long dueNanos) {
            this.read = read;
            this.dueNanos = OptionalLong.of(dueNanos);
        }
    }

    void begin() {
        add(this::takeRights);
        add(this::takeBalances);
        add(chore -> takePositions(chore, 0));
        add(chore -> takeFees(chore, categories(), new LinkedHashMap<>()));
    }

    private void add(Consumer<Chore> read) {
        chores.add(new Chore(read, outlet.nanos()));
    }

    @Override
    public void woken() {
        for (var chore : chores) {
            if (chore.dueNanos.isPresent() && outlet.nanos() >= chore.dueNanos.getAsLong()) {
                chore.dueNanos = OptionalLong.empty();
                chore.read.accept(chore);
            }
        }
    }

    @Override
    public OptionalLong nextNanos() {
        var next = new Earliest();
        chores.forEach(chore -> next.and(chore.dueNanos));
        return next.nanos();
    }

    private void takeRights(Chore chore) {
        ask(
                chore,
                Quota.KEY.read(Category.SPOT, at -> wire.reads().keyInfo(at)),
                done -> rights = Optional.of(AccountObjects.rights(done.body().in("result"))));
    }

    private void takeBalances(Chore chore) {
        ask(chore, Quota.WALLET.read(Category.SPOT, at -> wire.reads().wallet(at)), done -> {
            var balances = AccountObjects.balances(done.body().in("result").in("list"));
            outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), balances, outlet.stamp()));
        });
    }

    /** By symbol, since only then the venue shows the mode and the leverage of one that is flat. */
    private void takePositions(Chore chore, int next) {
        var perpetuals = wire.objects().names().symbols(Category.LINEAR);
        if (next < perpetuals.size()) {
            var symbol = perpetuals.get(next);
            ask(chore, Quota.POSITIONS.read(Category.LINEAR, at -> wire.reads().position(symbol, at)), done -> {
                positions.take(wire.account().positions(done.body().in("result").in("list")));
                takePositions(chore, next + 1);
            });
        }
    }

    /** Get Fee Rate: "symbol" is not required; a category at once, since five calls a second are answered. */
    private void takeFees(Chore chore, Deque<Category> left, Map<Symbol, FeeSchedule> known) {
        if (left.isEmpty()) {
            takeFeesOf(chore, new ArrayDeque<>(symbols), known);
            return;
        }
        var category = left.remove();
        ask(chore, Quota.FEES.read(category, at -> wire.reads().feeRates(category, at)), done -> {
            symbols.stream()
                    .filter(symbol -> Category.of(symbol) == category)
                    .forEach(symbol -> take(symbol, done, known));
            takeFees(chore, left, known);
        });
    }

    /** One by one those that their category's list did not have. */
    private void takeFeesOf(Chore chore, Deque<Symbol> left, Map<Symbol, FeeSchedule> known) {
        left.removeIf(known::containsKey);
        if (left.isEmpty()) {
            chore.dueNanos = OptionalLong.of(outlet.nanos() + FEES_EVERY_NANOS);
            outlet.emit(new VenueEvent.Listed(outlet.venue(), List.of(), List.copyOf(known.values()), outlet.stamp()));
            return;
        }
        var symbol = left.remove();
        ask(chore, Quota.FEES.read(Category.of(symbol), at -> wire.reads().feeRate(symbol, at)), done -> {
            take(symbol, done, known);
            takeFeesOf(chore, left, known);
        });
    }

    private static void take(Symbol symbol, Answer.Done done, Map<Symbol, FeeSchedule> known) {
        AccountObjects.fees(symbol, done.body().in("result")).ifPresent(fees -> known.put(symbol, fees));
    }

    private Deque<Category> categories() {
        return symbols.stream().map(Category::of).distinct().collect(Collectors.toCollection(ArrayDeque::new));
    }

    private void ask(Chore chore, Ask ask, Consumer<Answer.Done> then) {
        gate.soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                then.accept(done);
            } else {
                chore.dueNanos = OptionalLong.of(outlet.nanos() + AGAIN_NANOS);
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
