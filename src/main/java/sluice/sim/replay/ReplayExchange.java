package sluice.sim.replay;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.Exchange;
import sluice.sim.ExchangeListener;
import sluice.sim.Fees;
import sluice.sim.Holding;
import sluice.sim.Listing;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome;
import sluice.sim.Picture;
import sluice.sim.Print;
import sluice.sim.SimFill;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.perp.Perpetuals;

/** A venue as it was recorded: its books and trades happen again, and it takes no orders. */
final class ReplayExchange implements Exchange, Sink {

    static final Outcome.Denied DENIED = new Outcome.Denied(Outcome.Denial.UNSUPPORTED, "a recording takes no orders");
    private static final Fees FEES = Fees.of("0.001", "0.001");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String venue;
    private final Survey survey;
    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, ReplayBook> books = new LinkedHashMap<>();
    private final Map<String, Px> lastPx = new LinkedHashMap<>();
    private final List<ExchangeListener> listeners = new ArrayList<>();
    private final Set<String> accounts = new LinkedHashSet<>();
    private long lastTrade;
    private Instant now;

    ReplayExchange(String venue, Survey survey, Instant now) {
        this.venue = venue;
        this.survey = survey;
        this.now = now;
        for (var listing : survey.listings()) {
            listings.put(listing.symbol(), listing);
            books.put(listing.symbol(), new ReplayBook(listing.symbol()));
        }
    }

    void at(Instant moment) {
        now = moment;
    }

    @Override
    public void listed(Terms terms) {}

    @Override
    public void quoted(Depth depth) {
        if (depth.depth() < survey.depth(depth.symbol())) {
            return;
        }
        var symbol = depth.symbol();
        for (var applied : book(symbol).apply(depth)) {
            listeners.forEach(to -> to.booksChanged(symbol, applied.first(), applied.last(), applied.changes()));
        }
    }

    /** Those whose number the venue does not tell are counted; one that was told is told once. */
    @Override
    public void traded(Traded trade) {
        lastTrade = trade.tradeId() > 0 ? trade.tradeId() : lastTrade + 1;
        lastPx.put(trade.symbol(), trade.px());
        var print = new Print(trade.symbol(), lastTrade, trade.aggressor(), trade.px(), trade.qty(), now);
        listeners.forEach(to -> to.printed(print));
    }

    @Override
    public String venue() {
        return venue;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<Listing> listings() {
        return List.copyOf(listings.values());
    }

    @Override
    public Optional<Listing> listing(String symbol) {
        return Optional.ofNullable(listings.get(symbol));
    }

    @Override
    public void listen(ExchangeListener listener) {
        listeners.add(listener);
    }

    @Override
    public void enroll(String account) {
        accounts.add(account);
    }

    @Override
    public List<String> accounts() {
        return List.copyOf(accounts);
    }

    @Override
    public Outcome place(String account, OrderRequest request) {
        return DENIED;
    }

    @Override
    public Optional<Outcome.Denied> check(OrderRequest request) {
        return Optional.of(DENIED);
    }

    @Override
    public Outcome cancel(String account, String symbol, SimRef ref, SimOrder.Cause cause) {
        return DENIED;
    }

    @Override
    public Outcome reduce(String account, String symbol, SimRef ref, Qty orderQty, String clientId) {
        return DENIED;
    }

    @Override
    public Outcome amend(String account, String symbol, SimRef ref, Optional<Qty> orderQty, Optional<Px> px) {
        return DENIED;
    }

    @Override
    public Optional<SimOrder> find(String account, String symbol, SimRef ref) {
        return Optional.empty();
    }

    @Override
    public List<SimOrder> orders(String account) {
        return List.of();
    }

    @Override
    public List<SimOrder> openOrders(String account, Optional<String> symbol) {
        return List.of();
    }

    @Override
    public List<SimOrder> rejected(String account) {
        return List.of();
    }

    @Override
    public List<SimFill> fills(String account) {
        return List.of();
    }

    @Override
    public Map<String, Holding> holdings(String account) {
        return Map.of();
    }

    @Override
    public Fees fees(String account, String symbol) {
        return FEES;
    }

    @Override
    public Perpetuals perpetuals() {
        return new NoPerpetuals(this);
    }

    @Override
    public Picture picture(String symbol, int depth) {
        return book(symbol).picture(depth);
    }

    /** Between the best prices; where a side is missing the other, else the last trade, else the smallest price. */
    @Override
    public Px mid(String symbol) {
        var top = picture(symbol, 1);
        var bid = top.bids().stream().findFirst().map(Level::px);
        var ask = top.asks().stream().findFirst().map(Level::px);
        if (bid.isPresent() && ask.isPresent()) {
            return new Px(bid.get().value().add(ask.get().value()).multiply(HALF));
        }
        return bid.or(() -> ask)
                .or(() -> Optional.ofNullable(lastPx.get(symbol)))
                .or(() -> listing(symbol).map(listing -> new Px(listing.tick())))
                .orElseThrow();
    }

    @Override
    public Px efficient(String symbol) {
        return mid(symbol);
    }

    @Override
    public Duration latency() {
        return Duration.ZERO;
    }

    @Override
    public Regime regime(String symbol) {
        return Regime.CALM;
    }

    @Override
    public void setMid(String symbol, Px mid, Optional<Regime> regime) {
        throw new IllegalArgumentException("A recording cannot be given other prices.");
    }

    @Override
    public Qty outsiderTrades(String symbol, Side aggressor, Px px, Qty qty) {
        throw new IllegalArgumentException("A recording cannot be given other trades.");
    }

    /** Time stands still for all venues of a recording, or for none. */
    @Override
    public void freeze(boolean frozen) {
        throw new IllegalArgumentException("A recording cannot be frozen venue by venue.");
    }

    private ReplayBook book(String symbol) {
        return Optional.ofNullable(books.get(symbol))
                .orElseThrow(() -> new IllegalArgumentException("The recording has no " + symbol));
    }
}
