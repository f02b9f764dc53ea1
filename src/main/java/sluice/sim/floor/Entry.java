package sluice.sim.floor;

import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.order.Tif;
import sluice.sim.OrderChange.Kind;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Type;
import sluice.sim.Outcome;
import sluice.sim.Outcome.Denial;
import sluice.sim.Outcome.Denied;
import sluice.sim.Outcome.Taken;
import sluice.sim.SimFill;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Taker;

/** Takes an account's orders into a pit, changes them and takes them out. */
record Entry(BackOffice office) {

    static Optional<Denied> check(Pit pit, OrderRequest request) {
        return new Gate(pit.scales().listing(), pit.mid()).check(request);
    }

    Outcome place(Pit pit, int account, OrderRequest request) {
        var denied = check(pit, request)
                .or(() -> office.tickets().isOpen(account, request.clientId())
                        ? Optional.of(new Denied(Denial.DUPLICATE_CLIENT_ID, request.clientId()))
                        : Optional.empty());
        return denied.isPresent() ? denied.get() : judge(pit, account, request);
    }

    Outcome cancel(Pit pit, Ticket ticket, Cause cause) {
        pit.book().cancel(ticket.resting());
        office.close(ticket, cause, Kind.CANCELED);
        return new Taken(ticket.snapshot(), List.of());
    }

    /** The client id may be the one the order has. */
    Outcome reduce(Pit pit, Ticket ticket, Qty orderQty, String clientId) {
        var denied = new Gate(pit.scales().listing(), pit.mid()).lot(orderQty);
        if (denied.isPresent()) {
            return denied.get();
        }
        var lots = pit.scales().lots(orderQty.value());
        if (lots >= ticket.lots() || lots <= ticket.filled()) {
            return new Denied(Denial.NOT_REDUCED, "the quantity must be under the order's and over what is filled");
        }
        if (!clientId.equals(ticket.clientId()) && office.tickets().isOpen(ticket.account, clientId)) {
            return new Denied(Denial.DUPLICATE_CLIENT_ID, clientId);
        }
        pit.book().shrink(ticket.resting(), ticket.lots() - lots);
        office.reduce(ticket, lots, clientId);
        return new Taken(ticket.snapshot(), List.of());
    }

    /** As amended, the order must pass what a new one must. */
    Outcome amend(Pit pit, Ticket ticket, Optional<Qty> newQty, Optional<Px> newPx) {
        var px = newPx.or(ticket.request()::px).orElseThrow();
        var orderQty = newQty.orElseGet(() -> pit.scales().qty(ticket.lots()));
        var asked = ticket.request().at(px).of(orderQty);
        var denied = check(pit, asked);
        if (denied.isPresent()) {
            return denied.get();
        }
        var lots = withinReach(pit, ticket, pit.scales().lots(orderQty.value()));
        var ticks = pit.scales().ticks(px);
        var isMoved = ticks != ticket.limit();
        if (lots <= ticket.filled() || lots == ticket.lots() && !isMoved) {
            return new Denied(
                    Denial.NOT_CHANGED, "the quantity must be over what is filled, and something must change");
        }
        if (!isMoved && lots < ticket.lots()) {
            return reduce(pit, ticket, pit.scales().qty(lots), ticket.clientId());
        }
        var settlement = office.settlement(ticket);
        var more = settlement.binds(ticket, lots - ticket.filled(), ticks)
                - settlement.binds(ticket, ticket.leaves(), ticket.limit());
        return more > settlement.spendable(ticket)
                ? new Denied(Denial.INSUFFICIENT_BALANCE, ticket.clientId())
                : move(pit, ticket, lots, px);
    }

    private long withinReach(Pit pit, Ticket ticket, long lots) {
        var isBound = pit.scales().listing().isPerpetual() && ticket.request().reduceOnly();
        return isBound ? Math.min(lots, ticket.filled() + office.room(ticket)) : lots;
    }

    /** Takes the order out and sends it in again with its new terms. */
    private Outcome move(Pit pit, Ticket ticket, long lots, Px px) {
        pit.book().cancel(ticket.resting());
        office.amend(ticket, lots, px);
        if (ticket.request().type() == Type.LIMIT_MAKER && pit.book().crosses(ticket.side(), ticket.limit())) {
            office.close(ticket, Cause.WOULD_MATCH, Kind.CANCELED);
            return new Taken(ticket.snapshot(), List.of());
        }
        var taker = Taker.limit(
                ticket.side(), ticket.account, ticket.request().selfTrade(), ticket.limit(), ticket.leaves());
        return trade(pit, ticket, taker);
    }

    /** What only the matching can refuse; such an order gets a number and is kept as rejected. */
    private Outcome judge(Pit pit, int account, OrderRequest request) {
        var ticket = office.write(account, request, pit.scales());
        var taker = taker(ticket, reach(pit, ticket));
        var trial = pit.book().rehearse(taker);
        ticket.lots(request.size().inQuote() ? trial.filledLots() + (trial.isSated() ? 0 : 1) : reach(pit, ticket));
        var cause = refusal(pit, ticket, trial);
        if (cause != Cause.NONE) {
            office.reject(ticket, cause);
            return new Denied(denial(cause), request.clientId());
        }
        office.accept(ticket);
        return request.tif() == Tif.Kind.FOK && trial.lotsLeft() > 0
                ? unfilled(ticket, Cause.FOK_UNFILLED)
                : trade(pit, ticket, taker);
    }

    /** How many lots it may trade; 0 when it is for money instead. */
    private long reach(Pit pit, Ticket ticket) {
        var size = ticket.request().size();
        return size.inQuote() ? 0 : withinReach(pit, ticket, pit.scales().lots(size.amount()));
    }

    private Outcome trade(Pit pit, Ticket ticket, Taker taker) {
        var fills = ticket.request().type() == Type.LIMIT_MAKER
                ? List.<SimFill>of()
                : pit.deal(ticket, taker).fills();
        if (taker.isExpired()) {
            office.close(ticket, Cause.SELF_TRADE, Kind.TRADE_PREVENTION);
        } else if (ticket.isOpen() && ticket.request().manner().rests()) {
            pit.rest(ticket);
        } else if (ticket.isOpen()) {
            var market = ticket.request().type() == Type.MARKET;
            office.close(ticket, market ? Cause.NO_LIQUIDITY : Cause.IOC_REMAINDER, Kind.EXPIRED);
        }
        return new Taken(ticket.snapshot(), fills);
    }

    private Outcome unfilled(Ticket ticket, Cause cause) {
        office.close(ticket, cause, Kind.EXPIRED);
        return new Taken(ticket.snapshot(), List.of());
    }

    private Cause refusal(Pit pit, Ticket ticket, Taker trial) {
        var listing = pit.scales().listing();
        if (ticket.lots() == 0) {
            return Cause.REDUCE_ONLY;
        }
        if (office.tickets().openCount(ticket.account, listing.symbol())
                >= listing.limits().maxOrders()) {
            return Cause.TOO_MANY_ORDERS;
        }
        if (ticket.request().type() == Type.LIMIT_MAKER && pit.book().crosses(ticket.side(), ticket.limit())) {
            return Cause.WOULD_MATCH;
        }
        return office.settlement(ticket).refusal(ticket, trial);
    }

    private static Taker taker(Ticket ticket, long lots) {
        var request = ticket.request();
        if (request.size().inQuote()) {
            var money = ticket.scales.tickLots(request.size().amount());
            return Taker.spending(request.side(), ticket.account, request.selfTrade(), money);
        }
        return ticket.hasLimit()
                ? Taker.limit(request.side(), ticket.account, request.selfTrade(), ticket.limit(), lots)
                : Taker.market(request.side(), ticket.account, request.selfTrade(), lots);
    }

    private static Denial denial(Cause cause) {
        return switch (cause) {
            case INSUFFICIENT_BALANCE -> Denial.INSUFFICIENT_BALANCE;
            case WOULD_MATCH -> Denial.WOULD_MATCH;
            case TOO_MANY_ORDERS -> Denial.TOO_MANY_ORDERS;
            case REDUCE_ONLY -> Denial.NOTHING_TO_REDUCE;
            case NONE,
                    CANCELLED_BY_ACCOUNT,
                    CONNECTION_LOST,
                    EXPIRED,
                    IOC_REMAINDER,
                    FOK_UNFILLED,
                    NO_LIQUIDITY,
                    SELF_TRADE -> throw new AssertionError(cause);
        };
    }
}
