package sluice.venue.coinbase.trade;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.net.HttpOutcome;
import sluice.net.Session;
import sluice.net.gate.Gate;
import sluice.net.gate.Limits;
import sluice.net.gate.Outlet;
import sluice.net.gate.VenueTime;
import sluice.net.limit.Backoff;
import sluice.net.orders.AccountSource.Read;
import sluice.net.orders.Asked;
import sluice.net.orders.Fills;
import sluice.net.orders.MassStatusRun;
import sluice.net.orders.PrivateStream;
import sluice.order.Execution;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.coinbase.trade.reply.OrderNames;
import sluice.venue.coinbase.trade.reply.OrderObjects;
import sluice.venue.coinbase.trade.reply.UserFrames;
import sluice.venue.coinbase.trade.wire.OrderRequests;
import sluice.venue.coinbase.trade.wire.ReadRequests;
import sluice.venue.coinbase.trade.wire.SignedCalls;
import sluice.venue.coinbase.trade.wire.StreamRequests;
import sluice.venue.coinbase.trade.wire.Tokens;

/**
 * Order entry on Coinbase, as one machine without I/O: orders and queries over REST, how they stand over the user
 * channel.
 *
 * <p>At the start it takes the venue's time, then balances, fees and the channel. Confined to its driver.
 */
public final class CoinbaseTradeSession implements Session {

    private static final long MEASURE_NANOS = Duration.ofSeconds(1).toNanos();

    private final Outlet outlet;
    private final VenueTime time;
    private final CoinbaseDialect dialect;
    private final Gate gate;
    private final Fills fills;
    private final FillReads fillReads;
    private final Edits edits;
    private final Following following;
    private final Orders orders;
    private final OrderEntry entry;
    private final Lookups lookups;
    private final CoinbasePrivateDialect channel;
    private final PrivateStream<List<VenueOrder>> stream;
    private final AccountReads account;
    private final CoinbaseAccount.Parts parts;
    private boolean isNewsOfLink;
    private long measuredNanos;

    public CoinbaseTradeSession(TradeSettings settings, Clock clock, SplittableRandom random) {
        outlet = new Outlet(settings.venue(), clock);
        time = new VenueTime(clock);
        measuredNanos = clock.nanos();
        var tokens = new Tokens(settings.credentials(), settings.hosts().signed(), random.split());
        var calls = new SignedCalls(
                settings.hosts().rest(), tokens, settings.rules().deadline());
        var wire = new Wire(new OrderRequests(calls), new ReadRequests(calls), new OrderObjects(new OrderNames()));
        dialect = new CoinbaseDialect(settings.rules(), wire.reads(), random.split());
        var limits = new Limits(CoinbaseDialect.limits(settings.rules()), settings.breaker());
        gate = new Gate(dialect, outlet, limits, time);
        var asked = new Asked();
        fillReads = new FillReads(gate, wire);
        fills = new Fills(outlet, this::fetch, Fills.Patience.FETCHED);
        edits = new Edits(outlet, gate, wire, this::stands);
        following = new Following(outlet, gate, wire, this::stands);
        lookups = new Lookups(
                gate, wire, fillReads, edits, asked, settings.rules().searched());
        var cancels = new Cancels(outlet, gate, wire, following);
        orders = new Orders(outlet, fills, edits, asked, order -> cancels.cancel(ref(order), order.orderId()));
        channel = new CoinbasePrivateDialect(
                settings.hosts().user(),
                settings.symbols(),
                new StreamRequests(tokens),
                new UserFrames(wire.objects()));
        stream = new PrivateStream<>(
                outlet,
                gate,
                channel,
                told -> told.forEach(this::stands),
                new Backoff(settings.backoff(), random.split()));
        account = new AccountReads(outlet, gate, wire, settings.symbols());
        entry = new OrderEntry(new OrderEntry.Parts(outlet, gate, wire, orders, cancels, lookups, stream::expect));
        parts = new CoinbaseAccount.Parts(gate, wire, lookups, fillReads, account);
    }

    private static VenueCommand.Ref ref(VenueOrder order) {
        return new VenueCommand.Ref(
                order.clOrdId().orElseThrow(),
                Optional.of(order.orderId()),
                order.terms().symbol());
    }

    /** How an order stands, wherever that was said. */
    private void stands(VenueOrder order) {
        following.seen(order);
        orders.stands(order);
        account.moved();
    }

    private void fetch(VenueOrder order, Consumer<List<Execution>> then) {
        fillReads.of(
                order.orderId(),
                new Read<>(
                        read -> then.accept(
                                read.stream().map(VenueFill::execution).toList()),
                        why -> {}));
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
            edits.replace(replace);
        } else if (command instanceof VenueCommand.OrderStatusRequest request) {
            lookups.look(
                    request.order(),
                    lookup -> outlet.emit(
                            new VenueEvent.StatusReport(outlet.venue(), request.order(), lookup, outlet.stamp())));
        } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            var source = new CoinbaseAccount(parts, request);
            new MassStatusRun(outlet, source, request, source.since()).start();
        } else if (command instanceof VenueCommand.Resubscribe again) {
            stream.missed(again.why());
        } else {
            throw new AssertionError(command);
        }
        step(out);
    }

    /** What the venue lists, as the market data found. */
    @Override
    public void overheard(VenueEvent event, Out out) {
        if (event instanceof VenueEvent.Listed listed) {
            channel.listed(listed.instruments().stream().map(Instrument::symbol).collect(Collectors.toSet()));
        }
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
        edits.woken();
        following.woken();
        stream.woken();
        measure();
        Stream.of(
                        time.nextNanos(),
                        account.nextNanos(),
                        gate.nextNanos(),
                        fills.nextNanos(),
                        edits.nextNanos(),
                        following.nextNanos(),
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
}
