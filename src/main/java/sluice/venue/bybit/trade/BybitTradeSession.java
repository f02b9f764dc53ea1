package sluice.venue.bybit.trade;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.gate.Gate;
import sluice.net.gate.Limits;
import sluice.net.gate.Outlet;
import sluice.net.gate.VenueTime;
import sluice.net.limit.Backoff;
import sluice.net.limit.Shutout;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.net.orders.MassStatusRun;
import sluice.net.orders.PrivateStream;
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
 * Order entry on Bybit, spot and linear, as one machine without I/O: orders and queries over REST, what became of them
 * over the private stream.
 *
 * <p>At the start it takes the venue's time, then the key's rights, balances, positions, fees and the stream. Confined
 * to its driver.
 */
public final class BybitTradeSession implements Session {

    private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

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
    private boolean isNewsOfLink;
    private long measuredNanos;

    public BybitTradeSession(TradeSettings settings, Clock clock, RandomGenerator random) {
        this(settings, clock, random, Shutout.ofAll());
    }

    /** @param shutout what the market data of the same address is told as well */
    public BybitTradeSession(TradeSettings settings, Clock clock, RandomGenerator random, Shutout shutout) {
        outlet = new Outlet(settings.venue(), clock);
        time = new VenueTime(clock);
        measuredNanos = clock.nanos();
        wire = wire(settings);
        dialect = new BybitDialect(wire.reads());
        var limits = Quota.limits(settings.rules().callsInFiveSeconds());
        gate = new Gate(dialect, outlet, new Limits(limits, settings.breaker(), shutout), time);
        var asked = new Asked();
        var aliases = new Aliases();
        lookups = new Lookups(gate, wire, asked, aliases);
        fills = new Fills(outlet, lookups::executions);
        orders = new Orders(outlet, fills, asked);
        awaited = new Awaited(outlet, lookups::look, this::found);
        positions = new Positions(outlet);
        account = new AccountReads(outlet, gate, wire, positions);
        stream = new PrivateStream<>(
                outlet, gate, privateDialect(settings), this::heard, new Backoff(settings.backoff(), random));
        var book = new OrderEntry.Book(orders, awaited, aliases);
        entry = new OrderEntry(outlet, gate, wire, book, stream::expect, this::obstacle);
    }

    private static Wire wire(TradeSettings settings) {
        var names = new SymbolNames(settings.symbols());
        var rules = settings.rules();
        var calls =
                new SignedCalls(settings.hosts().rest(), settings.credentials(), rules.recvWindow(), rules.deadline());
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
    public void start(Out out) {
        step(out);
    }

    @Override
    public void command(VenueCommand command, Out out) {
        outlet.use(out);
        if (command instanceof VenueCommand.NewOrder order) {
            entry.place(order);
        } else if (command instanceof VenueCommand.CancelOrder cancel) {
            entry.cancel(cancel.order());
        } else if (command instanceof VenueCommand.ReplaceOrder replace) {
            entry.replace(replace);
        } else if (command instanceof VenueCommand.OrderStatusRequest request) {
            lookups.look(request.order(), lookup -> answer(request, lookup));
        } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            var source = new BybitAccount(gate, wire, lookups, request);
            new MassStatusRun(outlet, source, request, source.since()).start();
        } else if (command instanceof VenueCommand.Resubscribe again) {
            stream.missed(again.why());
        } else {
            throw new AssertionError(command);
        }
        step(out);
    }

    private void answer(VenueCommand.OrderStatusRequest request, Lookup lookup) {
        outlet.emit(new VenueEvent.StatusReport(outlet.venue(), request.order(), lookup, outlet.stamp()));
    }

    @Override
    public void answered(long call, HttpOutcome outcome, Out out) {
        outlet.use(out);
        gate.answered(call, outcome);
        isNewsOfLink = true;
        step(out);
    }

    @Override
    public void opened(int link, Out out) {
        outlet.use(out);
        stream.opened(link);
        step(out);
    }

    @Override
    public void received(int link, String text, Out out) {
        outlet.use(out);
        stream.received(link, text);
        step(out);
    }

    @Override
    public void pinged(int link, Out out) {
        outlet.use(out);
        stream.pinged(link);
        step(out);
    }

    @Override
    public void closed(int link, String reason, Out out) {
        outlet.use(out);
        stream.closed(link, reason);
        step(out);
    }

    @Override
    public void woken(Out out) {
        step(out);
    }

    /** What is due by now, and when to look again. */
    private void step(Out out) {
        outlet.use(out);
        if (time.hasSlept()) {
            stream.distrust("nothing ran for a while, as when the machine sleeps");
        }
        time.woken(gate, dialect, this::begin);
        account.woken();
        gate.woken();
        fills.woken();
        awaited.woken();
        stream.woken();
        measure();
        Stream.of(
                        time.nextNanos(),
                        account.nextNanos(),
                        gate.nextNanos(),
                        fills.nextNanos(),
                        awaited.nextNanos(),
                        stream.nextNanos(),
                        nextMeasureNanos())
                .flatMapToLong(OptionalLong::stream)
                .min()
                .ifPresent(next -> {
                    time.nextLook(next);
                    out.wakeAt(next);
                });
    }

    private void measure() {
        if (isNewsOfLink && outlet.nanos() - measuredNanos >= MEASURE_NANOS) {
            isNewsOfLink = false;
            measuredNanos = outlet.nanos();
            outlet.emit(new VenueEvent.LinkMeasured(outlet.venue(), gate.health(), outlet.stamp()));
        }
    }

    private OptionalLong nextMeasureNanos() {
        return isNewsOfLink ? OptionalLong.of(measuredNanos + MEASURE_NANOS) : OptionalLong.empty();
    }

    /** The first time the venue's clock is known, everything that is signed begins. */
    private void begin() {
        if (stream.isIdle()) {
            stream.open();
            account.begin();
        }
    }

    private Optional<String> obstacle(Symbol symbol) {
        return account.obstacle().or(() -> positions.obstacle(symbol));
    }

    private void heard(PrivateEvent event) {
        if (event instanceof PrivateEvent.Stood stood) {
            stood.orders().forEach(this::stood);
        } else if (event instanceof PrivateEvent.Executed executed) {
            executed.fills().forEach(orders::executed);
        } else if (event instanceof PrivateEvent.Positioned positioned) {
            positions.take(positioned.rows());
        } else if (event instanceof PrivateEvent.Held held) {
            outlet.emit(new VenueEvent.BalancesChanged(outlet.venue(), held.balances(), outlet.stamp()));
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
