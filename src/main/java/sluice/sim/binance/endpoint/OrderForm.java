package sluice.sim.binance.endpoint;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.order.Tif;
import sluice.sim.OrderRequest;
import sluice.sim.OrderRequest.Manner;
import sluice.sim.OrderRequest.Size;
import sluice.sim.OrderRequest.Type;
import sluice.sim.SelfTrade;
import sluice.sim.binance.call.Params;
import sluice.sim.binance.call.Refusal;

/**
 * An order read from its parameters.
 *
 * <p>rest-api, "New order", additional mandatory parameters by type: LIMIT needs timeInForce, quantity and price;
 * MARKET quantity or quoteOrderQty; LIMIT_MAKER quantity and price.
 */
record OrderForm(OrderRequest request, ResponseType response) {

    /** How much the answer tells. */
    enum ResponseType {
        ACK,
        RESULT,
        FULL
    }

    private enum WireType {
        LIMIT,
        MARKET,
        LIMIT_MAKER,
        STOP_LOSS,
        STOP_LOSS_LIMIT,
        TAKE_PROFIT,
        TAKE_PROFIT_LIMIT;

        Type type() {
            return switch (this) {
                case LIMIT -> Type.LIMIT;
                case MARKET -> Type.MARKET;
                case LIMIT_MAKER -> Type.LIMIT_MAKER;
                case STOP_LOSS -> throw unsupported("Stop loss");
                case STOP_LOSS_LIMIT -> throw unsupported("Stop loss limit");
                case TAKE_PROFIT -> throw unsupported("Take profit");
                case TAKE_PROFIT_LIMIT -> throw unsupported("Take profit limit");
            };
        }
    }

    private enum WireTif {
        GTC,
        IOC,
        FOK
    }

    private static final String LEGAL_ID = "^[a-zA-Z0-9-_]{1,36}$";
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,36}");
    private static final long FIRST_STRATEGY_TYPE = 1_000_000;

    static OrderForm read(Params params, Floor floor) {
        var listing = floor.listing(params.mustText("symbol"));
        params.mustText("side");
        var side = params.oneOf("side", Side.class, Refusal.invalidSide()).orElseThrow();
        params.mustText("type");
        var type = params.oneOf("type", WireType.class, Refusal.invalidType())
                .orElseThrow()
                .type();
        var manner = new Manner(type, tif(params, type));
        var size = size(params, type);
        var px = price(params, type);
        var clientId = clientId(params, "newClientOrderId").orElseGet(floor::generatedId);
        var selfTrade = params.oneOf(
                        "selfTradePreventionMode", SelfTrade.class, Refusal.invalid("selfTradePreventionMode"))
                .orElse(SelfTrade.EXPIRE_MAKER);
        var response = params.oneOf("newOrderRespType", ResponseType.class, Refusal.invalid("newOrderRespType"))
                .orElse(type == Type.LIMIT_MAKER ? ResponseType.ACK : ResponseType.FULL);
        extras(params);
        return new OrderForm(new OrderRequest(listing.symbol(), side, manner, size, px, clientId, selfTrade), response);
    }

    static Optional<String> clientId(Params params, String name) {
        var id = params.text(name);
        id.filter(text -> !ID.matcher(text).matches()).ifPresent(text -> {
            throw Refusal.illegal(name, LEGAL_ID);
        });
        return id;
    }

    private static Tif.Kind tif(Params params, Type type) {
        if (type != Type.LIMIT) {
            params.forbid("timeInForce");
            return type == Type.MARKET ? Tif.Kind.IOC : Tif.Kind.GTC;
        }
        params.mustText("timeInForce");
        var tif =
                params.oneOf("timeInForce", WireTif.class, Refusal.invalidTif()).orElseThrow();
        return Tif.Kind.valueOf(tif.name());
    }

    private static Size size(Params params, Type type) {
        var quantity = params.decimal("quantity");
        if (type != Type.MARKET) {
            params.forbid("quoteOrderQty");
            return Size.of(new Qty(positive(params.mustDecimal("quantity"), "Invalid quantity.")));
        }
        var quote = params.decimal("quoteOrderQty");
        if (quantity.isPresent() && quote.isPresent()) {
            throw Refusal.notRequired("quoteOrderQty");
        }
        if (quantity.isPresent()) {
            return Size.of(new Qty(positive(quantity.get(), "Invalid quantity.")));
        }
        var amount = quote.orElseThrow(() -> Refusal.eitherMissing("quantity", "quoteOrderQty"));
        return Size.quote(positive(amount, "Invalid quoteOrderQty."));
    }

    private static Optional<Px> price(Params params, Type type) {
        if (type == Type.MARKET) {
            params.forbid("price");
            return Optional.empty();
        }
        return Optional.of(new Px(positive(params.mustDecimal("price"), "Invalid price.")));
    }

    private static BigDecimal positive(BigDecimal value, String otherwise) {
        if (value.signum() <= 0) {
            throw new Refusal(400, -1013, otherwise);
        }
        return value;
    }

    private static void extras(Params params) {
        params.forbid("stopPrice");
        params.forbid("trailingDelta");
        params.decimal("icebergQty").ifPresent(quantity -> {
            throw unsupported("Iceberg");
        });
        params.number("strategyId");
        params.number("strategyType").stream()
                .filter(type -> type < FIRST_STRATEGY_TYPE)
                .forEach(type -> {
                    throw new Refusal(400, -1134, "`strategyType` was less than 1000000.");
                });
    }

    private static Refusal unsupported(String what) {
        return Refusal.newOrder(what + " orders are not supported for this symbol.");
    }
}
