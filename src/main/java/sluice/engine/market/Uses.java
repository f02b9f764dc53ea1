package sluice.engine.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.turn.Turn;
import sluice.engine.view.RiskView.Use;
import sluice.market.Place;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.position.Position;
import sluice.risk.exposure.Positions;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/** How much of each limit is used now, the worst case counted, in one pass over positions and orders. */
public final class Uses {

    private final Turn turn;
    private final Exposures exposures;

    public Uses(Turn turn, Exposures exposures) {
        this.turn = turn;
        this.exposures = exposures;
    }

    /** The positions and orders of the desk, sorted by what limits are about. */
    private static final class Fold {

        private final Map<Symbol, Positions> symbols = new TreeMap<>();
        private final Map<Place, Positions> places =
                new TreeMap<>(Comparator.comparing(Place::venue).thenComparing(Place::symbol));
        private final Map<VenueId, Integer> venues = new TreeMap<>();
        private final Map<Place, Integer> open =
                new TreeMap<>(Comparator.comparing(Place::venue).thenComparing(Place::symbol));
        private final Map<String, Integer> tags = new TreeMap<>();

        void add(Position position) {
            var symbol = position.symbol();
            var there = Positions.of(List.of(position.venue()), symbol, List.of(position), List.of());
            symbols.merge(symbol, there, Fold::both);
            places.merge(new Place(position.venue(), symbol), there, Fold::both);
        }

        private static Positions both(Positions one, Positions other) {
            return one.plus(other);
        }

        void add(Order order, Optional<String> tag) {
            var symbol = order.terms().symbol();
            var place = new Place(order.ids().venue(), symbol);
            var side = order.terms().side();
            var qty = order.worstLeavesQty();
            symbols.put(symbol, symbols.getOrDefault(symbol, Positions.FLAT).withOpen(side, qty, true));
            places.put(place, places.getOrDefault(place, Positions.FLAT).withOpen(side, qty, true));
            venues.merge(place.venue(), 1, Integer::sum);
            open.merge(place, 1, Integer::sum);
            tag.ifPresent(text -> tags.merge(text, 1, Integer::sum));
        }
    }

    public List<Use> now() {
        var fold = new Fold();
        turn.orders().positions().forEach(fold::add);
        for (var order : turn.orders().open()) {
            fold.add(
                    order,
                    turn.orders()
                            .parentOf(order)
                            .parent()
                            .opened()
                            .instructions()
                            .tag());
        }
        var uses = new ArrayList<Use>();
        desk(fold, uses);
        fold.symbols.forEach((symbol, positions) -> symbol(symbol, positions, uses));
        fold.places.forEach((place, positions) -> place(place, positions, fold.open.getOrDefault(place, 0), uses));
        fold.venues.forEach((venue, open) -> venue(venue, open, uses));
        fold.tags.forEach((tag, open) -> add(
                uses,
                LimitKey.TAG_OPEN,
                "tag:" + tag,
                BigDecimal.valueOf(open),
                turn.state().limits().of(Symbol.spot("", ""), Optional.of(tag))));
        return uses;
    }

    private void desk(Fold fold, List<Use> uses) {
        var sum = Positions.Elsewhere.NOTHING;
        for (var each : fold.symbols.entrySet()) {
            sum = sum.plus(each.getValue(), exposures.worth(each.getKey()));
        }
        var global = turn.state().limits().global();
        var now = turn.now().nanos();
        add(uses, LimitKey.POSITION_MAX_GROSS, "global", sum.gross(), global);
        var net = sum.longNet().max(sum.shortNet()).max(BigDecimal.ZERO);
        add(uses, LimitKey.POSITION_MAX_NET, "global", net, global);
        var used = exposures.pace().desk().used(global.rate().desk(), now);
        add(uses, LimitKey.RATE_BURST, "global", BigDecimal.valueOf(used), global);
    }

    private void symbol(Symbol symbol, Positions positions, List<Use> uses) {
        var limits = turn.state().limits().of(symbol, Optional.empty());
        var worst = positions.worst().value();
        add(uses, LimitKey.POSITION_MAX_QTY, symbol.name(), worst, limits);
        add(uses, LimitKey.POSITION_MAX_NOTIONAL, symbol.name(), worst.multiply(exposures.worth(symbol)), limits);
    }

    private void place(Place place, Positions positions, int open, List<Use> uses) {
        var limits = turn.state().limits().of(place.venue(), place.symbol(), Optional.empty());
        var worst = positions
                .worstAtVenue(Side.BUY)
                .max(positions.worstAtVenue(Side.SELL))
                .value()
                .max(BigDecimal.ZERO);
        var scope = place.symbol() + " at " + place.venue();
        add(uses, LimitKey.POSITION_AT_VENUE, scope, worst.multiply(exposures.worth(place.symbol())), limits);
        add(uses, LimitKey.OPEN_PER_SYMBOL, scope, BigDecimal.valueOf(open), limits);
    }

    private void venue(VenueId venue, int open, List<Use> uses) {
        var limits = turn.state().limits().of(venue, Symbol.spot("", ""), Optional.empty());
        var now = turn.now().nanos();
        add(uses, LimitKey.OPEN_PER_VENUE, venue.name(), BigDecimal.valueOf(open), limits);
        var used = exposures.pace().of(venue, now).used(limits.rate().venue(), now);
        add(uses, LimitKey.RATE_VENUE_BURST, venue.name(), BigDecimal.valueOf(used), limits);
        exposures
                .unknown(venue)
                .ifPresent(unknown -> add(uses, LimitKey.GUARD_MAX_UNKNOWN, venue.name(), unknown, limits));
    }

    private static void add(List<Use> uses, LimitKey key, String scope, BigDecimal used, Limits limits) {
        uses.add(new Use(key.toml(), scope, used, key.of(limits)));
    }
}
