package sluice.venue.paper;

import java.math.BigDecimal;
import java.math.MathContext;
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
import sluice.order.OrderId;
import sluice.order.OrderState;
import sluice.order.position.Balance;
import sluice.venue.VenueFill;
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
    private final Map<Symbol, Holding> positions = new TreeMap<>();

    /** A perpetual position: signed quantity and average entry price. */
    private record Holding(BigDecimal net, BigDecimal avgPx) {}

    Account(PaperFees fees) {
        this.fees = fees;
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
            ids.put(replaced.next(), replaced.orderId());
            var order = order(replaced.orderId());
            keep(new VenueOrder(
                    Optional.of(replaced.next()),
                    order.orderId(),
                    replaced.terms(),
                    order.cumQty(),
                    order.cumQuote(),
                    order.state(),
                    order.closure()));
        } else if (fact instanceof Fact.Filled filled) {
            filled(filled);
        } else if (fact instanceof Fact.Ended ended) {
            var order = order(ended.orderId());
            keep(new VenueOrder(
                    order.clOrdId(),
                    order.orderId(),
                    order.terms(),
                    order.cumQty(),
                    order.cumQuote(),
                    ended.state(),
                    Optional.of(ended.closure())));
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
        add(execution.fee().asset(), execution.fee().amount().negate());
        var sign = BigDecimal.valueOf(terms.side().sign());
        var signed = execution.lastQty().value().multiply(sign);
        if (terms.symbol().isPerpetual()) {
            move(terms.symbol(), signed, execution.lastPx().value());
        } else {
            add(terms.symbol().base(), signed);
            add(terms.symbol().quote(), quote.multiply(sign).negate());
        }
    }

    private void add(String asset, BigDecimal amount) {
        totals.merge(asset, amount, BigDecimal::add);
    }

    /** What is closed is settled in quote money; what is opened changes the average. */
    private void move(Symbol symbol, BigDecimal signed, BigDecimal px) {
        var held = positions.getOrDefault(symbol, new Holding(BigDecimal.ZERO, BigDecimal.ZERO));
        var net = held.net.add(signed);
        if (held.net.signum() * signed.signum() >= 0) {
            var cost = held.net.multiply(held.avgPx).add(signed.multiply(px));
            positions.put(symbol, new Holding(net, cost.divide(net, MathContext.DECIMAL64)));
            return;
        }
        var closed = held.net.abs().min(signed.abs()).multiply(BigDecimal.valueOf(held.net.signum()));
        add(symbol.quote(), closed.multiply(px.subtract(held.avgPx)));
        var turned = net.signum() != held.net.signum();
        positions.put(symbol, new Holding(net, turned ? px : held.avgPx));
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
        positions.forEach(
                (symbol, held) -> locked.merge(symbol.quote(), held.net.abs().multiply(held.avgPx), BigDecimal::add));
        return totals.entrySet().stream()
                .map(total -> balance(total, locked.getOrDefault(total.getKey(), BigDecimal.ZERO)))
                .toList();
    }

    private static Balance balance(Map.Entry<String, BigDecimal> total, BigDecimal locked) {
        return new Balance(total.getKey(), total.getValue().subtract(locked), locked);
    }

    BigDecimal free(String asset) {
        return balances().stream()
                .filter(balance -> balance.asset().equals(asset))
                .map(Balance::free)
                .findFirst()
                .orElse(BigDecimal.ZERO);
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
        var held = positions.get(symbol);
        return held == null || held.net.signum() != -side.sign() ? Qty.ZERO : new Qty(held.net.abs());
    }

    /** Of perpetuals, flat ones included. */
    List<VenuePosition> positions() {
        return positions.entrySet().stream()
                .map(held -> position(held.getKey(), held.getValue()))
                .toList();
    }

    private static VenuePosition position(Symbol symbol, Holding held) {
        var isFlat = held.net.signum() == 0;
        return new VenuePosition(
                symbol,
                new Qty(held.net),
                isFlat ? Optional.empty() : Optional.of(new Px(held.avgPx)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(BigDecimal.ONE));
    }

    /** All that the ledger says happened. */
    static Account of(PaperFees fees, Stream<Fact> facts) {
        var account = new Account(fees);
        facts.forEach(account::apply);
        return account;
    }
}
