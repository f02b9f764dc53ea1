package sluice.venue.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.market.Clock;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.Ends;
import sluice.net.SessionDriver;
import sluice.net.Transport;
import sluice.net.gate.Deadlines;
import sluice.order.Reason;
import sluice.order.Tif;
import sluice.sim.server.SimVenue;
import sluice.venue.Lookup;
import sluice.venue.OrderNews;
import sluice.venue.SimRig;
import sluice.venue.Venue;
import sluice.venue.VenueContract;
import sluice.venue.coinbase.trade.wire.Credentials;

/** The contract on the simulated venue, which was written from the same page by somebody else. */
class CoinbaseContractTest extends VenueContract {

    /** The contract waits for replies that never come. */
    private static final CoinbaseConfig.Limits HURRIED =
            new CoinbaseConfig.Limits(Deadlines.all(Duration.ofSeconds(1)), 30, 10, Duration.ofHours(1));

    private static final Symbol SYMBOL = Symbol.of("BTC-USD");

    /** The venue turns a subscription down that names it, whatever else that names. */
    private static final Symbol UNLISTED = Symbol.of("NOBODY-USD");

    CoinbaseContractTest() {
        super(SimRig.start(new SimRig.Stand("coinbase", SYMBOL, "BTC-USD", true, CoinbaseContractTest::venue)));
    }

    private static Venue venue(SimVenue at, Transport transport, Clock clock, SessionDriver.Timer timer) {
        var hosts = CoinbaseConfig.Hosts.of(at.rest(), at.ws());
        var usual = CoinbaseConfig.of(new VenueId("coinbase"), hosts, List.of(SYMBOL, UNLISTED));
        var config = new CoinbaseConfig(
                usual.venue(),
                hosts,
                Optional.of(new Credentials(at.apiKey(), at.apiSecret())),
                usual.symbols(),
                HURRIED,
                usual.pace(),
                usual.recovery());
        return CoinbaseVenue.of(config, new Ends(transport, clock, timer), new SplittableRandom(1));
    }

    @Test
    void anOrderThatIsGoodTillADateExpiresThen() {
        var end = rig.clock().now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
        var id = place(buy(rig.farBelow(), Tif.gtd(end)));

        watch.news(id, OrderNews.Acknowledged.class);
        assertThat(watch.outcome(id))
                .isInstanceOfSatisfying(
                        OrderNews.Ended.class,
                        ended -> assertThat(ended.closure().reason()).isEqualTo(Reason.EXPIRED));
        assertThat(lookup(id))
                .isInstanceOfSatisfying(
                        Lookup.Found.class,
                        found -> assertThat(found.order().terms().tif()).isEqualTo(Tif.gtd(end)));
        assertThat(rig.clock().now()).isAfterOrEqualTo(end);
    }
}
