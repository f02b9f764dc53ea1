package sluice.shell.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.consolidated.VenueLevel;
import sluice.report.market.BookReport;

/** What taking a quantity from the book would cost with fees, unit by unit from the cheapest. */
record AllIn(Side side, Qty qty) {

    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    BookReport report(Books books, int depth) {
        var merged = books.merged();
        var fees = books.takerFees();
        var bids = side == Side.SELL ? withFees(merged.bids(), fees) : merged.bids();
        var asks = side == Side.BUY ? withFees(merged.asks(), fees) : merged.asks();
        var cost = taken(side == Side.BUY ? asks : bids, merged.mid());
        return new BookReport(
                books.head(),
                bids.stream().limit(depth).toList(),
                asks.stream().limit(depth).toList(),
                Optional.of(cost));
    }

    private List<VenueLevel> withFees(List<VenueLevel> levels, Map<Place, BigDecimal> fees) {
        var best = Comparator.comparing(VenueLevel::px);
        return levels.stream()
                .map(level -> new VenueLevel(
                        withFee(level.px(), fees.getOrDefault(level.place(), BigDecimal.ZERO)),
                        level.qty(),
                        level.place()))
                .sorted(side == Side.BUY ? best : best.reversed())
                .toList();
    }

    private Px withFee(Px px, BigDecimal fee) {
        return new Px(px.value().multiply(BigDecimal.ONE.add(fee.multiply(BigDecimal.valueOf(side.sign())))));
    }

    private BookReport.AllIn taken(List<VenueLevel> levels, Optional<Px> mid) {
        var left = qty;
        var money = BigDecimal.ZERO;
        var used = new ArrayList<VenueLevel>();
        for (var level : levels) {
            if (left.isZero()) {
                break;
            }
            var take = left.min(level.qty());
            money = money.add(take.value().multiply(level.px().value()));
            left = left.minus(take);
            used.add(level);
        }
        var takeQty = qty.minus(left);
        if (used.isEmpty()) {
            return new BookReport.AllIn(side, qty, takeQty, Optional.empty(), Optional.empty(), Optional.empty());
        }
        var avg = new Px(money.divide(takeQty.value(), MathContext.DECIMAL64));
        var worst = used.get(used.size() - 1).px();
        return new BookReport.AllIn(
                side, qty, takeQty, Optional.of(avg), Optional.of(worst), mid.map(px -> costBps(avg, px)));
    }

    private BigDecimal costBps(Px avg, Px mid) {
        var away = avg.value().subtract(mid.value()).multiply(BigDecimal.valueOf(side.sign()));
        return away.multiply(BPS).divide(mid.value(), 2, RoundingMode.HALF_EVEN);
    }
}
