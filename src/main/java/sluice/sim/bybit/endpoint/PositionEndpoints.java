package sluice.sim.bybit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import sluice.sim.Outcome.Denial;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.Endpoint.Call;
import sluice.sim.bybit.json.PositionJson;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.Json;
import sluice.sim.perp.Position;

/** Positions and how they are held; one way and cross-margined is the only way here. */
final class PositionEndpoints {

    private final BybitFloor floor;
    private final PositionJson positions;

    PositionEndpoints(BybitFloor floor) {
        this.floor = floor;
        this.positions = new PositionJson(floor.exchange(), floor.names());
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.signed("GET /v5/position/list", 50, this::list),
                Endpoint.signed("POST /v5/position/set-leverage", 10, this::leverage),
                Endpoint.signed("POST /v5/position/switch-mode", 10, this::mode),
                Endpoint.signed("POST /v5/position/switch-isolated", 10, call -> {
                    throw Refusal.of(110026, "Cross/isolated margin mode is not modified");
                }));
    }

    /** v5/position: a symbol that was asked for is shown flat too, else only what is open. */
    private JsonNode list(Call call) {
        var wanted = Wanted.of(floor, call.form());
        if (!wanted.isNarrowed()) {
            throw Refusal.parameter("params error: symbol or settleCoin is required");
        }
        List<Position> found = floor.listings(Category.LINEAR).stream()
                .filter(wanted::has)
                .map(listing -> floor.exchange().perpetuals().position(call.account(), listing.symbol()))
                .filter(position -> wanted.symbol().isPresent() || !position.isFlat())
                .toList();
        var pages = Pages.of(call.form(), found.size(), 20, 200);
        return Wire.list(Json.array(pages.cut(found), positions::queried), pages.next())
                .put("category", wanted.category().wire());
    }

    /** v5/position/leverage: one way, both sides have one leverage. */
    private JsonNode leverage(Call call) {
        var listing = floor.listing(call.form());
        var buy = call.form().decimal("buyLeverage").orElseThrow(() -> Refusal.parameter("buy leverage invalid"));
        var sell = call.form().decimal("sellLeverage").orElseThrow(() -> Refusal.parameter("sell leverage invalid"));
        if (!listing.isPerpetual() || buy.compareTo(sell) != 0) {
            throw Refusal.parameter("buy leverage must equal sell leverage");
        }
        var perpetuals = floor.exchange().perpetuals();
        if (perpetuals.position(call.account(), listing.symbol()).leverage().compareTo(buy) == 0) {
            throw Refusal.of(110043, "leverage not modified");
        }
        perpetuals.leverage(call.account(), listing.symbol(), buy).ifPresent(denied -> {
            throw denied.denial() == Denial.LEVERAGE
                    ? Refusal.parameter("leverage invalid")
                    : Refusal.of(110012, "ab not enough for setting leverage");
        });
        return Json.object();
    }

    private JsonNode mode(Call call) {
        if (call.form().number("mode").orElse(0) != 0) {
            throw Refusal.parameter("hedge mode is not simulated");
        }
        throw Refusal.of(110025, "Position mode is not modified");
    }
}
