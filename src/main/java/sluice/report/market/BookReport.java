package sluice.report.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.engine.view.MarketView;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.VenueLevel;
import sluice.report.Cell;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;

/** One venue's book, or the consolidated one, best levels first. Immutable. */
public record BookReport(Head head, List<VenueLevel> bids, List<VenueLevel> asks, Optional<AllIn> allIn)
        implements Report {

    /**
     * What the book is of.
     *
     * @param venue empty for the consolidated book
     * @param ageMs since the last proof that the oldest feed in it lives
     * @param excluded venues that are left out, with the reason
     * @param market how the symbol behaves over all venues
     */
    public record Head(
            Symbol symbol,
            Optional<VenueId> venue,
            String state,
            long ageMs,
            Optional<Px> mid,
            List<String> excluded,
            MarketView market) {

        public Head {
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * What taking a quantity would cost with fees. The levels' prices then include the taker fee.
     *
     * @param takeQty what of it stands on the book
     * @param costBps against the mid, positive is cost
     */
    public record AllIn(
            Side side, Qty qty, Qty takeQty, Optional<Px> avgPx, Optional<Px> worstPx, Optional<BigDecimal> costBps) {}

    public BookReport {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    @Override
    public void json(Json out) {
        out.text("symbol", head.symbol)
                .text("venue", head.venue)
                .text("state", head.state)
                .number("ageMs", head.ageMs)
                .text("mid", head.mid)
                .rows("bids", bids.stream().map(this::row).toList())
                .rows("asks", asks.stream().map(this::row).toList())
                .texts("excluded", head.excluded);
        MarketShape.json(out, head.market);
        allIn.ifPresent(cost -> out.object(
                "allIn",
                members -> members.text("side", cost.side)
                        .text("orderQty", cost.qty)
                        .text("takeQty", cost.takeQty)
                        .text("avgPx", cost.avgPx)
                        .text("worstPx", cost.worstPx)
                        .decimal("costBps", cost.costBps)));
    }

    private List<String> row(VenueLevel level) {
        var row = new ArrayList<>(List.of(level.px().plain(), level.qty().plain()));
        if (head.venue.isEmpty()) {
            row.add(level.venue().name());
        }
        if (!level.place().symbol().equals(head.symbol)) {
            row.add(level.place().symbol().name());
        }
        return row;
    }

    @Override
    public void text(Text out) {
        var where = head.venue.map(venue -> "at " + venue).orElse("over all venues");
        out.line(head.symbol + " " + where + ", " + head.state + ", " + head.ageMs + " ms old"
                + head.mid.map(mid -> ", mid " + Figures.readable(mid)).orElse(""));
        var table = new Table(">BID QTY", ">BID", ">ASK", ">ASK QTY", "VENUES");
        for (int i = 0; i < Math.max(bids.size(), asks.size()); i++) {
            row(table, i);
        }
        out.table(table, "Both sides are empty.");
        head.excluded.forEach(why -> out.line("Left out: " + why));
        out.line(MarketShape.sentence(head.market));
        allIn.ifPresent(cost -> out.line(sentence(cost)));
    }

    private void row(Table table, int i) {
        var bid = i < bids.size() ? Optional.of(bids.get(i)) : Optional.<VenueLevel>empty();
        var ask = i < asks.size() ? Optional.of(asks.get(i)) : Optional.<VenueLevel>empty();
        table.row(
                bid.map(level -> level.qty().plain()).orElse(""),
                new Cell(bid.map(level -> Figures.level(level.px())).orElse(""), Ink.of(Side.BUY)),
                new Cell(ask.map(level -> Figures.level(level.px())).orElse(""), Ink.of(Side.SELL)),
                ask.map(level -> level.qty().plain()).orElse(""),
                head.venue.isPresent() ? "" : venues(bid, ask));
    }

    private String venues(Optional<VenueLevel> bid, Optional<VenueLevel> ask) {
        var left = bid.map(level -> level.place().named(head.symbol)).orElse("");
        var right = ask.map(level -> level.place().named(head.symbol)).orElse("");
        return left.equals(right) ? left : left + " / " + right;
    }

    private static String sentence(AllIn cost) {
        var verb = cost.side == Side.BUY ? "Buying " : "Selling ";
        if (cost.avgPx.isEmpty()) {
            return verb + cost.qty + ": nothing stands there.";
        }
        return verb + cost.takeQty + (cost.takeQty.equals(cost.qty) ? "" : " of " + cost.qty + " (all there is)")
                + " with fees: average " + Figures.readable(cost.avgPx.get()) + ", worst "
                + cost.worstPx.map(Figures::level).orElse("-")
                + cost.costBps
                        .map(bps -> ", " + bps.toPlainString() + " bps from the mid")
                        .orElse("") + ".";
    }
}
