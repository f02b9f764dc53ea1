package sluice.sim.floor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.ToLongFunction;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.order.OrderState;
import sluice.sim.Fees;
import sluice.sim.Ledger;
import sluice.sim.OrderChange;
import sluice.sim.OrderChange.Kind;
import sluice.sim.OrderRequest;
import sluice.sim.Print;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Scales;
import sluice.sim.perp.Funding;
import sluice.sim.perp.Marking;

/** Books what happens to orders: numbers, money, states, and the news of it. Knows no book. */
final class BackOffice {

    private final Accounts accounts;
    private final Tickets tickets;
    private final Stakes stakes;
    private final Outbox outbox;
    private final Numbers numbers;
    private final CashSettlement cash;
    private final MarginSettlement margin;
    private Instant now;

    /** What everybody on the floor shares. */
    record Files(Accounts accounts, Tickets tickets, Stakes stakes, Outbox outbox, Numbers numbers) {

        static Files open(String venue, Ledger ledger, Ledger.Counters counters) {
            var accounts = new Accounts();
            var stakes = new Stakes(accounts);
            var numbers = new Numbers(counters);
            return new Files(
                    accounts, new Tickets(), stakes, new Outbox(venue, ledger, accounts, stakes, numbers), numbers);
        }
    }

    BackOffice(Files files, Fees fees, ToLongFunction<String> marks, Instant now) {
        this.accounts = files.accounts();
        this.tickets = files.tickets();
        this.stakes = files.stakes();
        this.outbox = files.outbox();
        this.numbers = files.numbers();
        this.cash = new CashSettlement(accounts, fees);
        this.margin = new MarginSettlement(accounts, tickets, stakes, marks);
        this.now = now;
    }

    Ledger.Counters counters() {
        return numbers.counters();
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

    Stakes stakes() {
        return stakes;
    }

    MarginSettlement margin() {
        return margin;
    }

    Settlement settlement(Ticket ticket) {
        return ticket.scales.listing().isPerpetual() ? margin : cash;
    }

    /** How many lots of a position the order would close. */
    long room(Ticket ticket) {
        return stakes.of(ticket).room(ticket.side());
    }

    Ticket write(int account, OrderRequest request, Scales scales) {
        return new Ticket(numbers.order(), account, accounts.name(account), request, scales, now);
    }

    /** Takes the order and binds what it needs. */
    void accept(Ticket ticket) {
        tickets.add(ticket, OrderState.SUBMITTED);
        settlement(ticket).rebind(ticket, 0);
        tell(ticket, Kind.NEW);
    }

    void reject(Ticket ticket, Cause cause) {
        ticket.close(OrderState.REJECTED, cause, now);
        tickets.add(ticket, OrderState.REJECTED);
        outbox.changed(ticket);
    }

    /** Ends an order that is not filled, and frees what it had bound. */
    void close(Ticket ticket, Cause cause, Kind kind) {
        var was = settlement(ticket).need(ticket);
        if (!ticket.hasLimit() && ticket.request().size().inQuote()) {
            ticket.lots(ticket.filled());
        }
        ticket.close(OrderState.CANCELLED, cause, now);
        tickets.closed(ticket);
        settlement(ticket).rebind(ticket, was);
        tell(ticket, kind);
    }

    void reduce(Ticket ticket, long lots, String clientId) {
        var before = ticket.clientId();
        rebound(ticket, () -> ticket.changed(lots, now));
        tickets.rename(ticket, clientId);
        replaced(ticket, before);
    }

    /** Gives an order that was taken out of its book other terms. */
    void amend(Ticket ticket, long lots, Px px) {
        rebound(ticket, () -> {
            ticket.lifted(px);
            ticket.changed(lots, now);
        });
        replaced(ticket, ticket.clientId());
    }

    private void rebound(Ticket ticket, Runnable change) {
        var was = settlement(ticket).need(ticket);
        change.run();
        settlement(ticket).rebind(ticket, was);
    }

    private void replaced(Ticket ticket, String before) {
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

    /** One account's side of a trade. */
    SimFill fill(Ticket ticket, long tradeId, long ticks, long lots, Liquidity liquidity) {
        var settlement = settlement(ticket);
        rebound(ticket, () -> {
            ticket.filled(lots, ticket.scales.quote(ticks, lots), now);
            if (!ticket.isOpen()) {
                tickets.closed(ticket);
            }
        });
        var fill = new SimFill(
                new SimFill.Ids(numbers.exec(), tradeId),
                new SimFill.Of(ticket.owner(), ticket.id, ticket.clientId(), ticket.symbol(), ticket.side()),
                ticket.scales.qty(lots),
                ticket.scales.px(ticks),
                settlement.settle(ticket, ticks, lots, liquidity),
                liquidity,
                now);
        tickets.add(ticket.account, fill);
        outbox.filled(fill);
        tell(ticket, Kind.TRADE, Optional.of(fill), fill.execId());
        return fill;
    }

    /** A payment for a position, by the rate of the moment. */
    void fund(Stake stake, Marking marking, long markTicks) {
        var paid = margin.fund(stake, markTicks, marking.rate(), now);
        outbox.funded(new Funding(
                numbers.exec(),
                new Funding.Of(stake.owner(), stake.scales.listing().symbol()),
                stake.scales.signed(stake.lots()),
                marking.mark(),
                marking.rate(),
                new Money(Scales.amount(paid), stake.money()),
                now));
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
