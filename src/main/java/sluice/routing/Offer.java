package sluice.routing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.routing.RoutePlan.Leg;

/**
 * A candidate as the split sees it: the levels inside the limit, and how much of them is taken so far.
 *
 * <p>Confined to one call of the router.
 */
final class Offer {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);
    private static final int SHOWN = 4;

    private final Candidate candidate;
    private final RouteRequest request;
    private final List<Level> levels;
    private final BigDecimal flat;
    private int next;
    private Qty takenOfNext = Qty.ZERO;
    private Qty taken = Qty.ZERO;
    private BigDecimal quote = BigDecimal.ZERO;

    Offer(Candidate candidate, RouteRequest request) {
        this.candidate = candidate;
        this.request = request;
        this.levels = inside(candidate, request);
        this.flat = candidate.expected().stream().map(CostTerm::bps).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Level> inside(Candidate candidate, RouteRequest request) {
        var side = request.terms().side();
        var levels = new ArrayList<Level>();
        for (var level : candidate
                .ladder()
                .map(book -> side == Side.BUY ? book.asks() : book.bids())
                .orElse(List.of())) {
            if (level.px().compareTo(request.limit()) * side.sign() <= 0) {
                levels.add(level);
            }
        }
        return levels;
    }

    Candidate candidate() {
        return candidate;
    }

    Qty depth() {
        return levels.stream().map(Level::qty).reduce(Qty.ZERO, Qty::plus);
    }

    boolean hasBook() {
        return candidate.ladder().flatMap(book -> book.quote()).isPresent();
    }

    BigDecimal lot() {
        return candidate.instrument().grid().lot();
    }

    /** The most that may go there, on the lot. */
    Qty cap() {
        var max = candidate.instrument().bounds().maxQty();
        var cap = max.isZero() ? candidate.cap() : candidate.cap().min(max);
        return cap.max(Qty.ZERO).floor(lot());
    }

    Qty taken() {
        return taken;
    }

    /** What can be had at the next price: whole lots, at least one, which may then reach into later levels. */
    Qty chunk(Qty wanted) {
        var most = wanted.min(cap().minus(taken)).floor(lot());
        if (!most.isPositive() || next >= levels.size()) {
            return Qty.ZERO;
        }
        var here = levels.get(next).qty().minus(takenOfNext).min(most).floor(lot());
        if (here.isPositive()) {
            return here;
        }
        var one = lot().signum() == 0 ? most : new Qty(lot());
        return remaining().compareTo(one) >= 0 ? one : Qty.ZERO;
    }

    private Qty remaining() {
        var rest = takenOfNext.negate();
        for (var level : levels.subList(next, levels.size())) {
            rest = rest.plus(level.qty());
        }
        return rest;
    }

    /** What one more unit costs there in quote money, counted so that less is better on either side. */
    BigDecimal marginal(Qty chunk) {
        var reach = next;
        var covered = levels.get(reach).qty().minus(takenOfNext);
        while (covered.compareTo(chunk) < 0) {
            reach++;
            covered = covered.plus(levels.get(reach).qty());
        }
        return effective(levels.get(reach).px());
    }

    private BigDecimal effective(Px px) {
        var sign = BigDecimal.valueOf(request.terms().side().sign());
        var fee = px.value().multiply(candidate.fees().taker());
        var other = flat.movePointLeft(4).multiply(request.benchmark().value());
        return px.value().multiply(sign).add(fee).add(other);
    }

    void take(Qty qty) {
        var left = qty;
        while (left.isPositive()) {
            var level = levels.get(next);
            var here = level.qty().minus(takenOfNext).min(left);
            quote = quote.add(here.value().multiply(level.px().value()));
            taken = taken.plus(here);
            left = left.minus(here);
            takenOfNext = takenOfNext.plus(here);
            if (takenOfNext.compareTo(level.qty()) >= 0) {
                next++;
                takenOfNext = Qty.ZERO;
            }
        }
    }

    /** What was taken so far costs, all in, counted so that less is better. */
    BigDecimal cost() {
        var sign = BigDecimal.valueOf(request.terms().side().sign());
        var fee = quote.multiply(candidate.fees().taker());
        var other = flat.movePointLeft(4).multiply(request.benchmark().value()).multiply(taken.value());
        return quote.multiply(sign).add(fee).add(other);
    }

    boolean isOnLot() {
        return levels.stream().allMatch(level -> level.qty().isOn(lot()));
    }

    /** What its best unit would have cost, all in. */
    BigDecimal bestBps() {
        var from = request.benchmark().value();
        var sign = BigDecimal.valueOf(request.terms().side().sign());
        var beyond = effective(levels.get(0).px()).subtract(from.multiply(sign));
        return shown(beyond.multiply(BPS), from);
    }

    Px limitPx() {
        return request.limit()
                .onGrid(candidate.instrument().grid().tick(), request.terms().side());
    }

    /** The leg for what was taken and what shall rest beside it. */
    Leg leg(Qty resting) {
        var asset = request.terms().symbol().quote();
        var rate = taken.isZero() ? candidate.fees().maker() : candidate.fees().taker();
        var avg = taken.isZero() ? limitPx() : new Px(quote.divide(taken.value(), MathContext.DECIMAL64));
        var traded = taken.isZero() ? avg.value().multiply(resting.value()) : quote;
        var terms = new ArrayList<CostTerm>();
        terms.add(new CostTerm(CostTerm.PRICE, distance(avg)));
        terms.add(new CostTerm(CostTerm.FEE, feeBps(rate, avg)));
        terms.addAll(candidate.expected());
        return new Leg(
                candidate.venue(),
                taken.plus(resting),
                taken,
                limitPx(),
                avg,
                new Money(traded.multiply(rate), asset),
                terms);
    }

    private BigDecimal distance(Px avg) {
        var from = request.benchmark().value();
        var beyond = avg.value()
                .subtract(from)
                .multiply(BigDecimal.valueOf(request.terms().side().sign()));
        return shown(beyond.multiply(BPS), from);
    }

    private BigDecimal feeBps(BigDecimal rate, Px avg) {
        return shown(
                rate.multiply(avg.value()).multiply(BPS), request.benchmark().value());
    }

    private static BigDecimal shown(BigDecimal value, BigDecimal from) {
        return value.divide(from, SHOWN, RoundingMode.HALF_EVEN);
    }
}
