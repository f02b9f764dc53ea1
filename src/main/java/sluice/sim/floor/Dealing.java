package sluice.sim.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.market.Side;
import sluice.order.Liquidity;
import sluice.sim.OrderChange.Kind;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Resting;
import sluice.sim.match.Trades;

/**
 * One taking order's way through a book, booked trade by trade; the taker is an account's or, if empty, an outsider's.
 */
final class Dealing implements Trades {

    private final BackOffice office;
    private final Scales scales;
    private final Side side;
    private final Optional<Ticket> taker;
    private final List<SimFill> fills = new ArrayList<>();
    private long fromCrowd;
    private long fromAccounts;

    Dealing(BackOffice office, Scales scales, Side side, Optional<Ticket> taker) {
        this.office = office;
        this.scales = scales;
        this.side = side;
        this.taker = taker;
    }

    @Override
    public void traded(Resting maker, long lots) {
        var ticks = maker.ticks();
        var tradeId = office.print(scales, side, ticks, lots);
        if (maker.isCrowd()) {
            fromCrowd += lots;
        } else {
            fromAccounts += lots;
            office.fill(office.tickets().get(maker.id()), tradeId, ticks, lots, Liquidity.MAKER);
        }
        taker.ifPresent(ticket -> fills.add(office.fill(ticket, tradeId, ticks, lots, Liquidity.TAKER)));
    }

    @Override
    public void prevented(Resting maker) {
        office.close(office.tickets().get(maker.id()), Cause.SELF_TRADE, Kind.TRADE_PREVENTION);
    }

    /** What the taker executed. */
    List<SimFill> fills() {
        return fills;
    }

    long fromCrowd() {
        return fromCrowd;
    }

    long fromAccounts() {
        return fromAccounts;
    }
}
