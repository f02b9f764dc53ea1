package sluice.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.Command;
import sluice.market.Instrument;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.sim.Listing;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.perp.Contract;
import sluice.sim.perp.Funding;
import sluice.sim.server.counter.Counter;

/** Funding as Bybit's own wire tells it, every minute here. */
class FundingTest {

    private static final Symbol PERP = Symbol.of("BTC-USDT-PERP");
    private static final Place AT_BYBIT = new Place(new VenueId("bybit"), PERP);

    private final Scene scene = new Scene(Cast.BYBIT, FundingTest::everyMinute);

    private static WorldSpec everyMinute(WorldSpec usual) {
        var venues = usual.venues().stream()
                .map(venue -> new VenueSpec(
                        venue.name(),
                        venue.listings().stream().map(FundingTest::everyMinute).toList(),
                        venue.fees(),
                        venue.basisBps(),
                        venue.depth(),
                        venue.latency(),
                        venue.grants()))
                .toList();
        return new WorldSpec(usual.seed(), usual.assets(), venues);
    }

    private static Listing everyMinute(Listing listing) {
        return new Listing(
                listing.name(),
                listing.base(),
                listing.quote(),
                listing.contract()
                        .map(known -> new Contract(
                                known.leverage(), known.maxLeverage(), Duration.ofMinutes(1), known.fees())),
                new Instrument.Grid(listing.tick(), listing.lot()),
                listing.bounds(),
                listing.limits());
    }

    private void trades(Side side) {
        var terms = new Terms(PERP, side, Qty.of("0.5"), Optional.empty(), Tif.IOC, false, false);
        var origin = new Origin("ada", "prompt", "test", Optional.empty());
        var answer = scene.ask(
                new Command.Place(terms, Optional.empty(), Instructions.NONE, origin, Command.Until.ACKNOWLEDGED));
        scene.until(answer::isDone, 10);
    }

    private BigDecimal paidThere() {
        return scene.venue().exchange().perpetuals().fundings(Counter.DESK).stream()
                .map(Funding::paid)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal paidHere() {
        Map<Place, Money> funding = scene.view().orders().accounts().funding();
        return Optional.ofNullable(funding.get(AT_BYBIT)).map(Money::amount).orElse(BigDecimal.ZERO);
    }

    private void isExplained() {
        assertThat(paidThere()).isNotZero();
        assertThat(paidHere()).isEqualByComparingTo(paidThere());
        assertThat(scene.reconcile(false).plan()).isEmpty();
        assertThat(scene.reconcile(true).plan()).isEmpty();
        assertThat(scene.view().orders().accounts().differences()).isEmpty();
        assertThat(scene.alerts()).isEmpty();
    }

    @Test
    void whatTheStreamTellsIsBookedAndExplainsWhatItMoved() {
        trades(Side.BUY);
        scene.pass(Duration.ofSeconds(150));
        isExplained();
    }

    @Test
    void whatWasSettledWhileTheDeskWasDownIsBookedByTheFirstReport() {
        trades(Side.SELL);
        scene.pass(Duration.ofSeconds(70));
        scene.die();
        scene.pass(Duration.ofSeconds(130));
        scene.rise();
        scene.until(() -> paidHere().compareTo(paidThere()) == 0, 60);
        scene.pass(Duration.ofSeconds(30));
        isExplained();
    }

    @Test
    void whatTheStreamKeptBackIsFoundByAReport() {
        trades(Side.BUY);
        scene.pass(Duration.ofSeconds(5));
        scene.privateStreamTellsNothing();
        scene.pass(Duration.ofSeconds(70));
        scene.heal();
        assertThat(scene.reconcile(true).plan())
                .singleElement()
                .satisfies(line -> assertThat(line.explanation()).contains("funding settled, paid"));
        isExplained();
    }
}
