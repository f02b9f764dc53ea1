package sluice.venue.binance;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sluice.market.Clock;
import sluice.net.Session;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.feed.MarketSession;
import sluice.net.orders.MarketOnly;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;
import sluice.venue.Manifest;
import sluice.venue.Venue;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.binance.trade.BinanceTradeSession;

/**
 * Binance spot. Safe for any thread.
 *
 * <p>Market data and order entry are sessions of their own, each behind its own driver, so that an order never waits
 * for a snapshot to be read. It has no threads: those of the transport and the timer run it, and a simulation's one
 * thread does as well. Neither transport nor timer is closed with it.
 */
public final class BinanceVenue implements Venue {

    private final BinanceConfig config;
    private final Ends ends;
    private final Session market;
    private final Optional<Session> trade;
    private volatile List<SessionDriver> drivers = List.of();
    private volatile Optional<SessionDriver> orders = Optional.empty();
    private volatile Consumer<VenueCommand> trading = command -> {};

    /** What the venue runs on. */
    public record Ends(Transport transport, Clock clock, SessionDriver.Timer timer) {}

    public BinanceVenue(BinanceConfig config, Ends ends, SplittableRandom random) {
        this.config = config;
        this.ends = ends;
        this.market = new MarketSession(config.dialect(), config.market(), ends.clock(), random.split());
        var dice = random.split();
        this.trade = config.trade().map(settings -> new BinanceTradeSession(settings, ends.clock(), dice));
    }

    @Override
    public Manifest manifest() {
        return BinanceManifest.of(config);
    }

    @Override
    public void open(Consumer<VenueEvent> inbox) {
        var feeds = config.symbols().stream().map(Feed::book).toList();
        var books = drive(market, feeds, inbox);
        orders = trade.map(session -> drive(session, List.of(Feed.PRIVATE), inbox));
        var unkeyed = new MarketOnly(config.venue(), ends.clock(), inbox);
        trading = orders.<Consumer<VenueCommand>>map(driver -> driver::command).orElse(unkeyed::answer);
        drivers = Stream.concat(orders.stream(), Stream.of(books)).toList();
        drivers.forEach(SessionDriver::start);
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
                config.venue(),
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
