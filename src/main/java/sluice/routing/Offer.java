package sluice.routing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.routing.RoutePlan.Leg;
import sluice.routing.RoutePlan.Take;
import sluice.routing.Steps.Step;

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
    private final Steps steps;
    private final Map<Step, Qty> used = new LinkedHashMap<>();
    private int next;
    private Qty takenOfNext = Qty.ZERO;
    private Qty taken = Qty.ZERO;

    Offer(Candidate candidate, RouteRequest request) {
        this.candidate = candidate;
        this.request = request;
        this.steps = Steps.of(candidate, request);
    }

    Candidate candidate() {
        return candidate;
    }

    Place place() {
        return candidate.place();
    }

    Qty depth() {
        return steps.depth();
    }

    boolean hasBook() {
        return candidate.book().ladder().flatMap(book -> book.quote()).isPresent();
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
        if (!most.isPositive() || next >= steps.all().size()) {
            return Qty.ZERO;
        }
        var here = steps.all().get(next).qty().minus(takenOfNext).min(most).floor(lot());
        if (here.isPositive()) {
            return here;
        }
        var one = lot().signum() == 0 ? most : new Qty(lot());
        return remaining().compareTo(one) >= 0 ? one : Qty.ZERO;
    }

    private Qty remaining() {
        var rest = takenOfNext.negate();
        for (var step : steps.all().subList(next, steps.all().size())) {
            rest = rest.plus(step.qty());
        }
        return rest;
    }

    /** What one more unit costs there in quote money, counted so that less is better. */
    BigDecimal marginal(Qty chunk) {
        var reach = next;
        var covered = steps.all().get(reach).qty().minus(takenOfNext);
        while (covered.compareTo(chunk) < 0) {
            reach++;
            covered = covered.plus(steps.all().get(reach).qty());
        }
        return steps.all().get(reach).effective();
    }

    void take(Qty qty) {
        var left = qty;
        while (left.isPositive()) {
            var step = steps.all().get(next);
            var here = step.qty().minus(takenOfNext).min(left);
            used.merge(step, here, Qty::plus);
            taken = taken.plus(here);
            left = left.minus(here);
            takenOfNext = takenOfNext.plus(here);
            if (takenOfNext.compareTo(step.qty()) >= 0) {
                next++;
                takenOfNext = Qty.ZERO;
            }
        }
    }

    /** What was taken so far costs, all in, counted so that less is better. */
    BigDecimal cost() {
        var cost = taken.isZero() ? BigDecimal.ZERO : candidate.expected().fixed();
        for (var each : used.entrySet()) {
            cost = cost.add(each.getKey().effective().multiply(each.getValue().value()));
        }
        return cost;
    }

    boolean isOnLot() {
        return steps.all().stream().allMatch(step -> step.qty().isOn(lot()));
    }

    /** Whether every next unit costs as much as the one before, or more. */
    boolean isConvex() {
        return steps.isConvex();
    }

    /** What its best unit would have cost, all in. */
    BigDecimal bestBps() {
        var from = request.benchmark().value();
        var sign = BigDecimal.valueOf(request.terms().side().sign());
        var beyond = steps.all().get(0).effective().subtract(from.multiply(sign));
        return shown(beyond.multiply(BPS), from);
    }

    Px limitPx() {
        return steps.limitPx();
    }

    /** The leg for what was taken and what shall rest beside it. */
    Leg leg(Qty resting) {
        var rate = taken.isZero() ? candidate.fees().maker() : candidate.fees().taker();
        var basis = taken.isZero() ? resting : taken;
        var quote = taken.isZero() ? limitPx().value().multiply(resting.value()) : quote();
        var avg = taken.isZero() ? limitPx() : new Px(quote.divide(taken.value(), MathContext.DECIMAL64));
        var fee = quote.multiply(rate);
        var sign = BigDecimal.valueOf(request.terms().side().sign());
        var effective = new Px(quote.add(fee.multiply(sign)).divide(basis.value(), MathContext.DECIMAL64));
        var take = new Take(
                taken, depth(), avg, effective, new Money(fee, place().symbol().quote()));
        return new Leg(place(), taken.plus(resting), limitPx(), take, terms(avg, rate));
    }

    private BigDecimal quote() {
        var quote = BigDecimal.ZERO;
        for (var each : used.entrySet()) {
            quote = quote.add(
                    each.getKey().px().value().multiply(each.getValue().value()));
        }
        return quote;
    }

    private List<CostTerm> terms(Px avg, BigDecimal rate) {
        var from = request.benchmark().value();
        var here = avg.value().multiply(candidate.book().conversion());
        var beyond = here.subtract(from)
                .multiply(BigDecimal.valueOf(request.terms().side().sign()));
        var terms = new ArrayList<CostTerm>();
        terms.add(new CostTerm(CostTerm.PRICE, shown(beyond.multiply(BPS), from)));
        terms.add(new CostTerm(CostTerm.FEE, shown(rate.multiply(here).multiply(BPS), from)));
        terms.addAll(expected());
        fixed().ifPresent(terms::add);
        return terms;
    }

    /** Of everything taken, the average of what was expected of each unit. */
    private List<CostTerm> expected() {
        if (taken.isZero()) {
            return candidate.expected().at(0);
        }
        var sums = new LinkedHashMap<String, BigDecimal>();
        used.forEach((step, qty) -> step.terms()
                .forEach(term -> sums.merge(term.name(), term.bps().multiply(qty.value()), BigDecimal::add)));
        return sums.entrySet().stream()
                .map(each -> new CostTerm(each.getKey(), shown(each.getValue(), taken.value())))
                .toList();
    }

    private Optional<CostTerm> fixed() {
        var fixed = candidate.expected().fixed();
        if (fixed.signum() == 0 || taken.isZero()) {
            return Optional.empty();
        }
        var notional = taken.value().multiply(request.benchmark().value());
        return Optional.of(new CostTerm(CostTerm.FIXED, shown(fixed.multiply(BPS), notional)));
    }

    private static BigDecimal shown(BigDecimal value, BigDecimal from) {
        return value.divide(from, SHOWN, RoundingMode.HALF_EVEN);
    }
}
