package sluice.sim.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.market.Side.BUY;
import static sluice.market.Side.SELL;
import static sluice.sim.floor.Scene.BTC;
import static sluice.sim.floor.Scene.DESK;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.ExchangeListener;
import sluice.sim.LevelChange;

class BookNewsTest implements ExchangeListener {

    private final Scene scene = Scene.of(21);
    private final Map<Side, TreeMap<Px, Qty>> books = new EnumMap<>(Map.of(
            BUY, new TreeMap<>(Comparator.<Px>reverseOrder()),
            SELL, new TreeMap<>()));
    private long last;

    @Test
    void aBookKeptFromThePictureAndEveryUpdateSinceIsTheBook() {
        var picture = scene.exchange().picture(BTC, 5000);
        picture.bids().forEach(level -> books.get(BUY).put(level.px(), level.qty()));
        picture.asks().forEach(level -> books.get(SELL).put(level.px(), level.qty()));
        last = picture.lastUpdateId();
        scene.exchange().listen(this);
        for (int i = 0; i < 600; i++) {
            scene.passMillis(100);
            act(i);
            var now = scene.exchange().picture(BTC, 5000);
            assertThat(last).isEqualTo(now.lastUpdateId());
            assertThat(kept(BUY)).isEqualTo(now.bids());
            assertThat(kept(SELL)).isEqualTo(now.asks());
        }
    }

    @Override
    public void booksChanged(String symbol, long firstUpdateId, long lastUpdateId, List<LevelChange> changes) {
        if (!symbol.equals(BTC)) {
            return;
        }
        assertThat(firstUpdateId).isEqualTo(last + 1);
        assertThat(lastUpdateId - firstUpdateId + 1).isEqualTo(changes.size());
        last = lastUpdateId;
        for (var change : changes) {
            if (change.qty().isZero()) {
                books.get(change.side()).remove(change.px());
            } else {
                books.get(change.side()).put(change.px(), change.qty());
            }
        }
    }

    private void act(int i) {
        if (i % 17 == 0) {
            scene.taken(DESK, scene.market(i % 2 == 0 ? BUY : SELL, "3"));
        } else if (i % 5 == 0) {
            scene.taken(DESK, scene.limit(BUY, "0.3", scene.best(BUY).plain()));
        }
    }

    private List<Level> kept(Side side) {
        return books.get(side).entrySet().stream()
                .map(entry -> new Level(entry.getKey(), entry.getValue()))
                .toList();
    }
}
