package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Limits;
import sluice.net.gate.Outlet;
import sluice.net.gate.VenueTime;
import sluice.net.limit.Backoff;
import sluice.net.limit.Shutout;
import sluice.net.orders.AccountSource;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.net.orders.PrivateStream;
import sluice.net.orders.Trading;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueOrder;
import sluice.venue.bybit.names.SymbolNames;
import sluice.venue.bybit.trade.reply.AccountObjects;
import sluice.venue.bybit.trade.reply.OrderObjects;
import sluice.venue.bybit.trade.reply.PrivateEvent;
import sluice.venue.bybit.trade.reply.PrivateFrames;
import sluice.venue.bybit.trade.wire.OrderRequests;
import sluice.venue.bybit.trade.wire.ReadRequests;
import sluice.venue.bybit.trade.wire.SignedCalls;
import sluice.venue.bybit.trade.wire.StreamRequests;

/**
 * Order entry on Bybit, spot and linear, without I/O: orders and queries over REST, what became of them over the
 * private stream.
 *
 * <p>It begins with the key's rights, balances, positions, fees and the stream. Confined to its driver.
 */
public final class BybitTrading implements Trading {

    private final Outlet outlet;
    private final VenueTime time;
    private final BybitDialect dialect;
    private final Gate gate;
    private final Wire wire;
    private final Fills fills;
    private final Orders orders;
    private final Awaited awaited;
    private final OrderEntry entry;
    private final Lookups lookups;
    private final Positions positions;
    private final AccountReads account;
    private final PrivateStream<PrivateEvent> stream;
    private final DisconnectCancel deadMan;

    public BybitTrading(TradeSettings settings, Clock clock, RandomGenerator random) {
        this(settings, clock, random, Shutout.ofAll());
    }

    /** @param shutout what the market data of the same address is told as well */
    public BybitTrading(TradeSettings settings, Clock clock, RandomGenerator random, Shutout shutout) {
        outlet = new Outlet(settings.venue(), clock);
        time = new VenueTime(clock, settings.recovery().timeEvery());
        wire = wire(settings);
        dialect = new BybitDialect(wire.reads());
        var limits = Quota.limits(settings.rules().callsInFiveSeconds());
        gate = new Gate(
                dialect,
                outlet,
                new Limits(limits, settings.recovery(), shutout),
                settings.rules().deadlines(),
                time);
        var asked = new Asked();
        var aliases = new Aliases();
        lookups = new Lookups(gate, wire, asked, aliases);
        fills = new Fills(outlet, lookups::executions);
        orders = new Orders(outlet, fills, asked);
        awaited = new Awaited(outlet, lookups::look, this::found);
        positions = new Positions(outlet);
        account = new AccountReads(outlet, gate, wire, positions);
        stream = new PrivateStream<>(
                outlet,
                gate,
                privateDialect(settings),
                this::heard,
                new Backoff(settings.recovery().backoff(), random));
        var requests = new StreamRequests(settings.credentials());
        deadMan = new DisconnectCancel(outlet, gate, wire, requests, stream::liveLink);
        var book = new OrderEntry.Book(orders, awaited, aliases);
        entry = new OrderEntry(outlet, gate, wire, book, stream::expect, this::obstacle);
    }

    private static Wire wire(TradeSettings settings) {
        var names = new SymbolNames(settings.symbols());
        var rules = settings.rules();
        var calls = new SignedCalls(
                settings.hosts().rest(),
                settings.credentials(),
                rules.recvWindow(),
                rules.deadlines().read());
        return new Wire(
                new OrderRequests(calls), new ReadRequests(calls), new OrderObjects(names), new AccountObjects(names));
    }

    private BybitPrivateDialect privateDialect(TradeSettings settings) {
        return new BybitPrivateDialect(
                settings.hosts().privateSocket(),
                new StreamRequests(settings.credentials()),
                new PrivateFrames(wire.objects(), wire.account()));
    }

    @Override
    public Parts parts() {
        return new Parts(outlet, time, dialect, gate, stream);
    }

    @Override
    public List<Due> due() {
        return List.of(account.due(), gate, fills, awaited, stream, deadMan);
    }

    @Override
    public void begin() {
        account.begin();
    }

    @Override
    public void place(VenueCommand.NewOrder order) {
        entry.place(order);
    }

    @Override
    public void cancel(VenueCommand.Ref order) {
        entry.cancel(order);
    }

    @Override
    public void replace(VenueCommand.ReplaceOrder replace) {
        entry.replace(replace);
    }

    @Override
    public void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        lookups.look(order, then);
    }

    @Override
    public void deadMan(Optional<Duration> window) {
        deadMan.set(window);
    }

    @Override
    public AccountSource account(VenueCommand.OrderMassStatusRequest request) {
        return new BybitAccount(gate, wire, lookups, request);
    }

    private Optional<String> obstacle(Symbol symbol) {
        return account.obstacle().or(() -> positions.obstacle(symbol));
    }

    private void heard(PrivateEvent event) {
        if (event instanceof PrivateEvent.Stood stood) {
            stood.orders().forEach(this::stood);
        } else if (event instanceof PrivateEvent.Executed executed) {
            executed.fills().forEach(orders::executed);
            executed.fundings()
                    .forEach(funding -> outlet.emit(new VenueEvent.Funded(outlet.venue(), funding, outlet.stamp())));
        } else if (event instanceof PrivateEvent.Positioned positioned) {
            positions.take(positioned.rows());
        } else if (event instanceof PrivateEvent.Held held) {
            outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), held.balances(), outlet.stamp()));
        } else if (event instanceof PrivateEvent.Answered answered) {
            deadMan.answered(answered);
        }
    }

    private void stood(VenueOrder order) {
        orders.stood(order);
        awaited.seen(order);
    }

    private void found(Lookup.Found found) {
        orders.found(found);
        awaited.seen(found.order());
    }
}
