package sluice.sim.floor;

import java.time.Instant;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Side;
import sluice.order.OrderState;
import sluice.sim.OrderRequest;
import sluice.sim.SimOrder;
import sluice.sim.SimOrder.Cause;
import sluice.sim.match.Resting;
import sluice.sim.match.Scales;

/** An order on the floor, in ticks, lots and units; what others see are its snapshots. */
final class Ticket {

    final long id;
    final int account;
    final Scales scales;

    private final String owner;
    private final Instant createdAt;
    private OrderRequest request;
    private long lots;
    private long filled;
    private long quoteUnits;
    private OrderState state = OrderState.SUBMITTED;
    private Cause cause = Cause.NONE;
    private Instant updatedAt;
    private Optional<Resting> resting = Optional.empty();
    private Optional<SimOrder> last = Optional.empty();

    Ticket(long id, int account, String owner, OrderRequest request, Scales scales, Instant createdAt) {
        this.id = id;
        this.account = account;
        this.owner = owner;
        this.request = request;
        this.scales = scales;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    static Ticket of(SimOrder kept, int account, Scales scales) {
        var ticket = new Ticket(kept.orderId(), account, kept.account(), kept.request(), scales, kept.createdAt());
        ticket.lots = scales.lots(kept.orderQty().value());
        ticket.filled = scales.lots(kept.cumQty().value());
        ticket.quoteUnits = Scales.units(kept.progress().cumQuote());
        ticket.state = kept.state();
        ticket.cause = kept.progress().cause();
        ticket.updatedAt = kept.updatedAt();
        return ticket;
    }

    /** The same one until it changes: lists of orders show far more than changes. */
    SimOrder snapshot() {
        var shown = last.orElseGet(this::shown);
        last = Optional.of(shown);
        return shown;
    }

    private SimOrder shown() {
        var progress = new SimOrder.Progress(state, scales.qty(filled), Scales.amount(quoteUnits), cause);
        return new SimOrder(id, owner, request, scales.qty(lots), progress, createdAt, updatedAt);
    }

    OrderRequest request() {
        return request;
    }

    String clientId() {
        return request.clientId();
    }

    String symbol() {
        return request.symbol();
    }

    String owner() {
        return owner;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Side side() {
        return request.side();
    }

    /** Its limit in ticks; 0 when it has none. */
    long limit() {
        return request.px().map(scales::ticks).orElse(0L);
    }

    boolean hasLimit() {
        return request.px().isPresent();
    }

    boolean isOpen() {
        return state.isCancellable();
    }

    long lots() {
        return lots;
    }

    long filled() {
        return filled;
    }

    long leaves() {
        return lots - filled;
    }

    void lots(long count) {
        last = Optional.empty();
        lots = count;
    }

    /** The asset it gives. */
    String gives() {
        return side() == Side.BUY ? scales.listing().quote() : scales.listing().base();
    }

    /** The asset it is for. */
    String takes() {
        return side() == Side.BUY ? scales.listing().base() : scales.listing().quote();
    }

    Resting resting() {
        return resting.orElseThrow();
    }

    boolean isResting() {
        return resting.isPresent();
    }

    void rests(Resting where) {
        resting = Optional.of(where);
    }

    void filled(long more, long units, Instant at) {
        last = Optional.empty();
        filled += more;
        quoteUnits += units;
        updatedAt = at;
        state = filled == lots ? OrderState.FILLED : OrderState.PARTIALLY_FILLED;
    }

    void close(OrderState as, Cause why, Instant at) {
        last = Optional.empty();
        state = as;
        cause = why;
        updatedAt = at;
        resting = Optional.empty();
    }

    void rename(String clientId) {
        last = Optional.empty();
        request = request.named(clientId);
    }

    void changed(long count, Instant at) {
        last = Optional.empty();
        lots = count;
        updatedAt = at;
    }

    /** Taken out of the book to stand or trade elsewhere. */
    void lifted(Px px) {
        last = Optional.empty();
        request = request.at(px);
        resting = Optional.empty();
    }
}
