package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sluice.sim.Holding;
import sluice.sim.Listing;
import sluice.sim.coinbase.call.ApiKey.Scope;
import sluice.sim.coinbase.call.Ids;
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.front.FaultKind;
import sluice.sim.front.Json;

/** What an account may ask about itself: balances, fees, permissions. */
final class AccountEndpoints {

    private static final Set<String> FIAT = Set.of("USD", "EUR", "GBP");
    private static final int MOST = 250;

    private final Floor floor;

    AccountEndpoints(Floor floor) {
        this.floor = floor;
    }

    List<Endpoint> all() {
        return List.of(
                Endpoint.view("/accounts", this::accounts),
                Endpoint.view("/accounts/{id}", this::account),
                Endpoint.view("/transaction_summary", this::summary),
                Endpoint.view("/key_permissions", this::permissions),
                Endpoint.view("/portfolios", this::portfolios));
    }

    private JsonNode accounts(Call call) {
        foreign(call);
        var all = List.copyOf(holdings(call).entrySet());
        var from = call.query().text("cursor").map(Page::offset).orElse(0);
        var page = Page.of(all, Math.min(from, all.size()), call.query().limit(49, MOST));
        var json = Json.object();
        json.set("accounts", Json.array(page.items(), held -> account(call, held)));
        return json.put("has_next", page.hasNext())
                .put("cursor", page.cursor())
                .put("size", page.items().size());
    }

    /** A key is bound to one portfolio. */
    private static void foreign(Call call) {
        if (!call.query().admits("retail_portfolio_id", Ids.portfolio(call.account()))) {
            throw Refusal.foreign();
        }
    }

    private Map<String, Holding> holdings(Call call) {
        return new TreeMap<>(floor.exchange().holdings(call.account()));
    }

    private JsonNode account(Call call) {
        var json = Json.object();
        var found = holdings(call).entrySet().stream()
                .filter(held -> Ids.wallet(call.account(), held.getKey()).equals(call.named()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("account"));
        json.set("account", account(call, found));
        return json;
    }

    private ObjectNode account(Call call, Map.Entry<String, Holding> held) {
        var currency = held.getKey();
        var json = Json.object().put("uuid", Ids.wallet(call.account(), currency));
        json.put("name", currency + " Wallet").put("currency", currency);
        json.set("available_balance", money(held.getValue().free(), currency));
        json.put("default", true).put("active", true);
        json.put("created_at", "2023-01-01T00:00:00Z").put("updated_at", Texts.time(floor.serverTime()));
        json.putNull("deleted_at");
        json.put("type", FIAT.contains(currency) ? "ACCOUNT_TYPE_FIAT" : "ACCOUNT_TYPE_CRYPTO")
                .put("ready", true);
        json.set("hold", money(held.getValue().locked(), currency));
        json.put("retail_portfolio_id", Ids.portfolio(call.account()));
        return json.put("platform", "ACCOUNT_PLATFORM_CONSUMER");
    }

    static ObjectNode money(BigDecimal amount, String currency) {
        return Json.object().put("value", Texts.plain(amount)).put("currency", currency);
    }

    private JsonNode summary(Call call) {
        var json = Json.object().put("total_volume", 0).put("total_fees", 0);
        json.put("advanced_trade_only_volume", 0).put("advanced_trade_only_fees", 0);
        json.put("coinbase_pro_volume", 0).put("coinbase_pro_fees", 0).put("total_balance", "");
        var tier = json.putObject("fee_tier").put("pricing_tier", "Advanced 1");
        tier.put("usd_from", "0").put("usd_to", "10000");
        floor.exchange().listings().stream()
                .findFirst()
                .map(Listing::symbol)
                .map(symbol -> floor.exchange().fees(call.account(), symbol))
                .ifPresent(fees -> tier.put("taker_fee_rate", Texts.plain(fees.taker()))
                        .put("maker_fee_rate", Texts.plain(fees.maker())));
        tier.put("aop_from", "").put("aop_to", "");
        json.putNull("margin_rate").putNull("goods_and_services_tax");
        return json;
    }

    private JsonNode permissions(Call call) {
        var key = call.caller();
        var withdraws = floor.faults().inForce(FaultKind.KEY_WITHDRAWS, floor.now());
        return Json.object()
                .put("can_view", key.may(Scope.VIEW))
                .put("can_trade", key.may(Scope.TRADE))
                .put("can_transfer", key.may(Scope.TRANSFER) || withdraws)
                .put("portfolio_uuid", Ids.portfolio(key.account()))
                .put("portfolio_type", "DEFAULT");
    }

    private JsonNode portfolios(Call call) {
        var json = Json.object();
        json.putArray("portfolios")
                .addObject()
                .put("name", "Default")
                .put("uuid", Ids.portfolio(call.account()))
                .put("type", "DEFAULT")
                .put("deleted", false);
        return json;
    }
}
