package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.market.Side.BUY;
import static sluice.sim.floor.Scene.DESK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.sim.Ledger;
import sluice.sim.store.MemoryLedger;

class KeptBeforeToldTest {

    private final Diary diary = new Diary();
    private final Scene scene = new Scene(1, diary, Scene.START);

    @Test
    void aChangeIsKeptOnceAndBeforeAnybodyHearsOfIt() {
        scene.world().freeze(true);
        diary.heard = scene.news();
        diary.kept.clear();
        scene.taken(DESK, scene.market(BUY, "3"));
        assertThat(diary.kept).containsExactly("1 order, 0 heard before");
        assertThat(scene.privateNews()).isNotEmpty();
    }

    @Test
    void aMarketThatTouchesNoAccountKeepsNothingButItsCheckpoints() {
        diary.kept.clear();
        scene.passMillis(500);
        assertThat(diary.kept).isEmpty();
        scene.passMillis(5_000);
        assertThat(diary.kept).containsExactly("checkpoint");
    }

    @Test
    void whatCouldNotBeKeptIsNotToldAndTheExchangeStops() {
        scene.world().freeze(true);
        diary.broken = true;
        assertThatThrownBy(() -> scene.taken(DESK, scene.market(BUY, "3"))).hasMessage("disk full");
        diary.broken = false;
        assertThat(scene.privateNews()).isEmpty();
        assertThatThrownBy(() -> scene.taken(DESK, scene.market(BUY, "3")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stopped");
        assertThatThrownBy(() -> scene.passMillis(100)).isInstanceOf(IllegalStateException.class);
        assertThat(diary.venue("binance").booked().orders()).isEmpty();
    }

    /** A ledger that notes what it is asked to keep, and can break. */
    private static final class Diary implements Ledger {

        private final MemoryLedger inner = new MemoryLedger();
        private final List<String> kept = new ArrayList<>();
        private List<String> heard = List.of();
        private boolean broken;

        @Override
        public Optional<WorldState> world() {
            return inner.world();
        }

        @Override
        public VenueState venue(String venue) {
            return inner.venue(venue);
        }

        @Override
        public void begin(WorldState world) {
            inner.begin(world);
        }

        @Override
        public void keep(String venue, Change change) {
            if (broken) {
                throw new IllegalStateException("disk full");
            }
            kept.add(change.booked().orders().size() + " order, " + heard.size() + " heard before");
            inner.keep(venue, change);
        }

        @Override
        public void checkpoint(WorldState world, Map<String, Counters> counters) {
            kept.add("checkpoint");
            inner.checkpoint(world, counters);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
