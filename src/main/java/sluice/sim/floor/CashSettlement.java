package sluice.sim.floor;

import java.math.RoundingMode;
import sluice.market.Money;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.sim.Fees;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Scales;
import sluice.sim.match.Taker;

/** Spot: an order binds all it gives, and base changes hands for quote. */
record CashSettlement(Accounts accounts, Fees fees) implements Settlement {

    @Override
    public long need(Ticket ticket) {
        return ticket.isOpen() && ticket.hasLimit() ? binds(ticket, ticket.leaves(), ticket.limit()) : 0;
    }

    @Override
    public void rebind(Ticket ticket, long was) {
        accounts.lock(ticket.account, ticket.gives(), need(ticket) - was);
    }

    /** The other side is always the crowd's: between two accounts that is nil. */
    @Override
    public SimFill.Settled settle(Ticket ticket, long ticks, long lots, Liquidity liquidity) {
        var base = ticket.scales.base(lots);
        var quote = ticket.scales.quote(ticks, lots);
        var buys = ticket.side() == Side.BUY;
        accounts.move(ticket.account, Accounts.CROWD, ticket.gives(), buys ? quote : base);
        accounts.move(Accounts.CROWD, ticket.account, ticket.takes(), buys ? base : quote);
        var inQuote = fees.inQuote() || !buys;
        var fee = Settlement.part(inQuote ? quote : base, fees.rate(liquidity), RoundingMode.DOWN);
        var asset = inQuote ? ticket.scales.listing().quote() : ticket.takes();
        accounts.move(ticket.account, Accounts.FEES, asset, fee);
        return SimFill.Settled.cash(new Money(Scales.amount(fee), asset));
    }

    @Override
    public Cause refusal(Ticket ticket, Taker trial) {
        var need = ticket.hasLimit() ? binds(ticket, ticket.lots(), ticket.limit()) : need(ticket, trial);
        return need > spendable(ticket) ? Cause.INSUFFICIENT_BALANCE : Cause.NONE;
    }

    @Override
    public long binds(Ticket ticket, long lots, long ticks) {
        return ticket.side() == Side.BUY ? withFee(ticket.scales.quote(ticks, lots)) : ticket.scales.base(lots);
    }

    @Override
    public long spendable(Ticket ticket) {
        return accounts.free(ticket.account, ticket.gives());
    }

    private long need(Ticket ticket, Taker trial) {
        return ticket.side() == Side.BUY
                ? withFee(ticket.scales.quote(trial.filledQuote()))
                : ticket.scales.base(trial.filledLots());
    }

    private long withFee(long quote) {
        var rate = fees.maker().max(fees.taker());
        return fees.inQuote() ? Math.addExact(quote, Settlement.part(quote, rate, RoundingMode.UP)) : quote;
    }
}
