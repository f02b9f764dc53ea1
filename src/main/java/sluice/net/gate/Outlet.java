package sluice.net.gate;

import java.util.Optional;
import sluice.market.Clock;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.BadFrames;
import sluice.net.Session;
import sluice.order.ClOrdId;
import sluice.order.OrderId;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.OrderNews;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFill;
import sluice.venue.VenueOrder;

/** Where the parts of one session put what they have to say; stands for the session's output during one input. */
public final class Outlet {

    private final VenueId venue;
    private final Clock clock;
    private final BadFrames bad;
    private Optional<Session.Out> out = Optional.empty();

    public Outlet(VenueId venue, Clock clock) {
        this.venue = venue;
        this.clock = clock;
        bad = new BadFrames(venue, clock);
    }

    public void use(Session.Out current) {
        out = Optional.of(current);
    }

    public Session.Out out() {
        return out.orElseThrow();
    }

    public VenueId venue() {
        return venue;
    }

    public Stamp stamp() {
        return clock.stamp();
    }

    public long nanos() {
        return clock.nanos();
    }

    /** What came that should not have. */
    public BadFrames bad() {
        return bad;
    }

    public void emit(VenueEvent event) {
        out().emit(event);
    }

    /** News of an order we know by our own id. */
    public void report(VenueCommand.Ref order, OrderNews news) {
        report(Optional.of(order.clOrdId()), order.orderId(), order.symbol(), news);
    }

    /** News of an order as the venue shows it. */
    public void report(VenueOrder order, OrderNews news) {
        report(order.clOrdId(), Optional.of(order.orderId()), order.terms().symbol(), news);
    }

    /** News of an order that only an execution of it names. */
    public void report(VenueFill fill, OrderNews news) {
        report(fill.clOrdId(), Optional.of(fill.orderId()), fill.symbol(), news);
    }

    private void report(Optional<ClOrdId> id, Optional<OrderId> orderId, Symbol symbol, OrderNews news) {
        emit(new VenueEvent.OrderReport(venue, id, orderId, symbol, news, stamp()));
    }

    public void privateFeed(FeedState state, FeedReason reason, String text) {
        emit(new VenueEvent.FeedChanged(venue, Feed.PRIVATE, state, reason, text, stamp()));
    }
}
