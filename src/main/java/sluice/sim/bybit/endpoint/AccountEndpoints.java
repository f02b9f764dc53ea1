package sluice.sim.bybit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Refusal;
import sluice.sim.bybit.endpoint.DisconnectProtection.Product;
import sluice.sim.bybit.endpoint.Endpoint.Call;
import sluice.sim.bybit.json.WalletJson;
import sluice.sim.bybit.json.Wire;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;

/** The account, its key, its money and its fees. */
final class AccountEndpoints {

    private static final int UNIFIED_TWO = 6;

    private final BybitFloor floor;
    private final WalletJson wallet;

    AccountEndpoints(BybitFloor floor) {
        this.floor = floor;
        this.wallet = new WalletJson(floor.exchange());
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.signed("GET /v5/account/wallet-balance", 50, this::balance),
                Endpoint.signed("GET /v5/account/fee-rate", 5, this::fees),
                Endpoint.signed("GET /v5/account/info", 50, this::info),
                Endpoint.signed("GET /v5/user/query-api", 10, this::key),
                Endpoint.signed("GET /v5/account/query-dcp-info", 5, this::protection),
                Endpoint.signed("POST /v5/order/disconnected-cancel-all", 5, this::protect));
    }

    private JsonNode balance(Call call) {
        if (!call.form().must("accountType").equals("UNIFIED")) {
            throw Refusal.parameter("accountType only support UNIFIED.");
        }
        var coins = call.form().optional("coin").map(list -> Set.of(list.split(",", -1)));
        var json = Json.object();
        json.putArray("list").add(wallet.of(call.account(), coins));
        return json;
    }

    private JsonNode fees(Call call) {
        var category = call.form().category();
        var wanted = call.form().optional("symbol");
        var listings = wanted.isPresent() ? List.of(floor.listing(category, wanted.get())) : floor.listings(category);
        var json = Json.object();
        json.set("list", Json.array(listings, listing -> {
            var fees = floor.exchange().fees(call.account(), listing.symbol());
            return Json.object()
                    .put("symbol", listing.name())
                    .put("baseCoin", category == Category.OPTION ? listing.base() : "")
                    .put("takerFeeRate", Wire.plain(fees.taker()))
                    .put("makerFeeRate", Wire.plain(fees.maker()));
        }));
        return json;
    }

    private JsonNode info(Call call) {
        return Json.object()
                .put("marginMode", "REGULAR_MARGIN")
                .put("updatedTime", "1760000000000")
                .put("unifiedMarginStatus", UNIFIED_TWO)
                .put("dcpStatus", "OFF")
                .put("timeWindow", 10)
                .put("smpGroup", 0)
                .put("isMasterTrader", false)
                .put("spotHedgingStatus", "OFF");
    }

    /** v5/account/dcp-info: one row for each product. */
    private JsonNode protection(Call call) {
        var json = Json.object();
        json.set(
                "dcpInfos",
                Json.array(
                        List.of(Product.values()),
                        product -> Json.object()
                                .put("product", product.name())
                                .put("dcpStatus", floor.protection().isOn(call.account(), product) ? "ON" : "OFF")
                                .put(
                                        "timeWindow",
                                        String.valueOf(floor.protection()
                                                .window(call.account(), product)
                                                .toSeconds()))));
        return json;
    }

    /** v5/order/dcp: product OPTIONS unless it says otherwise, timeWindow from 3 to 300 seconds. */
    private JsonNode protect(Call call) {
        var product = Product.of(call.form().optional("product").orElse("OPTIONS"))
                .orElseThrow(() -> Refusal.parameter("params error: product invalid"));
        var seconds = call.form()
                .number("timeWindow")
                .orElseThrow(() -> Refusal.parameter("params error: timeWindow invalid"));
        if (seconds < 3 || seconds > 300) {
            throw Refusal.parameter("params error: timeWindow invalid");
        }
        floor.protection().window(call.account(), product, Duration.ofSeconds(seconds));
        return Json.object();
    }

    /** A key that may trade, and withdraw only where that was said. */
    private JsonNode key(Call call) {
        var json = Json.object().put("id", "1").put("note", "simulated").put("apiKey", "");
        json.put("readOnly", 0).put("secret", "");
        var may = json.putObject("permissions");
        may.putArray("ContractTrade").add("Order").add("Position");
        may.putArray("Spot").add("SpotTrade");
        var wallet = may.putArray("Wallet");
        if (floor.faults().inForce(FaultKind.KEY_WITHDRAWS, floor.now())) {
            wallet.add("Withdraw");
        }
        may.putArray("Options");
        may.putArray("Derivatives").add("DerivativesTrade");
        may.putArray("Exchange");
        json.putArray("ips").add("*");
        json.put("type", 1).put("deadlineDay", 90).put("expiredAt", "2099-01-01T00:00:00Z");
        json.put("unified", 0).put("uta", 1).put("userID", 1).put("inviterID", 0);
        json.put("vipLevel", "No VIP").put("mktMakerLevel", "0").put("affiliateID", 0);
        return json.put("rsaPublicKey", "").put("isMaster", true).put("parentUid", "0");
    }
}
