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

    private final Pit pit;
    private final BackOffice office;
    private final Side side;
    private final Optional<Ticket> taker;
    private final List<SimFill> fills = new ArrayList<>();
    private long fromCrowd;

    Dealing(Pit pit, BackOffice office, Side side, Optional<Ticket> taker) {
        this.pit = pit;
        this.office = office;
        this.side = side;
        this.taker = taker;
    }

    @Override
    public void traded(Resting maker, long lots) {
        var ticks = maker.ticks();
        var tradeId = office.print(pit.scales(), side, ticks, lots);
        if (maker.isCrowd()) {
            fromCrowd += lots;
        } else {
            var ticket = office.tickets().get(maker.id());
            office.fill(ticket, tradeId, ticks, lots, Liquidity.MAKER);
            pit.keepReducing(ticket.account);
        }
        taker.ifPresent(ticket -> {
            fills.add(office.fill(ticket, tradeId, ticks, lots, Liquidity.TAKER));
            pit.keepReducing(ticket.account);
        });
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
}
