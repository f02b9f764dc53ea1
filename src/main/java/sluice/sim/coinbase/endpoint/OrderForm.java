package sluice.sim.coinbase.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import sluice.sim.coinbase.call.Refusal;
import sluice.sim.coinbase.call.Rejection;

/**
 * An order read from the body of its request.
 *
 * <p>Create order, {@code order_configuration}: one key says type and lifetime, and holds what that kind needs.
 */
record OrderForm(Floor floor, JsonNode body) {

    private static final Map<String, Manner> KINDS = new TreeMap<>(Map.of(
            "market_market_ioc", new Manner(Type.MARKET, Tif.Kind.IOC),
            "sor_limit_ioc", new Manner(Type.LIMIT, Tif.Kind.IOC),
            "limit_limit_fok", new Manner(Type.LIMIT, Tif.Kind.FOK),
            "limit_limit_gtd", new Manner(Type.LIMIT, Tif.Kind.GTD),
            "limit_limit_gtc", new Manner(Type.LIMIT, Tif.Kind.GTC)));

    private static final Set<String> IGNORED = Set.of("false", "null", "");
    private static final int LONGEST_ID = 128;

    String clientId() {
        var id = body.path("client_order_id");
        if (!id.isTextual() || id.asText().isBlank()) {
            throw Refusal.invalid("client_order_id is required");
        }
        if (id.asText().length() > LONGEST_ID) {
            throw Refusal.invalid("client_order_id is too long");
        }
        return id.asText();
    }

    JsonNode configuration() {
        return body.path("order_configuration");
    }

    Listing listing() {
        var id = body.path("product_id").asText();
        var listing = floor.book(id).orElseThrow(() -> new Rejection("INVALID_PRODUCT_ID", "Invalid product_id"));
        if (!listing.symbol().equals(id)) {
            throw new Rejection("TRADING_DISABLED", "Trading in " + id + " is disabled");
        }
        return listing;
    }

    /** What it asks of the exchange, once its product is known. */
    OrderRequest request() {
        var kind = kind();
        var fields = configuration().path(kind);
        var listing = listing();
        var side = side();
        var asked = KINDS.get(kind);
        if (asked == null) {
            throw unsupported("Unsupported order configuration " + kind);
        }
        var isPostOnly = fields.path("post_only").asBoolean();
        if (isPostOnly && !asked.rests()) {
            throw new Rejection("POST_ONLY_NOT_ALLOWED_WITH_FOK", "post_only is for resting orders only");
        }
        var type = isPostOnly ? Type.LIMIT_MAKER : asked.type();
        var manner = asked.tif() == Tif.Kind.GTD ? Manner.goodTill(type, end(fields)) : new Manner(type, asked.tif());
        var size = size(fields, side, asked);
        var px = asked.type() == Type.MARKET ? Optional.<Px>empty() : Optional.of(price(fields));
        return new OrderRequest(listing.symbol(), side, manner, size, px, id(), SelfTrade.EXPIRE_TAKER);
    }

    /** A preview has no id. */
    private String id() {
        return body.has("client_order_id") ? clientId() : "";
    }

    private String kind() {
        var names = configuration().fieldNames();
        if (!names.hasNext()) {
            throw Refusal.invalid("order_configuration is required");
        }
        var kind = names.next();
        if (names.hasNext()) {
            throw Refusal.invalid("order_configuration has more than one kind of order");
        }
        for (var extra : Set.of("leverage", "margin_type", "attached_order_configuration")) {
            if (!IGNORED.contains(body.path(extra).asText())) {
                throw unsupported(extra + " is for other products");
            }
        }
        return kind;
    }

    private Side side() {
        var side = body.path("side").asText();
        if (side.equals("BUY") || side.equals("SELL")) {
            return Side.valueOf(side);
        }
        throw new Rejection("INVALID_SIDE", "Invalid side");
    }

    /** Market orders: {@code quote_size} or {@code base_size}, sells by {@code base_size} only. */
    private static Size size(JsonNode fields, Side side, Manner manner) {
        var quote = decimal(fields, "quote_size");
        var base = decimal(fields, "base_size");
        if (quote.isPresent() == base.isPresent()) {
            throw Refusal.invalid("either base_size or quote_size is required");
        }
        if (quote.isPresent() && (manner.type() != Type.MARKET || side == Side.SELL)) {
            throw unsupported("quote_size is for market buys");
        }
        return quote.map(Size::quote).orElseGet(() -> Size.of(new Qty(base.orElseThrow())));
    }

    /** {@code end_time}, RFC 3339, of an order that is good till then. */
    private Instant end(JsonNode fields) {
        try {
            var end = Instant.parse(fields.path("end_time").asText());
            if (end.isAfter(floor.serverTime(floor.exchange().now()))) {
                return floor.exchangeTime(end);
            }
        } catch (DateTimeParseException unreadable) {
            throw Refusal.invalid("end_time is not a time");
        }
        throw new Rejection("INVALID_END_TIME", "end_time must be in the future");
    }

    private static Px price(JsonNode fields) {
        return new Px(decimal(fields, "limit_price").orElseThrow(() -> Refusal.invalid("limit_price is required")));
    }

    /** Numbers come as strings. */
    static Optional<BigDecimal> decimal(JsonNode fields, String name) {
        var text = fields.path(name).asText();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!fields.path(name).isTextual() || !text.matches("[0-9]{1,20}(\\.[0-9]{1,20})?")) {
            throw Refusal.invalid(name + " is not a decimal in a string");
        }
        return Optional.of(new BigDecimal(text));
    }

    static Rejection unsupported(String message) {
        return new Rejection("UNSUPPORTED_ORDER_CONFIGURATION", message);
    }
}
