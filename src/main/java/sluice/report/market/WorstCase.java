package sluice.report.market;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.engine.view.View;
import sluice.market.Place;
import sluice.market.Side;
import sluice.report.Figures;
import sluice.report.Json;
import sluice.report.Text;
import sluice.routing.RoutePlan;

/** What a plan comes to when every piece trades at its limit, and pays the fee of a taker. Immutable. */
public record WorstCase(Side side, List<InQuote> sums) {

    /** The part of it in one quote; of a sale, the fee is taken off. */
    public record InQuote(String asset, BigDecimal notional, BigDecimal fee) {

        InQuote plus(BigDecimal value, BigDecimal charge) {
            return new InQuote(asset, notional.add(value), fee.add(charge));
        }
    }

    public WorstCase {
        sums = List.copyOf(sums);
    }

    public static WorstCase of(Side side, RoutePlan plan, View view) {
        var fees = new HashMap<Place, BigDecimal>();
        view.venues().forEach((id, at) -> at.fees().forEach(fee -> fees.put(new Place(id, fee.symbol()), fee.taker())));
        var sums = new TreeMap<String, InQuote>();
        for (var leg : plan.legs()) {
            var asset = leg.symbol().quote();
            var notional = leg.qty().value().multiply(leg.limitPx().value());
            var charge = notional.multiply(
                    fees.getOrDefault(leg.place(), BigDecimal.ZERO).max(BigDecimal.ZERO));
            sums.merge(asset, new InQuote(asset, notional, charge), (sum, more) -> sum.plus(more.notional, more.fee));
        }
        return new WorstCase(side, List.copyOf(sums.values()));
    }

    /** Notional by the asset it is in. */
    public Map<String, BigDecimal> notionals() {
        var notionals = new TreeMap<String, BigDecimal>();
        sums.forEach(sum -> notionals.put(sum.asset, sum.notional));
        return notionals;
    }

    private BigDecimal total(InQuote sum) {
        return side == Side.BUY ? sum.notional.add(sum.fee) : sum.notional.subtract(sum.fee);
    }

    void json(Json out) {
        out.list(
                "worst",
                sums,
                (members, sum) -> members.text("asset", sum.asset)
                        .decimal("notional", sum.notional)
                        .decimal("fee", sum.fee)
                        .decimal("total", total(sum)));
    }

    void text(Text out) {
        for (var sum : sums) {
            out.line("At worst it %s %s %s: %s %s %s of fees."
                    .formatted(
                            side == Side.BUY ? "costs" : "brings",
                            Figures.cents(total(sum)),
                            sum.asset,
                            Figures.cents(sum.notional),
                            side == Side.BUY ? "and" : "less",
                            Figures.cents(sum.fee)));
        }
    }
}
