package sluice.sim.coinbase.endpoint;

import java.math.BigDecimal;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.sim.OrderRequest;
import sluice.sim.Outcome.Denied;
import sluice.sim.coinbase.call.Rejection;

/** Why the exchange took no order, in Coinbase's words. */
record Denials(Floor floor, OrderRequest request) {

    Rejection rejection(Denied denied) {
        return switch (denied.denial()) {
            case UNKNOWN_ACCOUNT -> new Rejection("INVALID_LEDGER_BALANCE", "Account is not available");
            case UNKNOWN_SYMBOL -> new Rejection("INVALID_PRODUCT_ID", "Invalid product_id");
            case FILTER -> filter(denied.detail());
            case TOO_MANY_ORDERS -> new Rejection("COMMANDER_REJECTED_NEW_ORDER", "Too many open orders");
            case DUPLICATE_CLIENT_ID -> new Rejection("DUPLICATE_CLIENT_ORDER_ID", "Client order id is in use");
            case INSUFFICIENT_BALANCE ->
                new Rejection("PREVIEW_INSUFFICIENT_FUND", "Insufficient balance in source account");
            case WOULD_MATCH -> new Rejection("INVALID_LIMIT_PRICE_POST_ONLY", "Post only order would match");
            case UNSUPPORTED, UNKNOWN_ORDER, NOT_REDUCED, NOTHING_TO_REDUCE, NOT_CHANGED, LEVERAGE ->
                OrderForm.unsupported(denied.detail());
        };
    }

    private Rejection filter(String name) {
        return switch (name) {
            case "LOT_SIZE" -> size();
            case "NOTIONAL" -> notional();
            case "PRICE_FILTER" -> price();
            case "PERCENT_PRICE_BY_SIDE" ->
                new Rejection("LIMIT_PRICE_TOO_FAR_FROM_MARKET", "Limit price is too far from the market");
            default -> OrderForm.unsupported(name);
        };
    }

    private Rejection size() {
        var listing = floor.exchange().listing(request.symbol()).orElseThrow();
        var qty = new Qty(request.size().amount());
        if (!qty.isOn(listing.lot())) {
            return new Rejection("INVALID_SIZE_PRECISION", "Too many decimals in order amount");
        }
        return qty.compareTo(listing.bounds().minQty()) < 0
                ? new Rejection("PREVIEW_INVALID_BASE_SIZE_TOO_SMALL", "Order size is below the minimum")
                : new Rejection("PREVIEW_INVALID_BASE_SIZE_TOO_LARGE", "Order size is above the maximum");
    }

    private Rejection notional() {
        var least = floor.exchange()
                .listing(request.symbol())
                .orElseThrow()
                .bounds()
                .minNotional();
        var price = request.px()
                .orElseGet(() -> floor.exchange().mid(request.symbol()))
                .value();
        var amount = request.size().amount();
        var total = request.size().inQuote() ? amount : amount.multiply(price);
        return total.compareTo(least) < 0
                ? new Rejection("PREVIEW_INVALID_QUOTE_SIZE_TOO_SMALL", "Order total is below the minimum")
                : new Rejection("PREVIEW_INVALID_QUOTE_SIZE_TOO_LARGE", "Order total is above the maximum");
    }

    private Rejection price() {
        var value = request.px().map(Px::value).orElse(BigDecimal.ZERO);
        return value.signum() > 0
                ? new Rejection("INVALID_PRICE_PRECISION", "Too many decimals in order price")
                : new Rejection("INVALID_LIMIT_PRICE", "Invalid limit price");
    }

    static String edit(Denied denied) {
        return switch (denied.denial()) {
            case UNKNOWN_ORDER, UNKNOWN_ACCOUNT, UNKNOWN_SYMBOL -> "ORDER_NOT_FOUND";
            case FILTER -> "INVALID_EDITED_SIZE";
            case INSUFFICIENT_BALANCE -> "INVALID_EDITED_PRICE";
            case NOT_REDUCED, NOT_CHANGED -> "CANNOT_EDIT_TO_BELOW_FILLED_SIZE";
            case WOULD_MATCH, UNSUPPORTED, DUPLICATE_CLIENT_ID, TOO_MANY_ORDERS, NOTHING_TO_REDUCE, LEVERAGE ->
                "EDIT_REQUEST_REJECTED";
        };
    }
}
