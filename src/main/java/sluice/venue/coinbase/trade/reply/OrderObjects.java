package sluice.venue.coinbase.trade.reply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.order.OrderId;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.venue.VenueOrder;
import sluice.venue.coinbase.trade.wire.ProductNames;

/** Reads orders as REST and the user channel write them, each in its own spelling. Confined to its session. */
public record OrderObjects(OrderNames names) {

    private static final String MARKET = "market_market";
    private static final int PLACES = 8;

    /** The order of {@code {"order":{...}}}. */
    public VenueOrder answer(Fields reply) {
        return order(reply.in("order"));
    }

    /** The orders of a page. */
    public List<VenueOrder> page(Fields reply) {
        return reply.in("orders").all().stream().map(this::order).toList();
    }

    /** Order object: its size stands in {@code order_configuration}, under the key that names its kind. */
    private VenueOrder order(Fields order) {
        var status = order.text("status");
        var filled = new Qty(Words.decimal(order, "filled_size"));
        var tif = tif(order.textOrNone("time_in_force"), Optional.empty());
        var terms = terms(order, tif);
        return new VenueOrder(
                names.seen(order.textOrNone("client_order_id"), orderId(order)),
                orderId(order),
                terms,
                filled,
                Words.decimal(order, "filled_value"),
                Closures.state(status, filled.isPositive()),
                Closures.of(status, why(order), terms.tif()));
    }

    private static Terms terms(Fields order, Tif tif) {
        var configuration = order.in("order_configuration");
        var kind = kind(configuration);
        var sizes = sizes(configuration);
        var px = Optional.of(new Px(Words.decimal(sizes, "limit_price"))).filter(Px::isPositive);
        var isMarket = kind.startsWith(MARKET);
        return new Terms(
                ProductNames.symbol(order.text("product_id")),
                Words.side(order, "side"),
                size(order, sizes, px),
                isMarket ? Optional.empty() : px,
                lifetime(kind, tif, sizes.textOrNone("end_time")),
                Words.flag(sizes, "post_only"),
                false);
    }

    private static String kind(Fields configuration) {
        var names = configuration.node().fieldNames();
        return names.hasNext() ? names.next() : "";
    }

    private static Fields sizes(Fields configuration) {
        return new Fields(configuration.node().path(kind(configuration)));
    }

    /** An order of somebody else's may be for an amount of money; of base it is for what that buys. */
    private static Qty size(Fields order, Fields sizes, Optional<Px> px) {
        if (!sizes.textOrNone("base_size").isEmpty()) {
            return sizes.qty("base_size");
        }
        var average = Words.decimal(order, "average_filled_price");
        var each = average.signum() > 0 ? average : px.map(Px::value).orElse(BigDecimal.ZERO);
        return each.signum() == 0
                ? new Qty(Words.decimal(order, "filled_size"))
                : new Qty(Words.decimal(sizes, "quote_size").divide(each, PLACES, RoundingMode.UP));
    }

    /** The kind of configuration tells the lifetime; where it does not, the word beside it. */
    private static Tif lifetime(String kind, Tif word, String end) {
        if (kind.endsWith("_ioc")) {
            return Tif.IOC;
        }
        if (kind.endsWith("_fok")) {
            return Tif.FOK;
        }
        if (kind.endsWith("_gtd")) {
            return tif("GOOD_UNTIL_DATE_TIME", end(end));
        }
        return kind.endsWith("_gtc") ? Tif.GTC : word;
    }

    /** An order of the user channel, which calls the same things otherwise and says no size of an order that ended. */
    public VenueOrder reported(Fields order) {
        var status = order.text("status");
        var filled = new Qty(Words.decimal(order, "cumulative_quantity"));
        var px = Optional.of(new Px(Words.decimal(order, "limit_price"))).filter(Px::isPositive);
        var tif = tif(order.textOrNone("time_in_force"), end(order.textOrNone("end_time")));
        var terms = new Terms(
                ProductNames.symbol(order.text("product_id")),
                Words.side(order, "order_side"),
                filled.plus(new Qty(Words.decimal(order, "leaves_quantity"))),
                px,
                tif,
                Words.flag(order, "post_only"),
                false);
        return new VenueOrder(
                names.seen(order.textOrNone("client_order_id"), orderId(order)),
                orderId(order),
                terms,
                filled,
                Words.decimal(order, "filled_value"),
                Closures.state(status, filled.isPositive()),
                Closures.of(status, why(order), tif));
    }

    private static String why(Fields order) {
        for (var name : List.of("cancel_message", "cancel_reason", "reject_reason", "reject_message")) {
            var text = order.textOrNone(name);
            if (!text.isEmpty() && !text.endsWith("UNSPECIFIED")) {
                return text;
            }
        }
        return "";
    }

    /** A lifetime we do not know counts as the longest one. */
    private static Tif tif(String text, Optional<Instant> end) {
        return switch (text) {
            case "IMMEDIATE_OR_CANCEL" -> Tif.IOC;
            case "FILL_OR_KILL" -> Tif.FOK;
            case "GOOD_UNTIL_DATE_TIME" -> end.map(Tif::gtd).orElse(Tif.GTC);
            default -> Tif.GTC;
        };
    }

    private static Optional<Instant> end(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            throw new UnableToReadException("no time: end_time");
        }
    }

    private static OrderId orderId(Fields order) {
        return new OrderId(order.text("order_id"));
    }

    /** The id that a placement's reply says. */
    public OrderId placed(Fields reply) {
        var order = orderId(reply.in("success_response"));
        names.seen(reply.in("success_response").textOrNone("client_order_id"), order);
        return order;
    }

    /** Whether a placement's reply speaks of such an order, as far as it says. */
    public boolean isFor(Fields reply, Terms terms) {
        var order = reply.in("success_response");
        var product = order.textOrNone("product_id");
        var side = order.textOrNone("side");
        var sizes = reply.find("order_configuration").map(OrderObjects::sizes).orElse(order);
        return (product.isEmpty() || product.equals(ProductNames.productId(terms.symbol())))
                && (side.isEmpty() || side.equals(terms.side().name()))
                && (sizes.textOrNone("base_size").isEmpty()
                        || sizes.qty("base_size").equals(terms.orderQty()));
    }

    /** Whether an order in a reply stands in a way that the venue's page does not name. */
    public static boolean isStrange(Fields reply) {
        return reply.saysOtherThan(Closures::isKnown, "status", "order_id");
    }
}
