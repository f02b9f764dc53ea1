package sluice.venue.binance.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.orders.AccountSource;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.binance.trade.reply.AccountObjects;

/**
 * The account as a mass status reads it: trades by symbol, open orders too where that costs less than all at once.
 *
 * <p>Trades of a symbol cost as much as the whole account. The second look, which is for what happened during the
 * first, leaves out symbols without a trade and without an open order: what begins there now is told on the private
 * stream, which was up before.
 */
final class BinanceAccount implements AccountSource {

    /** Current open orders: "Weight: 6 for a single symbol; 80 when the symbol parameter is omitted". */
    private static final int OPEN_OF_ONE = 6;

    private static final int OPEN_OF_ALL = 80;

    private static final Duration FURTHEST_BACK = Duration.ofDays(30);

    private final Gate gate;
    private final Wire wire;
    private final Lookups lookups;
    private final Instant since;
    private final Set<Symbol> symbols;
    private final List<TradeHistory> histories;
    private final Set<Symbol> open = new HashSet<>();
    private boolean looked;

    BinanceAccount(
            Gate gate,
            Wire wire,
            Lookups lookups,
            VenueCommand.OrderMassStatusRequest command,
            Collection<Symbol> configured) {
        this.gate = gate;
        this.wire = wire;
        this.lookups = lookups;
        var furthest = gate.venueNow().minus(FURTHEST_BACK);
        this.since = command.since().isBefore(furthest) ? furthest : command.since();
        this.symbols = new LinkedHashSet<>(configured);
        command.ours().forEach(order -> {
            symbols.add(order.symbol());
            open.add(order.symbol());
        });
        this.histories = symbols.stream()
                .map(symbol -> new TradeHistory(gate, wire, symbol, since))
                .toList();
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public void openOrders(Read<List<VenueOrder>> told) {
        var then = new Read<List<VenueOrder>>(
                orders -> {
                    orders.forEach(order -> open.add(order.terms().symbol()));
                    told.brought().accept(orders);
                },
                told.failed());
        if (symbols.size() * OPEN_OF_ONE < OPEN_OF_ALL) {
            openOrders(new ArrayDeque<>(symbols), new ArrayList<>(), then);
        } else {
            ask(
                    Ask.read(OPEN_OF_ALL, at -> wire.reads().openOrders(Optional.empty(), at)),
                    then,
                    done -> wire.objects().orders(done.body()));
        }
    }

    private void openOrders(Deque<Symbol> left, List<VenueOrder> known, Read<List<VenueOrder>> then) {
        if (left.isEmpty()) {
            then.brought().accept(known);
            return;
        }
        var symbol = left.remove();
        var page = new Read<List<VenueOrder>>(
                orders -> {
                    known.addAll(orders);
                    openOrders(left, known, then);
                },
                then.failed());
        ask(
                Ask.read(OPEN_OF_ONE, at -> wire.reads().openOrders(Optional.of(symbol), at)),
                page,
                done -> wire.objects().orders(done.body()));
    }

    @Override
    public void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        lookups.look(order, then);
    }

    @Override
    public void fills(Read<List<VenueFill>> then) {
        var all = !looked;
        looked = true;
        fetch(
                histories.stream()
                        .filter(history -> all || isActive(history))
                        .collect(Collectors.toCollection(ArrayDeque::new)),
                then);
    }

    private boolean isActive(TradeHistory history) {
        return open.contains(history.symbol()) || !history.fills().isEmpty();
    }

    private void fetch(Deque<TradeHistory> left, Read<List<VenueFill>> then) {
        if (left.isEmpty()) {
            var fills = new ArrayList<VenueFill>();
            histories.forEach(history -> fills.addAll(history.fills()));
            then.brought().accept(fills);
            return;
        }
        left.remove().fetch(answer -> {
            if (answer instanceof Answer.Done) {
                fetch(left, then);
            } else {
                then.failed().accept(answer.why());
            }
        });
    }

    @Override
    public void balances(Read<List<Balance>> then) {
        ask(Ask.read(20, at -> wire.reads().account(at)), then, done -> AccountObjects.balances(done.body()));
    }

    /** Spot has none. */
    @Override
    public void positions(Read<List<VenuePosition>> then) {
        then.brought().accept(List.of());
    }

    private <T> void ask(Ask ask, Read<T> then, Function<Answer.Done, T> read) {
        gate.soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                then.brought().accept(read.apply(done));
            } else {
                then.failed().accept(answer.why());
            }
        });
    }
}
