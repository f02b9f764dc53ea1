package sluice.simulation.invariant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.market.VenueId;
import sluice.net.HttpCall;

/** What a watcher reads off the wire, without the adapters' help. */
final class Wire {

    private static final JsonMapper JSON = new JsonMapper();

    private Wire() {}

    /** Something new that a request would have work, under this id; what it does not say is empty. */
    record NewOrder(String id, Optional<String> side, Optional<BigDecimal> qty, Optional<BigDecimal> px) {}

    /** Where a request goes: on the simulated network each venue is a host of its own name. */
    static VenueId venue(HttpCall call) {
        var host = call.url().substring(call.url().indexOf("//") + 2);
        return new VenueId(host.substring(0, host.indexOf('/')));
    }

    /** Whether it changes the terms of an order that keeps its id. */
    static boolean isAmend(HttpCall call) {
        return call.url().contains("/v5/order/amend") || call.url().endsWith("/api/v3/brokerage/orders/edit");
    }

    static Optional<NewOrder> newOrder(HttpCall call) {
        if (call.method().equals("GET")) {
            return Optional.empty();
        }
        if (call.url().contains("/v5/order/create")) {
            var body = json(call);
            return Optional.of(new NewOrder(
                    body.path("orderLinkId").asText(),
                    text(body, "side").map(side -> side.toUpperCase(Locale.ROOT)),
                    number(body, "qty"),
                    number(body, "price")));
        }
        if (call.url().endsWith("/api/v3/brokerage/orders")) {
            var body = json(call);
            var sizes = body.path("order_configuration").elements().next();
            return Optional.of(new NewOrder(
                    body.path("client_order_id").asText(),
                    text(body, "side"),
                    number(sizes, "base_size"),
                    number(sizes, "limit_price")));
        }
        return call.url().contains("/api/v3/order") ? onBinance(call) : Optional.empty();
    }

    private static Optional<NewOrder> onBinance(HttpCall call) {
        return parameter(call, "newClientOrderId")
                .map(id -> new NewOrder(
                        id,
                        parameter(call, "side"),
                        parameter(call, "quantity").map(BigDecimal::new),
                        parameter(call, "price").map(BigDecimal::new)));
    }

    private static JsonNode json(HttpCall call) {
        try {
            return JSON.readTree(call.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(call + " is not JSON", e);
        }
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Stream.of(body.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
    }

    private static Optional<BigDecimal> number(JsonNode body, String name) {
        return text(body, name).map(BigDecimal::new);
    }

    private static Optional<String> parameter(HttpCall call, String name) {
        var url = call.url();
        var text = call.body().isEmpty() ? url.substring(url.indexOf('?') + 1) : call.body();
        var begin = 0;
        while (begin < text.length()) {
            var next = text.indexOf('&', begin);
            var end = next < 0 ? text.length() : next;
            if (text.startsWith(name, begin) && text.startsWith("=", begin + name.length())) {
                return Optional.of(text.substring(begin + name.length() + 1, end));
            }
            begin = end + 1;
        }
        return Optional.empty();
    }
}
