package sluice.net;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sluice.market.Symbol;
import sluice.net.limit.Shutout;
import sluice.net.orders.MarketOnly;
import sluice.order.Reason;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.Manifest;
import sluice.venue.OrderNews;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;

/**
 * A venue as its two sessions and what they run on. Safe for any thread.
 *
 * <p>Market data and order entry are sessions of their own, each behind its own driver, so that an order never waits
 * for a snapshot to be read. It has no threads: those of the transport and the timer run it, and a simulation's one
 * thread does as well. Neither transport nor timer is closed with it.
 */
public final class VenueDriver implements Venue {

    private final Manifest manifest;
    private final Ends ends;
    private final Sessions sessions;
    private volatile List<SessionDriver> drivers = List.of();
    private volatile Optional<SessionDriver> orders = Optional.empty();
    private volatile Consumer<VenueCommand> trading = command -> {};

    /**
     * What is driven.
     *
     * @param market keeps the books of these symbols
     * @param trade empty where we have no keys
     * @param shutout what both keep to
     */
    public record Sessions(Session market, List<Symbol> symbols, Optional<? extends Session> trade, Shutout shutout) {

        public Sessions {
            symbols = List.copyOf(symbols);
        }
    }

    public VenueDriver(Manifest manifest, Ends ends, Sessions sessions) {
        this.manifest = manifest;
        this.ends = ends;
        this.sessions = sessions;
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public void keepAway(Duration lasting) {
        sessions.shutout().ban(lasting, ends.clock().nanos());
    }

    @Override
    public void open(Consumer<VenueEvent> inbox) {
        sessions.shutout()
                .listen((lasting, isPause) -> inbox.accept(new VenueEvent.Banned(
                        manifest.venue(), lasting, isPause, ends.clock().stamp())));
        var feeds = sessions.symbols().stream().map(Feed::book).toList();
        var books = drive(sessions.market(), feeds, event -> {
            inbox.accept(event);
            if (event instanceof VenueEvent.Listed) {
                orders.ifPresent(driver -> driver.overhear(event));
            }
        });
        Consumer<VenueEvent> told = event -> {
            inbox.accept(event);
            if (isForFilter(event)) {
                books.overhear(event);
            }
        };
        orders = sessions.trade().map(session -> drive(session, List.of(Feed.PRIVATE), told));
        var unkeyed = new MarketOnly(manifest.venue(), ends.clock(), inbox);
        trading = orders.<Consumer<VenueCommand>>map(driver -> driver::command).orElse(unkeyed::answer);
        drivers = Stream.concat(orders.stream(), Stream.of(books)).toList();
        drivers.forEach(SessionDriver::start);
    }

    /** Whether an order was turned down for a grid or bounds that may be others by now. */
    private static boolean isForFilter(VenueEvent event) {
        if (!(event instanceof VenueEvent.OrderReport report)) {
            return false;
        }
        if (report.news() instanceof OrderNews.Rejected rejected) {
            return rejected.closure().reason() == Reason.FILTER;
        }
        return report.news() instanceof OrderNews.RequestRejected rejected
                && rejected.closure().reason() == Reason.FILTER;
    }

    private SessionDriver drive(Session session, List<Feed> feeds, Consumer<VenueEvent> inbox) {
        return new SessionDriver(
                session,
                ends.transport(),
                ends.clock(),
                ends.timer(),
                inbox,
                bug -> feeds.forEach(feed -> inbox.accept(ended(feed, bug))));
    }

    private VenueEvent ended(Feed feed, Throwable bug) {
        return new VenueEvent.FeedChanged(
                manifest.venue(),
                feed,
                FeedState.CLOSED,
                FeedReason.BUG,
                "a bug ended the adapter: " + bug,
                ends.clock().stamp());
    }

    @Override
    public void prepare(VenueCommand command) {
        orders.ifPresent(driver -> driver.prepare(command));
    }

    @Override
    public void forget(VenueCommand command) {
        orders.ifPresent(driver -> driver.forget(command));
    }

    @Override
    public void send(VenueCommand command) {
        trading.accept(command);
    }

    @Override
    public void close() {
        drivers.forEach(SessionDriver::close);
    }
}
