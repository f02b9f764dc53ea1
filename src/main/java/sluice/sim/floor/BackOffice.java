package sluice.sim.floor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.sim.Fees;
import sluice.sim.OrderChange;
import sluice.sim.OrderChange.Kind;
import sluice.sim.OrderRequest;
import sluice.sim.Print;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;

/** Books what happens to orders: numbers, money, states, and the news of it. Knows no book. */
final class BackOffice {

    private final Accounts accounts;
    private final Tickets tickets;
    private final Outbox outbox;
    private final Numbers numbers;
    private final Fees fees;
    private Instant now;

    BackOffice(Accounts accounts, Tickets tickets, Outbox outbox, Numbers numbers, Fees fees, Instant now) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.outbox = outbox;
        this.numbers = numbers;
        this.fees = fees;
        this.now = now;
    }

    void at(Instant moment) {
        now = moment;
    }

    Instant now() {
        return now;
    }

    Accounts accounts() {
        return accounts;
    }

    Tickets tickets() {
        return tickets;
    }

    Outbox outbox() {
        return outbox;
    }

    Fees fees() {
        return fees;
    }

    Ticket write(int account, OrderRequest request, Scales scales, long lots) {
        var ticket = new Ticket(numbers.order(), account, accounts.name(account), request, scales, now);
        ticket.lots(lots);
        return ticket;
    }

    /** Takes the order and binds what it needs. */
    void accept(Ticket ticket) {
        tickets.add(ticket, OrderState.SUBMITTED);
        if (ticket.hasLimit()) {
            accounts.lock(ticket.account, ticket.gives(), ticket.need(ticket.lots()));
        }
        tell(ticket, Kind.NEW);
    }

    void reject(Ticket ticket, Cause cause) {
        ticket.close(OrderState.REJECTED, cause, now);
        tickets.add(ticket, OrderState.REJECTED);
        outbox.changed(ticket);
    }

    /** Ends an order that is not filled, and frees what it had bound. */
    void close(Ticket ticket, Cause cause, Kind kind) {
        if (ticket.hasLimit()) {
            accounts.unlock(ticket.account, ticket.gives(), ticket.need(ticket.leaves()));
        } else if (ticket.request().size().inQuote()) {
            ticket.lots(ticket.filled());
        }
        ticket.close(OrderState.CANCELLED, cause, now);
        tickets.closed(ticket);
        tell(ticket, kind);
    }

    void reduce(Ticket ticket, long lots, String clientId) {
        var before = ticket.clientId();
        accounts.unlock(ticket.account, ticket.gives(), ticket.need(ticket.lots() - lots));
        ticket.reduced(lots, now);
        tickets.rename(ticket, clientId);
        outbox.changed(ticket);
        tell(new OrderChange(ticket.snapshot(), before, Kind.REPLACED, Optional.empty(), numbers.exec(), now));
    }

    /** A public trade; its number. */
    long print(Scales scales, Side aggressor, long ticks, long lots) {
        var id = numbers.trade();
        if (outbox.isHeard()) {
            var print = new Print(scales.listing().symbol(), id, aggressor, scales.px(ticks), scales.qty(lots), now);
            outbox.tell(to -> to.printed(print));
        }
        return id;
    }

    /** One account's side of a trade. The other side is always the crowd's: between two accounts that is nil. */
    SimFill fill(Ticket ticket, long tradeId, long ticks, long lots, Liquidity liquidity) {
        var base = ticket.scales.base(lots);
        var quote = ticket.scales.quote(ticks, lots);
        var buys = ticket.side() == Side.BUY;
        if (ticket.hasLimit()) {
            accounts.unlock(ticket.account, ticket.gives(), ticket.need(lots));
        }
        accounts.move(ticket.account, Accounts.CROWD, ticket.gives(), buys ? quote : base);
        accounts.move(Accounts.CROWD, ticket.account, ticket.takes(), buys ? base : quote);
        var fee = fee(buys ? base : quote, liquidity);
        accounts.move(ticket.account, Accounts.FEES, ticket.takes(), fee);
        ticket.filled(lots, quote, now);
        if (!ticket.isOpen()) {
            tickets.closed(ticket);
        }
        var fill = new SimFill(
                new SimFill.Ids(numbers.exec(), tradeId),
                new SimFill.Of(ticket.owner(), ticket.id, ticket.clientId(), ticket.symbol(), ticket.side()),
                ticket.scales.qty(lots),
                ticket.scales.px(ticks),
                new Money(Scales.amount(fee), ticket.takes()),
                liquidity,
                now);
        tickets.add(ticket.account, fill);
        outbox.filled(fill);
        tell(ticket, Kind.TRADE, Optional.of(fill), fill.execId());
        return fill;
    }

    private long fee(long units, Liquidity liquidity) {
        return BigDecimal.valueOf(units)
                .multiply(fees.rate(liquidity))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();
    }

    private void tell(Ticket ticket, Kind kind) {
        tell(ticket, kind, Optional.empty(), numbers.exec());
    }

    private void tell(Ticket ticket, Kind kind, Optional<SimFill> fill, long execId) {
        outbox.changed(ticket);
        if (outbox.isHeard()) {
            tell(new OrderChange(ticket.snapshot(), ticket.clientId(), kind, fill, execId, now));
        }
    }

    private void tell(OrderChange change) {
        outbox.tell(to -> to.orderChanged(change));
    }
}
