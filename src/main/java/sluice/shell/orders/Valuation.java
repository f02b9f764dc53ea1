package sluice.shell.orders;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.engine.Desk;
import sluice.engine.view.Inventory;
import sluice.engine.view.View;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Quote;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.position.Balance;
import sluice.order.position.Position;
import sluice.report.orders.PerpetualShape;
import sluice.report.orders.PositionsReport;
import sluice.report.orders.PositionsReport.Adjustment;

/** What our positions are worth by the books of a desk: each at the mid of its own venue, a perpetual at its mark. */
public record Valuation(Desk desk, View view) {

    private static final List<String> DOLLARS = List.of("USDT", "USD", "USDC");

    /** What is held by everything that a view says is booked. */
    static Inventory inventory(View view) {
        return new Inventory(
                view.orders().positions(),
                view.orders().accounts(),
                place -> Optional.ofNullable(view.venues().get(place.venue()))
                        .flatMap(at -> at.holdings().position(place.symbol())));
    }

    public List<PositionsReport.Valued> all() {
        return Stream.concat(booked(), unbooked())
                .sorted(Comparator.comparing(Position::symbol).thenComparing(Position::venue))
                .map(this::valued)
                .toList();
    }

    /** By our fills, and of a perpetual, which is one position at its venue, by everybody's. */
    private Stream<Position> booked() {
        var all = inventory(view).positions().stream()
                .filter(position -> position.symbol().isPerpetual());
        return Stream.concat(
                view.orders().positions().stream()
                        .filter(position -> !position.symbol().isPerpetual()),
                all);
    }

    /** What was added to accounts on somebody's word, and what that is worth. */
    public List<Adjustment> adjustments() {
        return view.orders().accounts().held().entrySet().stream()
                .flatMap(at -> new TreeMap<>(at.getValue().adjusted())
                        .entrySet().stream()
                                .filter(each -> each.getValue().signum() != 0)
                                .map(each -> adjustment(at.getKey(), new Money(each.getValue(), each.getKey()))))
                .sorted(Comparator.comparing(Adjustment::venue))
                .toList();
    }

    private Adjustment adjustment(VenueId at, Money amount) {
        var worth = DOLLARS.contains(amount.asset())
                ? Optional.of(amount.amount())
                : DOLLARS.stream()
                        .flatMap(dollar -> mid(at, Symbol.spot(amount.asset(), dollar)).stream())
                        .findFirst()
                        .map(px -> px.value().multiply(amount.amount()));
        return new Adjustment(at, amount, worth);
    }

    /** Perpetual positions that no fill of ours made. */
    private Stream<Position> unbooked() {
        return view.venues().entrySet().stream()
                .flatMap(at -> at.getValue().holdings().positions().stream()
                        .filter(position -> !position.netQty().isZero())
                        .map(position -> Position.flat(at.getKey(), position.symbol())))
                .filter(flat -> inventory(view).positions().stream()
                        .noneMatch(booked -> booked.venue().equals(flat.venue())
                                && booked.symbol().equals(flat.symbol())));
    }

    private PositionsReport.Valued valued(Position position) {
        var perpetual = perpetual(position);
        var mark = perpetual.flatMap(PerpetualShape::markPx).or(() -> mid(position.venue(), position.symbol()));
        var paid = Optional.ofNullable(
                        view.orders().accounts().funding().get(new Place(position.venue(), position.symbol())))
                .map(Money::amount)
                .orElse(BigDecimal.ZERO);
        var charges = new PositionsReport.Charges(fees(position, mark), paid);
        return new PositionsReport.Valued(position, mark, charges, held(position, perpetual), perpetual);
    }

    private Optional<PerpetualShape> perpetual(Position position) {
        return Optional.ofNullable(view.venues().get(position.venue()))
                .filter(at -> position.symbol().isPerpetual())
                .map(at -> new PerpetualShape(
                        at.holdings().position(position.symbol()), at.holdings().mark(position.symbol())));
    }

    private Optional<Px> mid(VenueId at, Symbol of) {
        return desk.books().stream()
                .filter(book -> book.venue().equals(at) && book.symbol().equals(of))
                .flatMap(book -> book.read(1).stream())
                .flatMap(ladder -> ladder.quote().stream())
                .map(Quote::mid)
                .findFirst();
    }

    /** All fees in quote money; an asset that nothing is known to be worth leaves the sum open. */
    private Optional<BigDecimal> fees(Position position, Optional<Px> mark) {
        var sum = BigDecimal.ZERO;
        for (var fee : position.fees().entrySet()) {
            var rate = rate(position, fee.getKey(), mark);
            if (rate.isEmpty() && fee.getValue().signum() != 0) {
                return Optional.empty();
            }
            sum = sum.add(fee.getValue().multiply(rate.orElse(BigDecimal.ZERO)));
        }
        return Optional.of(sum);
    }

    private Optional<BigDecimal> rate(Position position, String asset, Optional<Px> mark) {
        var symbolOfIt = position.symbol();
        if (asset.equals(symbolOfIt.quote())) {
            return Optional.of(BigDecimal.ONE);
        }
        var px = asset.equals(symbolOfIt.base()) ? mark : mid(position.venue(), Symbol.spot(asset, symbolOfIt.quote()));
        return px.map(Px::value);
    }

    private Optional<BigDecimal> held(Position position, Optional<PerpetualShape> perpetual) {
        if (perpetual.isPresent()) {
            return perpetual.get().position().map(there -> there.netQty().value());
        }
        return Optional.ofNullable(view.venues().get(position.venue()))
                .flatMap(at -> at.balances().stream()
                        .filter(balance ->
                                balance.asset().equals(position.symbol().base()))
                        .findFirst())
                .map(Balance::total);
    }
}
