package sluice.venue.binance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import sluice.market.Clock;
import sluice.net.Session;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.venue.Feed;
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
    private final List<Session> market;
    private final Optional<Session> trade;
    private final List<SessionDriver> drivers = new ArrayList<>();
    private volatile Optional<Trading> trading = Optional.empty();

    /** What the venue runs on. */
    public record Ends(Transport transport, Clock clock, SessionDriver.Timer timer) {}

    /** Who takes the commands, and who hears of them. */
    private record Trading(SessionDriver driver) {}

    public BinanceVenue(BinanceConfig config, Ends ends, SplittableRandom random) {
        this.config = config;
        this.ends = ends;
        this.market = List.of();
        var dice = random.split();
        this.trade = config.trade().map(settings -> new BinanceTradeSession(settings, ends.clock(), dice));
    }

    @Override
    public Manifest manifest() {
        return BinanceManifest.of(config);
    }

    @Override
    public void open(Consumer<VenueEvent> inbox) {
        market.forEach(session -> drivers.add(drive(session, inbox)));
        trade.ifPresent(session -> {
            var driver = drive(session, inbox);
            drivers.add(driver);
            trading = Optional.of(new Trading(driver));
        });
        drivers.forEach(SessionDriver::start);
    }

    private SessionDriver drive(Session session, Consumer<VenueEvent> inbox) {
        return new SessionDriver(
                session,
                ends.transport(),
                ends.clock(),
                ends.timer(),
                inbox,
                bug -> inbox.accept(new VenueEvent.FeedChanged(
                        config.venue(),
                        Feed.PRIVATE,
                        FeedState.CLOSED,
                        "the adapter failed: " + bug,
                        ends.clock().stamp())));
    }

    @Override
    public void send(VenueCommand command) {
        trading.ifPresent(open -> open.driver().command(command));
    }

    @Override
    public void close() {
        drivers.forEach(SessionDriver::close);
    }
}
