package sluice.sim.floor;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.Fees;
import sluice.sim.Holding;
import sluice.sim.Ledger;
import sluice.sim.Listing;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;
import sluice.sim.Picture;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.VenueSpec;
import sluice.sim.flow.Prices;
import sluice.sim.perp.Contract;
import sluice.sim.perp.Perpetuals;

/** The exchange: its pits and accounts behind one door, and the ledger between what happens and who hears of it. */
final class TradingFloor implements Exchange {

    private final VenueSpec spec;
    private final Prices prices;
    private final Map<String, Pit> pits = new LinkedHashMap<>();
    private final BackOffice office;
    private final Accounts accounts;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Entry entry;
    private final PerpetualDesk perpetuals;
    private boolean frozen;

    TradingFloor(VenueSpec spec, Prices prices, Ledger ledger, Ledger.Counters counters, Instant now) {
        this.spec = spec;
        this.prices = prices;
        var files = BackOffice.Files.open(spec.name(), ledger, counters);
        office = new BackOffice(files, spec.fees(), symbol -> pit(symbol).markTicks(), now);
        accounts = files.accounts();
        tickets = files.tickets();
        outbox = files.outbox();
        entry = new Entry(office);
        perpetuals = new PerpetualDesk(office, pits);
    }

    BackOffice office() {
        return office;
    }

    void add(Pit pit) {
        pits.put(pit.scales().listing().symbol(), pit);
    }

    void restore(Ledger.Booked kept) {
        new Restoring(office, pits).restore(kept);
    }

    void open() {
        pits.values()
                .forEach(pit -> pit.open(worth(pit), regime(pit), office.now().toEpochMilli()));
        outbox.release(office.now());
    }

    void step(Instant at) {
        outbox.check();
        office.at(at);
        tickets.takeExpired(at).forEach(of -> entry.cancel(pit(of.symbol()), of, SimOrder.Cause.EXPIRED));
        for (var pit : pits.values()) {
            if (frozen) {
                pit.rest();
            } else {
                pit.step(worth(pit), regime(pit), at.toEpochMilli());
                perpetuals.fund(pit, at);
            }
        }
        outbox.release(at);
    }

    /** The market models' states under the names of their streams. */
    Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        pits.forEach((symbol, pit) -> states.put(spec.name() + "." + symbol, pit.state()));
        return states;
    }

    @Override
    public String venue() {
        return spec.name();
    }

    @Override
    public Instant now() {
        return office.now();
    }

    @Override
    public List<Listing> listings() {
        return spec.listings();
    }

    @Override
    public Optional<Listing> listing(String symbol) {
        return Optional.ofNullable(pits.get(symbol)).map(pit -> pit.scales().listing());
    }

    @Override
    public void listen(ExchangeListener listener) {
        outbox.listen(listener);
    }

    @Override
    public void enroll(String account) {
        outbox.check();
        if (accounts.number(account).isEmpty()) {
            var number = accounts.open(account);
            spec.grants().forEach((asset, amount) -> accounts.grant(number, asset, amount));
            outbox.release(now());
        }
    }

    @Override
    public List<String> accounts() {
        return accounts.names();
    }

    @Override
    public Outcome place(String account, OrderRequest request) {
        outbox.check();
        var number = accounts.number(account);
        var pit = Optional.ofNullable(pits.get(request.symbol()));
        if (number.isEmpty()) {
            return new Denied(Denial.UNKNOWN_ACCOUNT, account);
        }
        if (pit.isEmpty()) {
            return new Denied(Denial.UNKNOWN_SYMBOL, request.symbol());
        }
        return release(pit.get(), entry.place(pit.get(), number.get(), request));
    }

    @Override
    public Optional<Denied> check(OrderRequest request) {
        return Optional.ofNullable(pits.get(request.symbol())).flatMap(pit -> Entry.check(pit, request));
    }

    @Override
    public Outcome cancel(String account, String symbol, SimRef ref, SimOrder.Cause cause) {
        return change(account, symbol, ref, (pit, ticket) -> entry.cancel(pit, ticket, cause));
    }

    @Override
    public Outcome reduce(String account, String symbol, SimRef ref, Qty orderQty, String clientId) {
        return change(account, symbol, ref, (pit, ticket) -> entry.reduce(pit, ticket, orderQty, clientId));
    }

    @Override
    public Outcome amend(String account, String symbol, SimRef ref, Optional<Qty> orderQty, Optional<Px> px) {
        return change(account, symbol, ref, (pit, ticket) -> entry.amend(pit, ticket, orderQty, px));
    }

    @Override
    public Optional<SimOrder> find(String account, String symbol, SimRef ref) {
        return accounts.number(account)
                .flatMap(number -> tickets.find(number, symbol, ref))
                .map(Ticket::snapshot);
    }

    @Override
    public List<SimOrder> orders(String account) {
        return tickets.all(number(account)).stream().map(Ticket::snapshot).toList();
    }

    @Override
    public List<SimOrder> openOrders(String account, Optional<String> symbol) {
        return tickets.open(number(account)).stream()
                .filter(ticket -> symbol.map(ticket.symbol()::equals).orElse(true))
                .map(Ticket::snapshot)
                .toList();
    }

    @Override
    public List<SimOrder> rejected(String account) {
        return tickets.rejected(number(account)).stream().map(Ticket::snapshot).toList();
    }

    @Override
    public List<SimFill> fills(String account) {
        return tickets.fills(number(account));
    }

    @Override
    public Map<String, Holding> holdings(String account) {
        return accounts.holdings(number(account));
    }

    @Override
    public Fees fees(String account, String symbol) {
        return listing(symbol).flatMap(Listing::contract).map(Contract::fees).orElse(spec.fees());
    }

    @Override
    public Perpetuals perpetuals() {
        return perpetuals;
    }

    @Override
    public Picture picture(String symbol, int depth) {
        return pit(symbol).picture(depth);
    }

    @Override
    public Px mid(String symbol) {
        return pit(symbol).mid();
    }

    @Override
    public Px efficient(String symbol) {
        return pit(symbol).efficient();
    }

    @Override
    public Duration latency() {
        return spec.latency();
    }

    @Override
    public Regime regime(String symbol) {
        return regime(pit(symbol));
    }

    @Override
    public void setMid(String symbol, Px mid, Optional<Regime> regime) {
        outbox.check();
        var pit = pit(symbol);
        regime.ifPresent(pinned -> prices.pin(pit.scales().listing().base(), pinned));
        pit.move(mid, regime(pit), now().toEpochMilli());
        outbox.release(now());
    }

    @Override
    public Qty outsiderTrades(String symbol, Side aggressor, Px px, Qty qty) {
        outbox.check();
        var given = pit(symbol).trade(aggressor, px, qty);
        outbox.release(now());
        return given;
    }

    @Override
    public void freeze(boolean still) {
        frozen = still;
    }

    private Outcome change(String account, String symbol, SimRef ref, BiFunction<Pit, Ticket, Outcome> act) {
        outbox.check();
        var ticket = accounts.number(account)
                .flatMap(number -> tickets.find(number, symbol, ref))
                .filter(Ticket::isOpen);
        return ticket.isEmpty()
                ? new Denied(Denial.UNKNOWN_ORDER, "no such order is open")
                : release(pit(symbol), act.apply(pit(symbol), ticket.get()));
    }

    private Outcome release(Pit pit, Outcome outcome) {
        pit.publish();
        outbox.release(now());
        return outcome;
    }

    private int number(String account) {
        return accounts.number(account)
                .orElseThrow(() -> new IllegalArgumentException(venue() + " has no account " + account));
    }

    private Pit pit(String symbol) {
        return Optional.ofNullable(pits.get(symbol))
                .orElseThrow(() -> new IllegalArgumentException(venue() + " does not list " + symbol));
    }

    private double worth(Pit pit) {
        var listing = pit.scales().listing();
        return prices.pair(listing.base(), listing.quote());
    }

    private Regime regime(Pit pit) {
        return prices.regime(pit.scales().listing().base());
    }
}
