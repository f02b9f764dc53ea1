package sluice.venue.bybit.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sluice.market.Symbol;
import sluice.net.gate.Answer;
import sluice.net.gate.Gate;
import sluice.net.orders.AccountSource;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;
import sluice.venue.bybit.names.Category;
import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.reply.PositionRow;

/** The account as a mass status reads it: what we trade of each category, each list to its last page. */
final class BybitAccount implements AccountSource {

    private static final Duration FURTHEST_BACK = Duration.ofDays(30);

    private final Gate gate;
    private final Wire wire;
    private final Lookups lookups;
    private final Pages pages;
    private final Instant since;
    private final List<Part> parts;
    private final List<ExecutionHistory> histories;

    /** What one list covers: spot as a whole, linear by the coin that it settles in. */
    private record Part(Category category, Optional<String> settleCoin) {

        static Part of(Symbol symbol) {
            return symbol.isPerpetual()
                    ? new Part(Category.LINEAR, Optional.of(symbol.quote()))
                    : new Part(Category.SPOT, Optional.empty());
        }
    }

    BybitAccount(Gate gate, Wire wire, Lookups lookups, VenueCommand.OrderMassStatusRequest command) {
        this.gate = gate;
        this.wire = wire;
        this.lookups = lookups;
        this.pages = new Pages(gate);
        var furthest = gate.venueNow().minus(FURTHEST_BACK);
        this.since = command.since().isBefore(furthest) ? furthest : command.since();
        var ours = command.ours().stream().map(VenueCommand.Ref::symbol);
        this.parts = Stream.concat(wire.objects().names().symbols().stream(), ours)
                .map(Part::of)
                .distinct()
                .toList();
        this.histories = parts.stream()
                .map(Part::category)
                .distinct()
                .map(category -> new ExecutionHistory(gate, wire, category, since))
                .toList();
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public void openOrders(Read<List<VenueOrder>> then) {
        each(new ArrayDeque<>(parts), then, new ArrayList<>(), this::openOrders);
    }

    private void openOrders(Part part, Gathering<VenueOrder> into) {
        pages.read(
                cursor -> Quota.ORDERS.read(
                        part.category(), at -> wire.reads().openOrders(part.category(), part.settleCoin(), cursor, at)),
                rows -> into.all().addAll(wire.objects().orders(rows, part.category())),
                into.end());
    }

    @Override
    public void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        lookups.look(order, then);
    }

    @Override
    public void fills(Read<List<VenueFill>> then) {
        each(
                new ArrayDeque<>(histories),
                then,
                new ArrayList<>(),
                (history, into) -> history.fetch(answer -> {
                    into.all().addAll(history.fills());
                    into.end().accept(answer);
                }));
    }

    @Override
    public List<VenueFunding> fundings() {
        return histories.stream()
                .flatMap(history -> history.fundings().stream())
                .toList();
    }

    @Override
    public void balances(Read<List<Balance>> then) {
        gate.soon(Quota.WALLET.read(Category.SPOT, at -> wire.reads().wallet(at)), answer -> {
            if (answer instanceof Answer.Done done) {
                then.brought()
                        .accept(AccountObjects.balances(done.body().in("result").in("list")));
            } else {
                then.failed().accept(answer.why());
            }
        });
    }

    @Override
    public void positions(Read<List<VenuePosition>> then) {
        var linear = parts.stream().filter(part -> part.category() == Category.LINEAR);
        var read = new Read<List<PositionRow>>(rows -> then.brought().accept(Positions.net(rows)), then.failed());
        each(new ArrayDeque<>(linear.toList()), read, new ArrayList<>(), this::positions);
    }

    private void positions(Part part, Gathering<PositionRow> into) {
        var coin = part.settleCoin().orElseThrow();
        pages.read(
                cursor ->
                        Quota.POSITIONS.read(Category.LINEAR, at -> wire.reads().positions(coin, cursor, at)),
                rows -> into.all().addAll(wire.account().positions(rows)),
                into.end());
    }

    /** What one list adds to, and who hears that it was read. */
    private record Gathering<T>(List<T> all, Consumer<Answer> end) {}

    /** Reads one list after another; the first that fails fails the whole. */
    private static <K, T> void each(Deque<K> left, Read<List<T>> then, List<T> all, BiConsumer<K, Gathering<T>> read) {
        if (left.isEmpty()) {
            then.brought().accept(all);
            return;
        }
        read.accept(left.remove(), new Gathering<>(all, answer -> {
            if (answer instanceof Answer.Done) {
                each(left, then, all, read);
            } else {
                then.failed().accept(answer.why());
            }
        }));
    }
}
