package sluice.sim.floor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.function.ToLongFunction;
import sluice.market.Money;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.sim.Fees;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Scales;
import sluice.sim.match.Taker;

/**
 * Perpetuals: positions and orders bind a part of their value in quote money, and trades move only what was won or
 * lost.
 *
 * <p>Of an account's orders on the side that would close its position, the oldest close it first and bind nothing for
 * that. What positions have lost so far cannot be bound; nobody is liquidated, so an account may come to owe.
 */
final class MarginSettlement implements Settlement {

    private final Accounts accounts;
    private final Tickets tickets;
    private final Stakes stakes;
    private final ToLongFunction<String> marks;

    MarginSettlement(Accounts accounts, Tickets tickets, Stakes stakes, ToLongFunction<String> marks) {
        this.accounts = accounts;
        this.tickets = tickets;
        this.stakes = stakes;
        this.marks = marks;
    }

    /** Orders bind together, not one by one. */
    @Override
    public long need(Ticket ticket) {
        return 0;
    }

    @Override
    public void rebind(Ticket ticket, long was) {
        rebind(stakes.of(ticket));
    }

    void rebind(Stake stake) {
        var required = required(stake);
        accounts.lock(stake.account, stake.money(), required - stake.bound());
        stake.bound(required);
    }

    @Override
    public SimFill.Settled settle(Ticket ticket, long ticks, long lots, Liquidity liquidity) {
        var stake = stakes.of(ticket);
        var closing = stake.trade(ticket.side(), ticks, lots, ticket.updatedAt());
        var fee = Settlement.part(ticket.scales.quote(ticks, lots), fees(stake).rate(liquidity), RoundingMode.DOWN);
        accounts.move(Accounts.CROWD, stake.account, stake.money(), closing.pnl());
        accounts.move(stake.account, Accounts.FEES, stake.money(), fee);
        rebind(stake);
        stakes.changed(stake);
        return new SimFill.Settled(
                new Money(Scales.amount(fee), stake.money()),
                ticket.scales.qty(closing.lots()),
                Scales.amount(closing.pnl()));
    }

    @Override
    public Cause refusal(Ticket ticket, Taker trial) {
        var stake = stakes.of(ticket);
        if (ticket.request().reduceOnly()) {
            return Cause.NONE;
        }
        var opening = ticket.lots() - Math.min(ticket.lots(), freeRoom(stake, ticket));
        var need = opening == 0 ? 0 : costs(stake, ticket, trial, opening);
        return need > spendable(ticket) ? Cause.INSUFFICIENT_BALANCE : Cause.NONE;
    }

    @Override
    public long binds(Ticket ticket, long lots, long ticks) {
        return ticket.request().reduceOnly() ? 0 : stakes.of(ticket).margin(ticket.scales.quote(ticks, lots));
    }

    @Override
    public long spendable(Ticket ticket) {
        return available(ticket.account, ticket.scales.listing().quote());
    }

    /** What may be bound: what is free, less what open positions have lost so far. */
    long available(int account, String asset) {
        long unrealised = 0;
        for (var stake : stakes.all(account)) {
            if (stake.money().equals(asset) && stake.lots() != 0) {
                unrealised += stake.unrealised(
                        marks.applyAsLong(stake.scales.listing().symbol()));
            }
        }
        return accounts.free(account, asset) + Math.min(0, unrealised);
    }

    /** What the position and its orders bind at a leverage, whatever they bind now. */
    long required(Stake stake) {
        return stake.margin() + ordered(stake, Side.BUY) + ordered(stake, Side.SELL);
    }

    /** Pays what the rate makes of the position's value; the amount, negative when it is received. */
    long fund(Stake stake, long markTicks, BigDecimal rate, Instant at) {
        var paid = Settlement.part(stake.scales.quote(markTicks, stake.lots()), rate, RoundingMode.FLOOR);
        accounts.move(stake.account, Accounts.CROWD, stake.money(), paid);
        stake.funded(paid, at);
        stakes.changed(stake);
        return paid;
    }

    private long ordered(Stake stake, Side side) {
        var room = stake.room(side);
        long sum = 0;
        for (var ticket : tickets.open(stake.account)) {
            if (opens(ticket, stake, side)) {
                var closing = Math.min(room, ticket.leaves());
                room -= closing;
                sum += stake.margin(ticket.scales.quote(ticket.limit(), ticket.leaves() - closing));
            }
        }
        return sum;
    }

    /** What the account's other orders leave of the room to close. */
    private long freeRoom(Stake stake, Ticket other) {
        var room = stake.room(other.side());
        for (var ticket : tickets.open(stake.account)) {
            if (ticket.id != other.id && opens(ticket, stake, other.side())) {
                room -= Math.min(room, ticket.leaves());
            }
        }
        return room;
    }

    private static boolean opens(Ticket ticket, Stake stake, Side side) {
        return ticket.scales == stake.scales
                && ticket.side() == side
                && ticket.hasLimit()
                && !ticket.request().reduceOnly();
    }

    private static long costs(Stake stake, Ticket ticket, Taker trial, long opening) {
        var all = ticket.scales.quote(
                ticket.hasLimit() ? Math.multiplyExact(ticket.limit(), ticket.lots()) : trial.filledQuote());
        var lots = ticket.hasLimit() ? ticket.lots() : Math.max(1, trial.filledLots());
        var opened = Settlement.part(
                all,
                BigDecimal.valueOf(opening).divide(BigDecimal.valueOf(lots), 12, RoundingMode.UP),
                RoundingMode.UP);
        return stake.margin(opened) + Settlement.part(all, fees(stake).taker(), RoundingMode.UP);
    }

    private static Fees fees(Stake stake) {
        return stake.contract().fees();
    }
}
