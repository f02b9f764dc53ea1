package sluice.sim.floor;

import java.util.List;
import java.util.Optional;
import sluice.market.Qty;
import sluice.market.Side;
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

    Outcome cancel(Pit pit, Ticket ticket) {
        pit.book().cancel(ticket.resting());
        office.close(ticket, Cause.CANCELLED_BY_ACCOUNT, Kind.CANCELED);
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

    /** What only the matching can refuse; such an order gets a number and is kept as rejected. */
    private Outcome judge(Pit pit, int account, OrderRequest request) {
        var taker = taker(pit, account, request);
        var trial = pit.book().rehearse(taker);
        var lots = request.type() == Type.MARKET && request.size().inQuote()
                ? trial.filledLots() + (trial.isSated() ? 0 : 1)
                : pit.scales().lots(request.size().amount());
        var ticket = office.write(account, request, pit.scales(), lots);
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
        if (office.tickets().openCount(ticket.account, listing.symbol())
                >= listing.limits().maxOrders()) {
            return Cause.TOO_MANY_ORDERS;
        }
        if (ticket.request().type() == Type.LIMIT_MAKER && pit.book().crosses(ticket.side(), ticket.limit())) {
            return Cause.WOULD_MATCH;
        }
        var free = office.accounts().free(ticket.account, ticket.gives());
        return need(pit.scales(), ticket, trial) > free ? Cause.INSUFFICIENT_BALANCE : Cause.NONE;
    }

    private static long need(Scales scales, Ticket ticket, Taker trial) {
        if (ticket.hasLimit()) {
            return ticket.need(ticket.lots());
        }
        return ticket.side() == Side.BUY ? scales.quote(trial.filledQuote()) : scales.base(trial.filledLots());
    }

    private static Taker taker(Pit pit, int account, OrderRequest request) {
        var scales = pit.scales();
        var amount = request.size().amount();
        if (request.size().inQuote()) {
            return Taker.spending(request.side(), account, request.selfTrade(), scales.tickLots(amount));
        }
        var lots = scales.lots(amount);
        return request.px().isPresent()
                ? Taker.limit(
                        request.side(),
                        account,
                        request.selfTrade(),
                        scales.ticks(request.px().get()),
                        lots)
                : Taker.market(request.side(), account, request.selfTrade(), lots);
    }

    private static Denial denial(Cause cause) {
        return switch (cause) {
            case INSUFFICIENT_BALANCE -> Denial.INSUFFICIENT_BALANCE;
            case WOULD_MATCH -> Denial.WOULD_MATCH;
            case TOO_MANY_ORDERS -> Denial.TOO_MANY_ORDERS;
            case NONE, CANCELLED_BY_ACCOUNT, IOC_REMAINDER, FOK_UNFILLED, NO_LIQUIDITY, SELF_TRADE ->
                throw new AssertionError(cause);
        };
    }
}
