package sluice.app.desk;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sluice.app.Start;
import sluice.app.venue.ApiKeys;
import sluice.app.venue.VenueConfig;
import sluice.market.Clock;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.venue.VenueCommand;
import sluice.venue.VenueEvent;
import sluice.venue.VenueReport;

/** One look at an account through its venue's own adapter, which places nothing and is closed again. Immutable. */
public record AccountLook(Start start, Transport transport, Clock clock) {

    private static final Duration BACK = Duration.ofDays(1);
    private static final int PATIENCE_SECONDS = 15;

    /** What the venue shows: what is open, the fills of a day, and the money; empty when it does not say in time. */
    public Optional<VenueReport> at(VenueConfig config, ApiKeys keys) {
        var pool = Executors.newSingleThreadScheduledExecutor(work -> Threads.daemon("venue-timer", work));
        var around = Connections.around(start, new Ends(transport, clock, SessionDriver.Timer.on(pool)));
        var dice = new SplittableRandom(new SecureRandom().nextLong());
        var report = new CompletableFuture<VenueReport>();
        try (var venue = config.wiring().venue(config, Optional.of(keys), around, dice)) {
            venue.open(event -> {
                if (event instanceof VenueEvent.MassStatus status) {
                    report.complete(status.report());
                }
            });
            venue.send(new VenueCommand.OrderMassStatusRequest(1, clock.now().minus(BACK), List.of()));
            return Optional.of(report.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            pool.shutdownNow();
        }
    }
}
