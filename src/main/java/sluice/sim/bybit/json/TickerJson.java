package sluice.sim.bybit.json;

import static sluice.sim.bybit.json.Wire.plain;
import static sluice.sim.bybit.json.Wire.px;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import sluice.market.book.Level;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.Print;
import sluice.sim.front.Json;
import sluice.sim.front.tape.Tape;
import sluice.sim.perp.Contract;

/** What a symbol trades at; its last 24 hours are as many trades as the tape holds. */
public final class TickerJson {

    private static final int MANY = 1_000;
    private static final int SHARES = 6;

    private final Exchange exchange;
    private final Tape tape;

    public TickerJson(Exchange exchange, Tape tape) {
        this.exchange = exchange;
        this.tape = tape;
    }

    /** All of it, as REST has it. */
    public ObjectNode of(Listing listing) {
        var prints = tape.last(listing.symbol(), MANY);
        var json = Json.object().put("symbol", listing.name());
        best(json, listing);
        traded(json, listing, prints);
        listing.contract()
                .ifPresentOrElse(
                        contract -> json.setAll(marks(listing, contract)), () -> json.put("usdIndexPrice", ""));
        return json;
    }

    /** What a spot subscriber is told, which has no best prices. */
    public ObjectNode spot(Listing listing) {
        var json = of(listing);
        json.remove(List.of("bid1Price", "bid1Size", "ask1Price", "ask1Size"));
        return json;
    }

    /** What changes all the time, as a linear delta has it. */
    public ObjectNode changing(Listing listing) {
        var json = Json.object().put("symbol", listing.name());
        best(json, listing);
        json.setAll(marks(listing, listing.contract().orElseThrow()));
        return json;
    }

    private void best(ObjectNode json, Listing listing) {
        var top = exchange.picture(listing.symbol(), 1);
        level(json, "bid1", listing, top.bids());
        level(json, "ask1", listing, top.asks());
    }

    private static void level(ObjectNode json, String name, Listing listing, List<Level> levels) {
        var isThere = !levels.isEmpty();
        json.put(name + "Price", isThere ? px(listing, levels.get(0).px()) : "");
        json.put(name + "Size", isThere ? levels.get(0).qty().plain() : "");
    }

    private void traded(ObjectNode json, Listing listing, List<Print> prints) {
        var last = prints.isEmpty()
                ? exchange.mid(listing.symbol())
                : prints.get(prints.size() - 1).px();
        var first = prints.isEmpty() ? last : prints.get(0).px();
        var prices = prints.stream().map(Print::px);
        json.put("lastPrice", px(listing, last)).put("prevPrice24h", px(listing, first));
        json.put("price24hPcnt", share(last.value().subtract(first.value()), first.value()));
        json.put(
                "highPrice24h",
                px(listing, prices.max(Comparator.naturalOrder()).orElse(last)));
        json.put(
                "lowPrice24h",
                px(
                        listing,
                        prints.stream()
                                .map(Print::px)
                                .min(Comparator.naturalOrder())
                                .orElse(last)));
        json.put(
                "turnover24h",
                plain(prints.stream()
                        .map(print -> print.px().value().multiply(print.qty().value()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        json.put(
                "volume24h",
                plain(prints.stream().map(print -> print.qty().value()).reduce(BigDecimal.ZERO, BigDecimal::add)));
        if (listing.isPerpetual()) {
            json.put("prevPrice1h", px(listing, first));
        }
    }

    private ObjectNode marks(Listing listing, Contract contract) {
        var marking = exchange.perpetuals().marking(listing.symbol());
        return Json.object()
                .put("indexPrice", px(listing, marking.index()))
                .put("markPrice", px(listing, marking.mark()))
                .put("fundingRate", marking.rate().stripTrailingZeros().toPlainString())
                .put("nextFundingTime", Wire.millis(marking.nextFunding()))
                .put(
                        "fundingIntervalHour",
                        String.valueOf(contract.fundingInterval().toHours()))
                .put("openInterest", "0")
                .put("openInterestValue", "0");
    }

    private static String share(BigDecimal part, BigDecimal of) {
        return plain(part.divide(of, SHARES, RoundingMode.HALF_EVEN));
    }

    /** The price for a value given for so much of the base. */
    public static BigDecimal average(BigDecimal value, BigDecimal qty, Listing listing) {
        return value.divide(qty, Math.max(SHARES, listing.tick().scale()), RoundingMode.HALF_EVEN);
    }
}
