package sluice.venue.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.market.book.LiveBook;

/**
 * A public book less what we took from it on paper. Confined to its exchange.
 *
 * <p>The venue knows nothing of our executions, so its levels stand on. What we took of one is gone from it until the
 * level shows another quantity, so that nothing displayed is taken twice.
 */
final class Displayed {

    /** Further down nothing is looked at. */
    private static final int DEPTH = 1_000;

    private final LiveBook book;
    private final Map<Px, Taken> bids = new HashMap<>();
    private final Map<Px, Taken> asks = new HashMap<>();

    private record Taken(Qty of, Qty qty) {}

    Displayed(LiveBook book) {
        this.book = book;
    }

    /** What an order of this side can trade with, best first; empty while the book cannot be read. */
    Optional<List<Level>> against(Side side) {
        return book.read(DEPTH).map(ladder -> left(opposite(ladder, side), taken(side)));
    }

    /** What stands at a price on this side, ours not among it; empty while the book cannot be read. */
    Optional<Qty> standing(Side side, Px px) {
        return book.read(DEPTH)
                .map(ladder -> opposite(ladder, side.opposite()).stream()
                        .filter(level -> level.px().equals(px))
                        .map(Level::qty)
                        .findFirst()
                        .orElse(Qty.ZERO));
    }

    /** An order of this side took so much of a level that {@link #against} showed. */
    void take(Side side, Level shown, Qty qty) {
        var before = Optional.ofNullable(taken(side).get(shown.px()));
        var all = before.map(Taken::qty).orElse(Qty.ZERO);
        taken(side).put(shown.px(), new Taken(shown.qty().plus(all), all.plus(qty)));
    }

    private static List<Level> opposite(Ladder ladder, Side side) {
        return side == Side.BUY ? ladder.asks() : ladder.bids();
    }

    private Map<Px, Taken> taken(Side side) {
        return side == Side.BUY ? asks : bids;
    }

    private static List<Level> left(List<Level> levels, Map<Px, Taken> taken) {
        var shown = new HashMap<Px, Qty>();
        levels.forEach(level -> shown.put(level.px(), level.qty()));
        taken.entrySet().removeIf(entry -> !entry.getValue().of.equals(shown.get(entry.getKey())));
        var left = new ArrayList<Level>(levels.size());
        for (var level : levels) {
            var gone =
                    Optional.ofNullable(taken.get(level.px())).map(Taken::qty).orElse(Qty.ZERO);
            var rest = level.qty().minus(gone);
            if (rest.isPositive()) {
                left.add(new Level(level.px(), rest));
            }
        }
        return left;
    }
}
