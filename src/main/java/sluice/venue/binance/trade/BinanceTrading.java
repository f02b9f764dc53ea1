package sluice.venue.binance.trade;

import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import sluice.market.Clock;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
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
import sluice.order.Execution;
import sluice.venue.Lookup;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.binance.trade.reply.OrderObjects;
import sluice.venue.binance.trade.reply.UserEvent;
import sluice.venue.binance.trade.reply.UserFrames;
import sluice.venue.binance.trade.wire.OrderRequests;
import sluice.venue.binance.trade.wire.ReadRequests;
import sluice.venue.binance.trade.wire.SignedCalls;
import sluice.venue.binance.trade.wire.StreamRequests;
import sluice.venue.binance.trade.wire.SymbolNames;

/**
 * Order entry on Binance spot, without I/O: orders and queries over REST, their reports over the private stream.
 *
 * <p>It begins with balances, fees and the stream. Confined to its driver.
 */
public final class BinanceTrading implements Trading {

    private final Outlet outlet;
    private final VenueTime time;
    private final BinanceDialect dialect;
    private final Gate gate;
    private final Wire wire;
    private final SymbolNames names;
    private final Fills fills;
    private final Asked asked = new Asked();
    private final Replaces replaces;
    private final Orders orders;
    private final OrderEntry entry;
    private final Lookups lookups;
    private final PrivateStream<UserEvent> stream;
    private final AccountReads account;

    public BinanceTrading(TradeSettings settings, Clock clock, RandomGenerator random) {
        this(settings, clock, random, Shutout.ofAll());
    }

    /** @param shutout what the market data of the same address is told as well */
    public BinanceTrading(TradeSettings settings, Clock clock, RandomGenerator random, Shutout shutout) {
        outlet = new Outlet(settings.venue(), clock);
        time = new VenueTime(clock, settings.recovery().timeEvery());
        names = new SymbolNames(settings.symbols());
        var calls = new SignedCalls(
                settings.hosts().rest(),
                settings.credentials(),
                settings.rules().recvWindow(),
                settings.rules().deadlines().read());
        wire = new Wire(new OrderRequests(calls), new ReadRequests(calls), new OrderObjects(names));
        dialect = new BinanceDialect(settings.rules(), wire.reads());
        var limits = new Limits(BinanceDialect.limits(settings.rules()), settings.recovery(), shutout);
        gate = new Gate(dialect, outlet, limits, settings.rules().deadlines(), time);
        fills = new Fills(outlet, this::fetchFills);
        replaces = new Replaces(outlet, gate, wire, fills);
        var requests =
                new StreamRequests(settings.credentials(), settings.rules().recvWindow());
        var dialect = new BinancePrivateDialect(settings.hosts().wsApi(), requests, new UserFrames(names));
        stream = new PrivateStream<>(
                outlet,
                gate,
                dialect,
                this::heard,
                new Backoff(settings.recovery().backoff(), random));
        orders = new Orders(outlet, fills, replaces, asked, stream::expect);
        entry = new OrderEntry(outlet, gate, wire, orders);
        lookups = new Lookups(gate, wire, asked);
        account = new AccountReads(outlet, gate, wire, settings.symbols());
    }

    @Override
    public Parts parts() {
        return new Parts(outlet, time, dialect, gate, stream);
    }

    @Override
    public List<Due> due() {
        return List.of(account.due(), gate, fills, stream);
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
        replaces.replace(replace);
    }

    @Override
    public void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        lookups.look(order, then);
    }

    @Override
    public AccountSource account(VenueCommand.OrderMassStatusRequest request) {
        return new BinanceAccount(gate, wire, lookups, request, names.symbols());
    }

    @Override
    public boolean placesAhead() {
        return true;
    }

    private void fetchFills(VenueOrder order, Consumer<List<Execution>> then) {
        var ask = Ask.read(5, at -> wire.reads().tradesOf(order.terms().symbol(), order.orderId(), at));
        gate.soon(ask, answer -> {
            if (answer instanceof Answer.Done done) {
                then.accept(wire.objects().trades(done.body()).stream()
                        .map(VenueFill::execution)
                        .toList());
            }
        });
    }

    private void heard(UserEvent event) {
        if (event instanceof UserEvent.Reported reported) {
            orders.reported(reported.report());
        } else if (event instanceof UserEvent.Held held) {
            outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), held.balances(), outlet.stamp()));
        }
    }
}
