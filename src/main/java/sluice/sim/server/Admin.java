package sluice.sim.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.sim.Listing;
import sluice.sim.front.Ask;
import sluice.sim.front.Delivery;
import sluice.sim.server.counter.Counter;

/** The way behind the scenes: ground truth, faults, the market and the clock. Confined to the simulator's thread. */
final class Admin {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 5_000;

    private final Stage stage;

    Admin(Stage stage) {
        this.stage = stage;
    }

    Delivery.Reply answer(Ask ask) {
        try {
            var found = ask.method().equals("GET") ? read(ask) : change(ask);
            return found.map(json -> reply(200, json)).orElseGet(() -> error(404, "There is no " + ask.path() + "."));
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private Optional<JsonNode> read(Ask ask) {
        var parts = ask.path().split("/", -1);
        return parts.length == 4 && parts[1].equals("venues")
                ? stage.counter(parts[2]).flatMap(counter -> read(counter, parts[3], ask))
                : Optional.empty();
    }

    private static Optional<JsonNode> read(Counter counter, String what, Ask ask) {
        var exchange = counter.exchange();
        var accounts =
                parameter(ask, "all").filter("true"::equals).isPresent() ? exchange.accounts() : List.of(Counter.DESK);
        return switch (what) {
            case "orders" -> Optional.of(TruthJson.orders(exchange, counter.names(), accounts));
            case "fills" -> Optional.of(TruthJson.fills(exchange, counter.names(), accounts));
            case "positions" -> Optional.of(TruthJson.positions(exchange, counter.names(), accounts));
            case "prices" -> Optional.of(TruthJson.prices(exchange, counter.names()));
            case "accounts" -> Optional.of(TruthJson.accounts(exchange, accounts));
            case "requests" -> Optional.of(TruthJson.requests(counter.log().list()));
            case "book" ->
                Optional.of(TruthJson.book(exchange.picture(symbol(counter, parameter(ask, "symbol")), DEEPEST)));
            case "faults" -> Optional.of(faults(counter));
            default -> Optional.empty();
        };
    }

    private static JsonNode faults(Counter counter) {
        var list = JsonNodeFactory.instance.arrayNode();
        counter.faults().list().forEach(armed -> list.add(FaultJson.write(armed)));
        return list;
    }

    private Optional<JsonNode> change(Ask ask) {
        var body = ask.body().isBlank() ? JsonNodeFactory.instance.objectNode() : parsed(ask.body());
        return switch (ask.method() + " " + ask.path()) {
            case "POST /market" -> Optional.of(freeze(body));
            case "POST /clock" -> Optional.of(clock(body));
            default -> {
                var parts = ask.path().split("/", -1);
                yield parts.length == 4 && parts[1].equals("venues")
                        ? stage.counter(parts[2])
                                .flatMap(counter -> change(counter, ask.method() + " " + parts[3], body))
                        : Optional.empty();
            }
        };
    }

    private static Optional<JsonNode> change(Counter counter, String what, JsonNode body) {
        return switch (what) {
            case "POST faults" -> {
                var id = counter.faults()
                        .arm(FaultJson.read(body), counter.exchange().now());
                yield Optional.of(done().put("id", id));
            }
            case "DELETE faults" -> {
                counter.faults().clear();
                yield Optional.of(done());
            }
            case "POST market" -> Optional.of(market(counter, body));
            case "POST trade" -> Optional.of(trade(counter, body));
            default -> Optional.empty();
        };
    }

    private JsonNode freeze(JsonNode body) {
        if (!body.path("frozen").isBoolean()) {
            throw new IllegalArgumentException("\"frozen\" must be true or false.");
        }
        stage.freeze(body.path("frozen").asBoolean());
        return done().put("frozen", body.path("frozen").asBoolean());
    }

    private JsonNode clock(JsonNode body) {
        var millis = body.path("advanceMs").asLong();
        if (millis < 1) {
            throw new IllegalArgumentException("\"advanceMs\" must be a whole number from 1 up.");
        }
        if (!stage.advanceClock(Duration.ofMillis(millis))) {
            throw new IllegalArgumentException("This simulator runs by the wall clock, which nobody can advance.");
        }
        return done();
    }

    private static JsonNode market(Counter counter, JsonNode body) {
        var symbol = symbol(counter, text(body, "symbol"));
        var mid =
                text(body, "mid").map(Px::of).orElseGet(() -> counter.exchange().mid(symbol));
        counter.exchange().setMid(symbol, mid, text(body, "regime").map(name -> one(Regime.class, "regime", name)));
        return done();
    }

    private static JsonNode trade(Counter counter, JsonNode body) {
        var symbol = symbol(counter, text(body, "symbol"));
        var side = one(Side.class, "side", must(body, "side"));
        var px = Px.of(must(body, "px"));
        var qty = Qty.of(must(body, "qty"));
        var ours = counter.exchange().outsiderTrades(symbol, side, px, qty);
        return done().put("againstAccounts", ours.plain());
    }

    private static String symbol(Counter counter, Optional<String> name) {
        var known = counter.exchange().listings().stream().map(Listing::symbol).toList();
        return name.filter(known::contains)
                .orElseThrow(() -> new IllegalArgumentException("\"symbol\" must be one of " + known + "."));
    }

    private static <E extends Enum<E>> E one(Class<E> values, String name, String text) {
        return Stream.of(values.getEnumConstants())
                .filter(value -> value.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + name + "\" must be one of " + List.of(values.getEnumConstants()) + "."));
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.of(body.path(name)).filter(JsonNode::isValueNode).map(JsonNode::asText);
    }

    private static String must(JsonNode body, String name) {
        return text(body, name).orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is missing."));
    }

    private static Optional<String> parameter(Ask ask, String name) {
        return Stream.of(ask.query().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getOriginalMessage());
        }
    }

    private static ObjectNode done() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Delivery.Reply reply(int status, JsonNode json) {
        return Delivery.Reply.of(status, Map.of("Content-Type", "application/json"), json.toString());
    }

    private static Delivery.Reply error(int status, String message) {
        return reply(status, done().put("error", message));
    }
}
