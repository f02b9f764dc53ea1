package sluice.venue.paper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.order.ClOrdId;
import sluice.order.Execution;
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.position.Balance;
import sluice.venue.VenueFill;
import sluice.venue.VenueFunding;
import sluice.venue.VenueOrder;
import sluice.venue.VenuePosition;

/** An account on paper: the fold of its facts. A perpetual's margin is its whole notional. Confined to its exchange. */
final class Account {

    private final PaperFees fees;
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private final Map<OrderId, VenueOrder> orders = new LinkedHashMap<>();
    private final Map<OrderId, VenueOrder> open = new LinkedHashMap<>();
    private final Map<ClOrdId, OrderId> ids = new HashMap<>();
    private final List<VenueFill> fills = new ArrayList<>();
    private final List<VenueFunding> fundings = new ArrayList<>();
    private final Map<Symbol, Fact.Rated> rated = new TreeMap<>();
    private final Margin margin;

    Account(PaperFees fees) {
        this.fees = fees;
        this.margin = new Margin(fees);
    }

    boolean isOpened() {
        return !totals.isEmpty();
    }

    void apply(Fact fact) {
        if (fact instanceof Fact.Opened opened) {
            totals.putAll(opened.balances());
        } else if (fact instanceof Fact.Placed placed) {
            ids.put(placed.clOrdId(), placed.orderId());
            keep(new VenueOrder(
                    Optional.of(placed.clOrdId()),
                    placed.orderId(),
                    placed.terms(),
                    Qty.ZERO,
                    BigDecimal.ZERO,
                    OrderState.SUBMITTED,
                    Optional.empty()));
        } else if (fact instanceof Fact.Replaced replaced) {
            replaced(replaced);
        } else if (fact instanceof Fact.Filled filled) {
            filled(filled);
        } else if (fact instanceof Fact.Ended ended) {
            ended(ended);
        } else {
            carried(fact);
        }
    }

    private void replaced(Fact.Replaced fact) {
        ids.put(fact.next(), fact.orderId());
        var order = order(fact.orderId());
        keep(new VenueOrder(
                Optional.of(fact.next()),
                order.orderId(),
                fact.terms(),
                order.cumQty(),
                order.cumQuote(),
                order.state(),
                order.closure()));
    }

    private void ended(Fact.Ended fact) {
        var order = order(fact.orderId());
        keep(new VenueOrder(
                order.clOrdId(),
                order.orderId(),
                order.terms(),
                order.cumQty(),
                order.cumQuote(),
                fact.state(),
                Optional.of(fact.closure())));
    }

    /** What holding perpetuals came to. */
    private void carried(Fact fact) {
        if (fact instanceof Fact.Rated next) {
            rated.put(next.symbol(), next);
        } else if (fact instanceof Fact.Funded funded) {
            rated.remove(funded.symbol());
            fundings.add(new VenueFunding(funded.symbol(), funded.execId(), funded.paid(), funded.at()));
            add(funded.paid().asset(), funded.paid().amount().negate());
        } else if (fact instanceof Fact.TakenOver taken) {
            fills.add(taken.fill());
            booked(taken.symbol(), taken.side(), taken.execution());
        } else {
            throw new AssertionError(fact);
        }
    }

    private void keep(VenueOrder order) {
        orders.put(order.orderId(), order);
        if (order.state().isTerminal()) {
            open.remove(order.orderId());
        } else {
            open.put(order.orderId(), order);
        }
    }

    private void filled(Fact.Filled fact) {
        var order = order(fact.orderId());
        var execution = fact.execution();
        var terms = order.terms();
        var cumQty = order.cumQty().plus(execution.lastQty());
        var quote = execution.lastQty().value().multiply(execution.lastPx().value());
        var state = cumQty.compareTo(terms.orderQty()) >= 0 ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
        keep(new VenueOrder(
                order.clOrdId(),
                order.orderId(),
                terms,
                cumQty,
                order.cumQuote().add(quote),
                state,
                Optional.empty()));
        fills.add(new VenueFill(order.clOrdId(), order.orderId(), terms.symbol(), terms.side(), execution));
        booked(terms.symbol(), terms.side(), execution);
    }

    private void booked(Symbol symbol, Side side, Execution execution) {
        add(execution.fee().asset(), execution.fee().amount().negate());
        var sign = BigDecimal.valueOf(side.sign());
        var signed = execution.lastQty().value().multiply(sign);
        var px = execution.lastPx().value();
        if (symbol.isPerpetual()) {
            add(symbol.quote(), margin.trade(symbol, signed, px));
            if (margin.net(symbol).signum() == 0) {
                rated.remove(symbol);
            }
        } else {
            add(symbol.base(), signed);
            add(symbol.quote(), signed.multiply(px).negate());
        }
    }

    private void add(String asset, BigDecimal amount) {
        totals.merge(asset, amount, BigDecimal::add);
    }

    Margin margin() {
        return margin;
    }

    BigDecimal total(String asset) {
        return totals.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** What the next settlement of a perpetual is by, while its position is held. */
    Optional<Fact.Rated> rated(Symbol symbol) {
        return Optional.ofNullable(rated.get(symbol));
    }

    List<VenueFunding> fundingsSince(Instant moment) {
        return fundings.stream()
                .filter(funding -> !funding.at().isBefore(moment))
                .toList();
    }

    int settled() {
        return fundings.size();
    }

    VenueOrder order(OrderId id) {
        return Optional.ofNullable(orders.get(id)).orElseThrow();
    }

    /** By either id, and by those it had before it was amended. */
    Optional<VenueOrder> find(ClOrdId id, Optional<OrderId> orderId) {
        return Optional.ofNullable(ids.get(id)).or(() -> orderId).map(orders::get);
    }

    boolean knows(ClOrdId id) {
        return ids.containsKey(id);
    }

    /** Oldest first. */
    List<VenueOrder> open() {
        return List.copyOf(open.values());
    }

    List<VenueOrder> open(Symbol symbol) {
        return open.values().stream()
                .filter(order -> order.terms().symbol().equals(symbol))
                .toList();
    }

    int placed() {
        return orders.size();
    }

    int executed() {
        return fills.size();
    }

    List<VenueFill> fillsSince(Instant moment) {
        return fills.stream()
                .filter(fill -> !fill.execution().at().isBefore(moment))
                .toList();
    }

    List<VenueFill> fillsOf(OrderId id) {
        return fills.stream().filter(fill -> fill.orderId().equals(id)).toList();
    }

    List<Balance> balances() {
        var locked = new HashMap<String, BigDecimal>();
        open.values().forEach(order -> locked.merge(pledged(order), pledge(order), BigDecimal::add));
        totals.keySet().forEach(asset -> locked.merge(asset, margin.bound(asset), BigDecimal::add));
        return totals.entrySet().stream()
                .map(total -> balance(total, locked.getOrDefault(total.getKey(), BigDecimal.ZERO)))
                .toList();
    }

    private static Balance balance(Map.Entry<String, BigDecimal> total, BigDecimal locked) {
        return new Balance(total.getKey(), total.getValue().subtract(locked), locked);
    }

    /** What can be pledged: what is free, less what open positions have lost so far. */
    BigDecimal free(String asset) {
        var lost = margin.unrealised(asset).min(BigDecimal.ZERO);
        return balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .map(Balance::free)
                .findFirst()
                .orElse(BigDecimal.ZERO)
                .add(lost);
    }

    private static String pledged(VenueOrder order) {
        var terms = order.terms();
        return asset(terms.symbol(), terms.side());
    }

    /** What an order takes from. */
    static String asset(Symbol symbol, Side side) {
        return symbol.isPerpetual() || side == Side.BUY ? symbol.quote() : symbol.base();
    }

    private BigDecimal pledge(VenueOrder order) {
        var terms = order.terms();
        var leaves = terms.orderQty().minus(order.cumQty());
        return terms.px()
                .map(px -> need(terms.symbol(), terms.side(), leaves, px))
                .orElse(BigDecimal.ZERO);
    }

    /** How much of its asset an order holds until it fills; what only reduces a position holds nothing. */
    BigDecimal need(Symbol symbol, Side side, Qty qty, Px px) {
        if (!symbol.isPerpetual() && side == Side.SELL) {
            return qty.value();
        }
        var adding = symbol.isPerpetual() ? qty.minus(reducible(symbol, side)).max(Qty.ZERO) : qty;
        var notional = adding.value().multiply(px.value());
        return notional.add(notional.multiply(fees.onTop(symbol)));
    }

    /** How much of a perpetual an order of this side can close. */
    Qty reducible(Symbol symbol, Side side) {
        var net = margin.net(symbol);
        return net.signum() == -side.sign() ? new Qty(net.abs()) : Qty.ZERO;
    }

    /** Of perpetuals, flat ones included. */
    List<VenuePosition> positions() {
        return margin.positions(totals);
    }

    /** All that the ledger says happened. */
    static Account of(PaperFees fees, Stream<Fact> facts) {
        var account = new Account(fees);
        facts.forEach(account::apply);
        return account;
    }
}
