package sluice.venue.binance.trade;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import sluice.market.Clock;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
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
import sluice.order.Execution;
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
 * Order entry on Binance spot, as one machine without I/O: orders and queries over REST, their reports over the private
 * stream.
 *
 * <p>At the start it takes the venue's time, then balances, fees and the stream. Confined to its driver.
 */
public final class BinanceTradeSession implements Session {

    private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

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
    private boolean isNewsOfLink;
    private long measuredNanos;

    public BinanceTradeSession(TradeSettings settings, Clock clock, RandomGenerator random) {
        this(settings, clock, random, Shutout.ofAll());
    }

    /** @param shutout what the market data of the same address is told as well */
    public BinanceTradeSession(TradeSettings settings, Clock clock, RandomGenerator random, Shutout shutout) {
        outlet = new Outlet(settings.venue(), clock);
        time = new VenueTime(clock);
        measuredNanos = clock.nanos();
        names = new SymbolNames(settings.symbols());
        var calls = new SignedCalls(
                settings.hosts().rest(),
                settings.credentials(),
                settings.rules().recvWindow(),
                settings.rules().deadline());
        wire = new Wire(new OrderRequests(calls), new ReadRequests(calls), new OrderObjects(names));
        dialect = new BinanceDialect(settings.rules(), wire.reads());
        var limits = new Limits(BinanceDialect.limits(settings.rules()), settings.breaker(), shutout);
        gate = new Gate(dialect, outlet, limits, time);
        fills = new Fills(outlet, this::fetchFills);
        replaces = new Replaces(outlet, gate, wire, fills);
        var requests =
                new StreamRequests(settings.credentials(), settings.rules().recvWindow());
        var dialect = new BinancePrivateDialect(settings.hosts().wsApi(), requests, new UserFrames(names));
        stream = new PrivateStream<>(outlet, gate, dialect, this::heard, new Backoff(settings.backoff(), random));
        orders = new Orders(outlet, fills, replaces, asked, stream::expect);
        entry = new OrderEntry(outlet, gate, wire, orders);
        lookups = new Lookups(gate, wire, asked);
        account = new AccountReads(outlet, gate, wire, settings.symbols());
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
            replaces.replace(replace);
        } else if (command instanceof VenueCommand.OrderStatusRequest request) {
            lookups.look(
                    request.order(),
                    lookup -> outlet.emit(
                            new VenueEvent.StatusReport(outlet.venue(), request.order(), lookup, outlet.stamp())));
        } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            var source = new BinanceAccount(gate, wire, lookups, request, names.symbols());
            new MassStatusRun(outlet, source, request, source.since()).start();
        } else if (command instanceof VenueCommand.Resubscribe again) {
            stream.missed(again.why());
        } else {
            throw new AssertionError(command);
        }
        step(out);
    }

    @Override
    public boolean ahead(VenueCommand command, Out out) {
        if (!(command instanceof VenueCommand.NewOrder order)) {
            return false;
        }
        outlet.use(out);
        entry.place(order);
        return true;
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
            stream.distrust("nothing ran for a while, or the wall clock was set");
        }
        time.woken(gate, dialect, this::begin);
        account.woken();
        gate.woken();
        fills.woken();
        stream.woken();
        measure();
        Stream.of(
                        time.nextNanos(),
                        account.nextNanos(),
                        gate.nextNanos(),
                        fills.nextNanos(),
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
