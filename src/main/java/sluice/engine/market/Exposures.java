package sluice.engine.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import sluice.engine.turn.Turn;
import sluice.market.Px;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.Trade;
import sluice.market.VenueId;
import sluice.order.Terms;
import sluice.order.position.Position;
import sluice.risk.exposure.Conditions;
import sluice.risk.exposure.Exposure;
import sluice.risk.exposure.Funds;
import sluice.risk.exposure.Outlay;
import sluice.risk.exposure.Pace;
import sluice.risk.exposure.Positions;
import sluice.risk.exposure.Positions.Elsewhere;
import sluice.risk.exposure.Working;
import sluice.risk.limits.Restrictions;

/** What risk judges an order against, gathered from the state, the venues and the books as they are now. */
public final class Exposures {

    /** Quote assets that count as a US dollar in limits; nothing is routed or valued by this. */
    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private static final long PRINT_COUNTS_NANOS = 60_000_000_000L;
    private static final long WORTH_COUNTS_NANOS = 1_000_000_000L;

    private final Turn turn;
    private final Beside beside;
    private final Books books;
    private final Regimes regimes;
    private final Crossings crossings;
    private final Restrictions restrictions;
    private final Supplier<String> journalFault;
    private final OwnOrders own;
    private final DailyVolume volume = new DailyVolume();
    private final Map<Symbol, Print> prints = new HashMap<>();
    private final Map<Symbol, Worth> worths = new HashMap<>();
    private Summed summed = new Summed(Symbol.spot("", ""), -1, 0, Elsewhere.NOTHING);
    private Pace pace;

    private record Print(Px px, long nanos) {}

    private record Worth(BigDecimal usd, long nanos) {}

    private record Summed(Symbol symbol, long seq, long nanos, Elsewhere sum) {

        boolean isOf(Symbol other, long otherSeq, long now) {
            return seq == otherSeq && symbol.equals(other) && now - nanos < WORTH_COUNTS_NANOS;
        }
    }

    public Exposures(
            Turn turn, Books books, Regimes regimes, Restrictions restrictions, Supplier<String> journalFault) {
        this.turn = turn;
        this.beside = new Beside(turn);
        this.books = books;
        this.regimes = regimes;
        this.crossings = regimes.crossings();
        this.restrictions = restrictions;
        this.journalFault = journalFault;
        this.own = new OwnOrders(turn);
        this.pace = Pace.fresh(turn.now().nanos());
    }

    public void printed(Trade trade, Stamp at) {
        prints.put(trade.symbol(), new Print(trade.px(), at.nanos()));
        volume.printed(trade, at.at());
    }

    /** Keeps the pace that a passed order left. */
    public void paced(Pace next) {
        pace = next;
    }

    /** Takes notice of an order that goes out. */
    public void sent(VenueId venue, Terms terms) {
        own.sent(venue, terms, books.top(terms.symbol()).mid());
    }

    public Pace pace() {
        return pace;
    }

    /** The exposure of an order under a tag at a venue. */
    public Exposure of(VenueId venue, Terms terms, Optional<String> tag) {
        var symbol = terms.symbol();
        var state = turn.venue(venue);
        var open = turn.orders().open();
        var spent = Outlay.asset(terms);
        var folded = Positions.of(List.of(venue), symbol, beside.positions(), open);
        var positions = beside.over(folded, symbol, List.of(venue)).withElsewhere(elsewhere(symbol));
        var working = Working.of(venue, symbol, open);
        return new Exposure(
                conditions(venue, terms, tag),
                market(Optional.of(venue), symbol),
                positions,
                tag.map(own::underTag).map(working::withTag).orElse(working),
                state.knowsBalances() ? Funds.of(venue, spent, state.balances(), open, state::outlay) : Funds.UNKNOWN,
                pace,
                turn.now().nanos());
    }

    private Conditions conditions(VenueId venue, Terms terms, Optional<String> tag) {
        var symbol = terms.symbol();
        var guard = turn.state().limits().of(venue, symbol, tag).guard();
        return new Conditions(
                turn.state().trading().at(venue, symbol, tag),
                restrictions.why(terms.side(), venue, symbol),
                new Conditions.Machine(turn.venue(venue).clockOffset(turn.now()), journalFault.get()),
                unknown(venue),
                own.opposites(venue, terms, guard.washWindowMs() * 1_000_000),
                new Conditions.Volumes(volume.of(symbol), regimes.near(symbol)));
    }

    /** The symbol's exposure at all venues that an order may go to, which has none yet. */
    public Exposure of(Symbol symbol, List<VenueId> venues, Optional<String> tag) {
        var open = turn.orders().open();
        var machine = new Conditions.Machine(Optional.empty(), journalFault.get());
        return new Exposure(
                new Conditions(
                        turn.state().trading().states().of(symbol, tag),
                        Optional.empty(),
                        machine,
                        Optional.of(BigDecimal.ZERO),
                        Conditions.Opposites.NONE,
                        Conditions.Volumes.UNKNOWN),
                market(Optional.empty(), symbol),
                beside.over(Positions.of(venues, symbol, beside.positions(), open), symbol, venues)
                        .withElsewhere(elsewhere(symbol)),
                Working.NONE,
                Funds.UNKNOWN,
                pace,
                turn.now().nanos());
    }

    /** The market of a symbol, as far as it has one to be priced by. */
    public Exposure.Market market(Symbol symbol) {
        return market(Optional.empty(), symbol);
    }

    private Exposure.Market market(Optional<VenueId> venue, Symbol symbol) {
        var now = turn.now().nanos();
        var print = Optional.ofNullable(prints.get(symbol)).filter(last -> now - last.nanos < PRINT_COUNTS_NANOS);
        var top = books.top(symbol);
        return new Exposure.Market(
                top.mid(),
                print.map(Print::px),
                crossings.look(symbol, top, now),
                venue.isPresent() ? books.age(venue.get(), symbol) : books.youngest(symbol),
                usd(symbol.quote()),
                regimes.of(symbol));
    }

    /** What one unit of an asset counts for in limits; empty, and so refusing, where no live book says. */
    Optional<BigDecimal> usd(String asset) {
        if (DOLLARS.contains(asset)) {
            return Optional.of(BigDecimal.ONE);
        }
        return DOLLARS.stream()
                .sorted()
                .map(dollar -> books.top(Symbol.spot(asset, dollar)).mid())
                .flatMap(Optional::stream)
                .findFirst()
                .map(Px::value);
    }

    /** The same for as long as nothing is recorded: an order asks for it more than once. */
    private Elsewhere elsewhere(Symbol symbol) {
        var now = turn.now().nanos();
        var seq = turn.state().seq();
        if (!summed.isOf(symbol, seq, now)) {
            summed = new Summed(symbol, seq, now, sum(symbol));
        }
        return summed.sum;
    }

    private Elsewhere sum(Symbol without) {
        var positions = others(turn.orders().positions(), Position::symbol, without);
        var orders = others(turn.orders().open(), order -> order.terms().symbol(), without);
        var others = new HashSet<>(positions.keySet());
        others.addAll(orders.keySet());
        var sum = Elsewhere.NOTHING;
        for (var other : others) {
            var held = positions.getOrDefault(other, List.of());
            var worst = Positions.of(List.of(), other, held, orders.getOrDefault(other, List.of()));
            if (!worst.worst().isZero()) {
                sum = sum.plus(worst, worth(other, held));
            }
        }
        return sum;
    }

    /** What a unit of a symbol counts for in limits. */
    BigDecimal worth(Symbol symbol) {
        return worth(
                symbol,
                turn.orders().positions().stream()
                        .filter(position -> position.symbol().equals(symbol))
                        .toList());
    }

    /** What could fill at a venue by orders in doubt. */
    Optional<BigDecimal> unknown(VenueId venue) {
        return own.unknown(venue, of -> books.top(of).mid(), this::usd);
    }

    private static <T> Map<Symbol, List<T>> others(Collection<T> all, Function<T, Symbol> symbol, Symbol without) {
        var others = new HashMap<Symbol, List<T>>();
        for (var each : all) {
            var own = symbol.apply(each);
            if (!own.equals(without)) {
                others.computeIfAbsent(own, first -> new ArrayList<>()).add(each);
            }
        }
        return others;
    }

    /** A unit's, as it was within the last second: there may be hundreds of them to add up for one order. */
    private BigDecimal worth(Symbol symbol, List<Position> held) {
        var now = turn.now().nanos();
        var known = worths.get(symbol);
        if (known == null || now - known.nanos >= WORTH_COUNTS_NANOS) {
            known = new Worth(priced(symbol, held), now);
            worths.put(symbol, known);
        }
        return known.usd;
    }

    /** At the mid, or at average cost while there is none: a missing book must not make a position vanish. */
    private BigDecimal priced(Symbol symbol, List<Position> held) {
        return books.top(symbol)
                .mid()
                .or(() -> lastKnown(held))
                .map(Px::value)
                .orElse(BigDecimal.ZERO)
                .multiply(usd(symbol.quote()).orElse(BigDecimal.ONE));
    }

    private static Optional<Px> lastKnown(List<Position> held) {
        return held.stream()
                .map(position -> position.avgCost())
                .flatMap(Optional::stream)
                .max(Px::compareTo);
    }
}
