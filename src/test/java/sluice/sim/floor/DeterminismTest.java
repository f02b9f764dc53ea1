package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.sim.VenueSpec;
import sluice.sim.WorldSpec;
import sluice.sim.store.MemoryLedger;

class DeterminismTest {

    @Test
    void theSameSeedAndInputsGiveTheSameNewsToTheLastDigit() {
        assertThat(play(11, 100)).isEqualTo(play(11, 100));
    }

    @Test
    void howOftenTheWorldIsAdvancedChangesNothing() {
        assertThat(play(11, 100)).isEqualTo(play(11, 2_000)).isEqualTo(play(11, 50));
    }

    @Test
    void anotherSeedIsAnotherMarket() {
        assertThat(play(11, 100)).isNotEqualTo(play(12, 100));
    }

    @Test
    void whatWeTradeDoesNotMoveTheEfficientPrice() {
        var quiet = Scene.of(13);
        var busy = Scene.of(13);
        for (int i = 0; i < 20; i++) {
            busy.taken(DESK, busy.market(i % 2 == 0 ? BUY : SELL, "1"));
            busy.passMillis(1_000);
            quiet.passMillis(1_000);
        }
        assertThat(busy.exchange().mid("SOLUSDT")).isEqualTo(quiet.exchange().mid("SOLUSDT"));
        assertThat(mid(busy)).isCloseTo(mid(quiet), withPercentage(0.05));
    }

    @Test
    void oneMoreSymbolDisturbsNoOther() {
        var all = Scene.of(14);
        all.passMillis(5_000);
        var spec = WorldSpec.usual(14).only("binance");
        var venue = spec.venues().get(0);
        var fewer = new VenueSpec(
                venue.name(), venue.listings().subList(0, 1), venue.fees(), 0.5, 1, Duration.ZERO, venue.grants());
        var world = World.open(new WorldSpec(14, spec.assets(), List.of(fewer)), new MemoryLedger(), Scene.START);
        world.advance(all.world().now());
        assertThat(world.exchange("binance").picture(BTC, 500))
                .isEqualTo(all.exchange().picture(BTC, 500));
    }

    private static List<String> play(long seed, long stepMillis) {
        var scene = Scene.of(seed).writingBooks();
        for (int i = 0; i < 10; i++) {
            for (long t = 0; t < 2_000; t += stepMillis) {
                scene.passMillis(stepMillis);
            }
            scene.taken(DESK, scene.market(i % 2 == 0 ? BUY : SELL, "1.5"));
            scene.taken(DESK, scene.limit(BUY, "0.2", scene.best(BUY).plain()));
            if (i == 5) {
                scene.exchange().setMid(BTC, Px.of("60100"), Optional.empty());
            }
        }
        return new ArrayList<>(scene.news());
    }

    private static double mid(Scene scene) {
        return scene.exchange().mid(BTC).value().doubleValue();
    }
}
