package sluice.sim.bybit.endpoint;

import sluice.market.Side;
import sluice.sim.Outcome.Denied;
import sluice.sim.bybit.call.Category;
import sluice.sim.bybit.call.Refusal;

/** Why the exchange did nothing, in Bybit's codes, which differ by category. */
final class Denials {

    private Denials() {}

    static Refusal notPlaced(Denied denied, Category category, Side side) {
        return switch (denied.denial()) {
            case UNKNOWN_ACCOUNT -> Refusal.invalidKey();
            case UNKNOWN_SYMBOL -> category.pick(Refusal.of(170121, "Invalid symbol."), Refusal.parameter("symbol"));
            case UNKNOWN_ORDER -> noSuchOrder(category);
            case FILTER -> filter(denied.detail(), category, side);
            case UNSUPPORTED -> Refusal.parameter("params error: " + denied.detail());
            case DUPLICATE_CLIENT_ID -> duplicate(category);
            case INSUFFICIENT_BALANCE ->
                category.pick(
                        Refusal.of(170131, "Insufficient balance."), Refusal.of(110007, "ab not enough for new order"));
            case WOULD_MATCH -> throw new AssertionError(denied);
            case TOO_MANY_ORDERS ->
                category.pick(
                        Refusal.of(170810, "Cannot exceed maximum of active orders."),
                        Refusal.of(110020, "Not allowed to have more than 500 active orders"));
            case NOTHING_TO_REDUCE -> Refusal.of(110017, "current position is zero, cannot fix reduce-only order qty");
            case NOT_REDUCED, NOT_CHANGED ->
                Refusal.parameter("The order remains unchanged as the parameters entered match the existing ones.");
            case LEVERAGE -> Refusal.parameter("buy leverage invalid");
        };
    }

    static Refusal duplicate(Category category) {
        return category.pick(
                Refusal.of(170141, "Duplicate clientOrderId"), Refusal.of(110072, "OrderLinkedID is duplicate"));
    }

    static Refusal noSuchOrder(Category category) {
        return category.pick(
                Refusal.of(170213, "Order does not exist."),
                Refusal.of(110001, "order not exists or too late to cancel"));
    }

    private static Refusal filter(String name, Category category, Side side) {
        return switch (name) {
            case "PRICE_FILTER" ->
                category.pick(
                        Refusal.of(170134, "Order price has too many decimals."),
                        Refusal.parameter("params error: price invalid"));
            case "LOT_SIZE" ->
                category.pick(Refusal.of(170137, "Order volume decimal too long."), Refusal.parameter("Qty invalid"));
            case "PERCENT_PRICE_BY_SIDE" -> price(category, side);
            default ->
                category.pick(
                        Refusal.of(170140, "Order value exceeded lower limit."),
                        Refusal.of(110094, "Order does not meet minimum order value"));
        };
    }

    private static Refusal price(Category category, Side side) {
        var spot = side == Side.BUY
                ? Refusal.of(170193, "Buy order price cannot be higher than the limit.")
                : Refusal.of(170194, "Sell order price cannot be lower than the limit.");
        return category.pick(spot, Refusal.of(110003, "Order price exceeds the allowable range."));
    }
}
