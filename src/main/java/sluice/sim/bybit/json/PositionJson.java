package sluice.sim.bybit.json;

import static sluice.sim.bybit.json.Wire.plain;
import static sluice.sim.bybit.json.Wire.px;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import sluice.sim.Exchange;
import sluice.sim.Listing;
import sluice.sim.front.Json;
import sluice.sim.perp.Position;

/** A position; queries call avgPrice what the private stream calls entryPrice. */
public final class PositionJson {

    private static final BigDecimal MAINTENANCE = new BigDecimal("0.005");

    private final Exchange exchange;
    private final BybitNames names;

    public PositionJson(Exchange exchange, BybitNames names) {
        this.exchange = exchange;
        this.names = names;
    }

    public ObjectNode queried(Position position) {
        return of(position, "avgPrice");
    }

    public ObjectNode pushed(Position position) {
        var json = of(position, "entryPrice");
        return json.put("category", "linear").put("sessionAvgPrice", "");
    }

    private ObjectNode of(Position position, String entry) {
        var listing = names.listing(position.symbol());
        var mark = exchange.perpetuals().marking(position.symbol()).mark();
        var value = position.size().abs().multiply(mark.value());
        var json = Json.object().put("positionIdx", 0).put("tradeMode", 0);
        json.put("riskId", 1).put("riskLimitValue", "2000000").put("symbol", listing.name());
        json.put("side", position.side().map(Wire::side).orElse(""));
        json.put("size", plain(position.size().abs())).put(entry, entryPx(listing, position));
        json.put("positionValue", position.isFlat() ? "" : plain(value));
        json.put("leverage", plain(position.leverage())).put("markPrice", px(listing, mark));
        json.put("positionBalance", "0").put("liqPrice", "").put("bustPrice", "");
        json.put("positionIM", plain(exchange.perpetuals().margin(position.account(), position.symbol())));
        json.put("positionMM", plain(value.multiply(MAINTENANCE)));
        json.put("unrealisedPnl", position.isFlat() ? "" : plain(position.unrealised(mark.value())));
        json.put("curRealisedPnl", plain(position.realised())).put("cumRealisedPnl", plain(position.realised()));
        json.put("takeProfit", "").put("stopLoss", "").put("trailingStop", "0").put("tpslMode", "Full");
        json.put("positionStatus", "Normal").put("adlRankIndicator", 0).put("autoAddMargin", 0);
        json.put("isReduceOnly", false).put("mmrSysUpdatedTime", "").put("leverageSysUpdatedTime", "");
        json.put("createdTime", Wire.millis(position.updatedAt()));
        json.put("updatedTime", Wire.millis(position.updatedAt()));
        return json.put("seq", exchange.picture(position.symbol(), 1).lastUpdateId());
    }

    private static String entryPx(Listing listing, Position position) {
        return position.isFlat()
                ? "0"
                : plain(TickerJson.average(
                        position.entryValue(), position.size().abs(), listing));
    }
}
