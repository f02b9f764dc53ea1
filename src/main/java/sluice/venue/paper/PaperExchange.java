package sluice.venue.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Instrument;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ClOrdId;
import sluice.order.Closure;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.order.Request;
import sluice.order.Terms;
import sluice.order.position.Balance;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;
import sluice.venue.VenueReport;

/**
 * A venue's order entry on paper, as a machine without I/O: commands as they arrive, what comes of them, and what the
 * public market makes of the orders that rest. Confined to its venue.
 */
final class PaperExchange {

    private final Account account;
    private final Outbox out;
    private final Matching matching;
    private final Carry carry;
    private final Map<Symbol, Instrument> instruments = new HashMap<>();
    private List<Balance> told = List.of();

    PaperExchange(VenueId venue, PaperConfig config, List<String> ledger) {
        account = Account.of(config.fees(), ledger.stream().map(FactText::read));
        out = new Outbox(venue, account);
        matching = new Matching(config.fees(), account, out);
        carry = new Carry(config.fees(), account, out, matching);
        if (!account.isOpened()) {
            out.record(new Fact.Opened(config.balances()));
        }
    }

    Outbox out() {
        return out;
    }

    Matching market() {
        return matching;
    }

    Carry carry() {
        return carry;
    }

    /** What may rest on the market as it is now has to be looked after. */
    boolean hasOpenOrders() {
        return !account.open().isEmpty();
    }

    void listed(List<Instrument> fresh) {
        fresh.forEach(instrument -> instruments.put(instrument.symbol(), instrument));
    }

    void take(VenueCommand command, Stamp now) {
        if (command instanceof VenueCommand.NewOrder order) {
            place(order, now);
        } else if (command instanceof VenueCommand.CancelOrder cancel) {
            cancel(cancel.order(), now);
        } else if (command instanceof VenueCommand.ReplaceOrder replace) {
            replace(replace, now);
        } else if (command instanceof VenueCommand.OrderStatusRequest request) {
            out.emit(new VenueEvent.StatusReport(out.venue(), request.order(), look(request.order()), now));
        } else if (command instanceof VenueCommand.OrderMassStatusRequest request) {
            out.emit(new VenueEvent.MassStatus(out.venue(), request.requestId(), report(request), now));
        } else if (!(command instanceof VenueCommand.Resubscribe || command instanceof VenueCommand.SetDeadMan)) {
            throw new AssertionError(command);
        }
    }

    private void place(VenueCommand.NewOrder command, Stamp now) {
        var terms = command.terms();
        var flaw = account.knows(command.clOrdId())
                ? Optional.of(new Closure(Reason.DUPLICATE_ID, "the id was used before"))
                : entry(terms).map(entry -> flaw(entry, terms)).orElseGet(() -> Optional.of(unpriced(terms)));
        if (flaw.isPresent()) {
            out.report(command.clOrdId(), terms.symbol(), new OrderNews.Rejected(flaw.get()), now);
            return;
        }
        var id = new OrderId("paper-" + (account.placed() + 1));
        out.record(new Fact.Placed(id, command.clOrdId(), terms, now.at()));
        out.report(account.order(id), new OrderNews.Acknowledged(id), now);
        matching.enter(id, entry(terms).orElseThrow(), now);
    }

    private Optional<Entry> entry(Terms terms) {
        var instrument = Optional.ofNullable(instruments.get(terms.symbol()));
        return matching.displayed(terms.symbol())
                .flatMap(book -> book.against(terms.side()))
                .flatMap(against -> instrument.map(known -> new Entry(known, against)));
    }

    private Closure unpriced(Terms terms) {
        return instruments.containsKey(terms.symbol())
                ? new Closure(Reason.MARKET_CLOSED, "on paper nothing fills while the public book is absent")
                : new Closure(Reason.UNKNOWN_SYMBOL, "the venue does not list " + terms.symbol());
    }

    private Optional<Closure> flaw(Entry entry, Terms terms) {
        var flaw = entry.flaw(terms);
        return flaw.isPresent() ? flaw : unaffordable(entry, terms);
    }

    private Optional<Closure> unaffordable(Entry entry, Terms terms) {
        var reducible = account.reducible(terms.symbol(), terms.side());
        if (terms.reduceOnly() && reducible.compareTo(terms.orderQty()) < 0) {
            return Optional.of(new Closure(Reason.NOT_PERMITTED, "it would do more than reduce the position"));
        }
        var asset = Account.asset(terms.symbol(), terms.side());
        var need = account.need(terms.symbol(), terms.side(), terms.orderQty(), entry.px(terms));
        return account.free(asset).compareTo(need) >= 0
                ? Optional.empty()
                : Optional.of(new Closure(
                        Reason.INSUFFICIENT_BALANCE, "needs " + need.toPlainString() + " " + asset + " free"));
    }

    private void cancel(VenueCommand.Ref ref, Stamp now) {
        find(ref, new Request.Cancel(), now).ifPresent(order -> matching.end(order, Reason.REQUESTED, now));
    }

    /** The order, if it works; else the request is turned down. */
    private Optional<VenueOrder> find(VenueCommand.Ref ref, Request request, Stamp now) {
        var order = account.find(ref.clOrdId(), ref.orderId());
        if (order.filter(found -> !found.state().isTerminal()).isEmpty()) {
            var reason = order.isPresent() ? Reason.ALREADY_DONE : Reason.UNKNOWN_ORDER;
            rejected(ref, request, new Closure(reason, request.name() + " of an order that does not work"), now);
            return Optional.empty();
        }
        return order;
    }

    private void rejected(VenueCommand.Ref ref, Request request, Closure closure, Stamp now) {
        out.report(ref.clOrdId(), ref.symbol(), new OrderNews.RequestRejected(request, closure), now);
    }

    /** In place. It keeps its turn when only its quantity falls; else it goes to the end of the queue. */
    private void replace(VenueCommand.ReplaceOrder command, Stamp now) {
        var request = new Request.Replace(command.next(), command.terms());
        find(command.order(), request, now).ifPresent(order -> replace(command, request, order, now));
    }

    private void replace(VenueCommand.ReplaceOrder command, Request.Replace request, VenueOrder order, Stamp now) {
        var more = command.terms().orderQty().minus(command.from().orderQty());
        var terms = command.terms().withOrderQty(order.terms().orderQty().plus(more));
        var leaves = terms.orderQty().minus(order.cumQty());
        if (!leaves.isPositive()) {
            rejected(command.order(), request, new Closure(Reason.FILTER, "so much of it has filled already"), now);
            return;
        }
        var entry = entry(terms);
        var flaw = entry.map(known -> known.flaw(terms)).orElseGet(() -> Optional.of(unpriced(terms)));
        if (flaw.isEmpty()) {
            flaw = unaffordable(order, terms.withOrderQty(leaves));
        }
        if (flaw.isPresent()) {
            rejected(command.order(), request, flaw.get(), now);
            return;
        }
        out.record(new Fact.Replaced(order.orderId(), command.next(), terms));
        out.report(order, new OrderNews.Replaced(request, order.orderId()), now);
        if (!terms.px().equals(order.terms().px()) || more.isPositive()) {
            matching.leave(order.orderId());
            matching.enter(order.orderId(), entry.orElseThrow(), now);
        }
    }

    /** What the order holds now is its own to use. */
    private Optional<Closure> unaffordable(VenueOrder order, Terms left) {
        var asset = Account.asset(left.symbol(), left.side());
        var now = order.terms().orderQty().minus(order.cumQty());
        var px = order.terms().px().orElseThrow();
        var held = account.need(left.symbol(), left.side(), now, px);
        var need = account.need(
                left.symbol(), left.side(), left.orderQty(), left.px().orElse(px));
        return account.free(asset).add(held).compareTo(need) >= 0
                ? Optional.empty()
                : Optional.of(Closure.of(Reason.INSUFFICIENT_BALANCE));
    }

    private Lookup look(VenueCommand.Ref ref) {
        return account.find(ref.clOrdId(), ref.orderId())
                .<Lookup>map(order -> new Lookup.Found(order, account.fillsOf(order.orderId())))
                .orElseGet(() -> new Lookup.NotFound("no such order on paper"));
    }

    private VenueReport report(VenueCommand.OrderMassStatusRequest request) {
        var orders = new ArrayList<>(account.open());
        var unfound = new HashMap<ClOrdId, Lookup>();
        for (var ref : request.ours()) {
            var lookup = look(ref);
            if (!(lookup instanceof Lookup.Found found)) {
                unfound.put(ref.clOrdId(), lookup);
            } else if (!orders.contains(found.order())) {
                orders.add(found.order());
            }
        }
        List<VenueFill> fills = account.fillsSince(request.since());
        var fundings = account.fundingsSince(request.since());
        return new VenueReport(
                orders, unfound, fills, fundings, account.balances(), account.positions(), request.since());
    }

    /** Tells balances and positions where a fact moved them. */
    void tellMoney(Stamp now) {
        var balances = account.balances();
        if (!balances.equals(told)) {
            told = balances;
            out.emit(new VenueEvent.BalancesChanged(out.venue(), balances, now));
            if (!account.positions().isEmpty()) {
                out.emit(new VenueEvent.PositionsChanged(out.venue(), account.positions(), now));
            }
        }
    }

    void look(Stamp now) {
        matching.look(tif -> tif.until().filter(end -> !end.isAfter(now.at())).isPresent(), now);
    }
}
