package sluice.venue.coinbase.trade;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import sluice.market.Clock;
import sluice.market.Instrument;
import sluice.net.gate.Due;
import sluice.net.gate.Gate;
import sluice.net.gate.Limits;
import sluice.net.gate.Outlet;
import sluice.net.gate.VenueTime;
import sluice.net.limit.Backoff;
import sluice.net.orders.AccountSource;
import sluice.net.orders.AccountSource.Read;
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
import sluice.venue.coinbase.trade.reply.OrderNames;
import sluice.venue.coinbase.trade.reply.OrderObjects;
import sluice.venue.coinbase.trade.reply.UserFrames;
import sluice.venue.coinbase.trade.wire.OrderRequests;
import sluice.venue.coinbase.trade.wire.ReadRequests;
import sluice.venue.coinbase.trade.wire.SignedCalls;
import sluice.venue.coinbase.trade.wire.StreamRequests;
import sluice.venue.coinbase.trade.wire.Tokens;

/**
 * Order entry on Coinbase, without I/O: orders and queries over REST, how they stand over the user channel.
 *
 * <p>It begins with balances, fees and the channel. Confined to its driver.
 */
public final class CoinbaseTrading implements Trading {

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
    private final CoinbaseAccount.Parts accountParts;

    public CoinbaseTrading(TradeSettings settings, Clock clock, SplittableRandom random) {
        outlet = new Outlet(settings.venue(), clock);
        time = new VenueTime(clock, settings.recovery().timeEvery());
        var tokens = new Tokens(settings.credentials(), settings.hosts().signed(), random.split());
        var calls = new SignedCalls(
                settings.hosts().rest(), tokens, settings.rules().deadlines().read());
        var wire = new Wire(new OrderRequests(calls), new ReadRequests(calls), new OrderObjects(new OrderNames()));
        dialect = new CoinbaseDialect(settings.rules(), wire.reads(), random.split());
        var limits = new Limits(CoinbaseDialect.limits(settings.rules()), settings.recovery());
        gate = new Gate(dialect, outlet, limits, settings.rules().deadlines(), time);
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
                new Backoff(settings.recovery().backoff(), random.split()));
        account = new AccountReads(outlet, gate, wire, settings.symbols());
        entry = new OrderEntry(new OrderEntry.Parts(outlet, gate, wire, orders, cancels, lookups, stream::expect));
        accountParts = new CoinbaseAccount.Parts(gate, wire, lookups, fillReads, account);
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
    public Parts parts() {
        return new Parts(outlet, time, dialect, gate, stream);
    }

    @Override
    public List<Due> due() {
        return List.of(account.due(), gate, fills, edits, following, stream);
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
        edits.replace(replace);
    }

    @Override
    public void look(VenueCommand.Ref order, Consumer<Lookup> then) {
        lookups.look(order, then);
    }

    @Override
    public AccountSource account(VenueCommand.OrderMassStatusRequest request) {
        return new CoinbaseAccount(accountParts, request);
    }

    /** What the venue lists, as the market data found. */
    @Override
    public void overheard(VenueEvent event) {
        if (event instanceof VenueEvent.Listed listed) {
            channel.listed(listed.instruments().stream().map(Instrument::symbol).collect(Collectors.toSet()));
        }
    }
}
