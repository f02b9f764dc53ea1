package sluice.sim.bybit.endpoint;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Tif;
import sluice.sim.Listing;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Manner;
import sluice.sim.OrderRequest.Size;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SelfTrade;
import sluice.sim.bybit.call.Form;
import sluice.sim.bybit.call.Refusal;

/** An order read from the body of order/create. */
record OrderForm(Form form, Listing listing) {

    private static final Pattern LINK_ID = Pattern.compile("[A-Za-z0-9_-]{1,36}");

    OrderRequest read(BybitFloor floor) {
        refuseWhatIsNotSimulated();
        var side = side();
        var isMarket = isMarket();
        var manner = manner(isMarket);
        var px = isMarket ? Optional.<Px>empty() : Optional.of(new Px(positive("price")));
        return new OrderRequest(listing.symbol(), side, manner, size(side, isMarket), px, linkId(floor), selfTrade());
    }

    private String linkId(BybitFloor floor) {
        var id = form.optional("orderLinkId");
        if (id.filter(text -> !LINK_ID.matcher(text).matches()).isPresent()) {
            throw Refusal.parameter("params error: OrderLinkId is invalid");
        }
        return id.orElseGet(floor::unnamed);
    }

    private Side side() {
        var side = form.must("side");
        if (!side.equals("Buy") && !side.equals("Sell")) {
            throw Refusal.parameter("params error: Side invalid");
        }
        return side.equals("Buy") ? Side.BUY : Side.SELL;
    }

    private boolean isMarket() {
        var type = form.must("orderType");
        if (!type.equals("Market") && !type.equals("Limit")) {
            throw Refusal.parameter("params error: OrderType invalid");
        }
        return type.equals("Market");
    }

    /** v5/order/create-order, "timeInForce": Market is always IOC; GTC by default. */
    private Manner manner(boolean isMarket) {
        var reduceOnly = listing.isPerpetual() && form.flag("reduceOnly");
        if (isMarket) {
            return new Manner(Type.MARKET, Tif.Kind.IOC, reduceOnly);
        }
        return switch (form.optional("timeInForce").orElse("GTC")) {
            case "GTC" -> new Manner(Type.LIMIT, Tif.Kind.GTC, reduceOnly);
            case "IOC" -> new Manner(Type.LIMIT, Tif.Kind.IOC, reduceOnly);
            case "FOK" -> new Manner(Type.LIMIT, Tif.Kind.FOK, reduceOnly);
            case "PostOnly" -> new Manner(Type.LIMIT_MAKER, Tif.Kind.GTC, reduceOnly);
            default -> throw Refusal.parameter("params error: TimeInForce invalid");
        };
    }

    /** v5/order/create-order, "qty": a spot market buy is by value in the quote coin unless marketUnit is baseCoin. */
    private Size size(Side side, boolean isMarket) {
        var qty = positive("qty");
        if (listing.isPerpetual() || !isMarket) {
            return Size.of(new Qty(qty));
        }
        return switch (form.optional("marketUnit").orElse(side == Side.BUY ? "quoteCoin" : "baseCoin")) {
            case "quoteCoin" -> Size.quote(qty);
            case "baseCoin" -> Size.of(new Qty(qty));
            default -> throw Refusal.parameter("params error: marketUnit invalid");
        };
    }

    private BigDecimal positive(String name) {
        return form.decimal(name)
                .filter(value -> value.signum() > 0)
                .orElseThrow(() -> Refusal.parameter("params error: " + name + " invalid"));
    }

    private SelfTrade selfTrade() {
        return switch (form.optional("smpType").orElse("None")) {
            case "CancelMaker" -> SelfTrade.EXPIRE_MAKER;
            case "CancelTaker" -> SelfTrade.EXPIRE_TAKER;
            case "CancelBoth" -> SelfTrade.EXPIRE_BOTH;
            default -> SelfTrade.NONE;
        };
    }

    private void refuseWhatIsNotSimulated() {
        if (form.number("positionIdx").orElse(0) != 0) {
            throw Refusal.parameter("position idx not match position mode");
        }
        if (form.optional("triggerPrice").isPresent()
                || form.optional("orderFilter")
                        .filter(filter -> !filter.equals("Order"))
                        .isPresent()) {
            throw Refusal.parameter("params error: conditional orders are not simulated");
        }
    }
}
