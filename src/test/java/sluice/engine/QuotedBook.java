package sluice.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.market.Clock;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.book.Level;
import sluice.market.book.LiveBook;

/** A book that shows what it was told, always fresh, or nothing once it is broken. */
final class QuotedBook implements LiveBook {

    private final VenueId venue;
    private final Symbol symbol;
    private final Clock clock;
    private List<Level> bids = List.of();
    private List<Level> asks = List.of();
    private long version;
    private boolean broken;
    private OptionalLong frozenNanos = OptionalLong.empty();
    private Px drift = Px.of("0");

    QuotedBook(VenueId venue, Symbol symbol, Clock clock) {
        this.venue = venue;
        this.symbol = symbol;
        this.clock = clock;
    }

    /** Levels as {@code "101 x 3"}, best first. */
    void quote(List<String> bid, List<String> ask) {
        bids = levels(bid);
        asks = levels(ask);
        version++;
    }

    void breakIt() {
        broken = true;
        version++;
    }

    /** Its feed gives no sign of life from now on. */
    void freeze() {
        frozenNanos = OptionalLong.of(clock.nanos());
    }

    /** Falls by so much with every look at it. */
    void falling(String step) {
        drift = Px.of(step);
    }

    private List<Level> fallen(List<Level> levels) {
        return levels.stream()
                .map(level -> new Level(new Px(level.px().value().subtract(drift.value())), level.qty()))
                .toList();
    }

    private static List<Level> levels(List<String> texts) {
        var levels = new ArrayList<Level>();
        for (var text : texts) {
            var parts = text.split(" x ");
            levels.add(new Level(Px.of(parts[0]), Qty.of(parts[1])));
        }
        return levels;
    }

    @Override
    public VenueId venue() {
        return venue;
    }

    @Override
    public Symbol symbol() {
        return symbol;
    }

    @Override
    public Optional<Ladder> read(int depth) {
        bids = fallen(bids);
        asks = fallen(asks);
        return broken
                ? Optional.empty()
                : Optional.of(new Ladder(
                        bids.subList(0, Math.min(depth, bids.size())),
                        asks.subList(0, Math.min(depth, asks.size())),
                        version,
                        frozenNanos.orElseGet(clock::nanos)));
    }

    @Override
    public long version() {
        return version;
    }
}
