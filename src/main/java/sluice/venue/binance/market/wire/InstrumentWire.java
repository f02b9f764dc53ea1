package sluice.venue.binance.market.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sluice.market.Instrument;
import sluice.market.Instrument.Bounds;
import sluice.market.Instrument.Grid;
import sluice.market.Instrument.Status;
import sluice.market.Qty;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.net.text.MalformedFrameException;

/**
 * Instruments from {@code GET /api/v3/exchangeInfo}, one symbol at a time, since the whole answer is many megabytes.
 *
 * <p>An entry that cannot be understood is left out: one odd listing must not hide the others. Immutable.
 */
public final class InstrumentWire {

    private static final JsonMapper JSON = new JsonMapper();

    private final VenueId venue;

    public InstrumentWire(VenueId venue) {
        this.venue = venue;
    }

    /** All symbols of the answer; throws {@link MalformedFrameException} when it is not one. */
    public List<Instrument> read(String exchangeInfo) {
        List<Instrument> instruments = new ArrayList<>();
        try (var parser = JSON.createParser(exchangeInfo)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedFrameException("exchangeInfo is not an object");
            }
            var found = false;
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                var isArray = parser.nextToken() == JsonToken.START_ARRAY;
                if (!isArray || !name.equals("symbols")) {
                    parser.skipChildren();
                    continue;
                }
                found = true;
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    instrument(JSON.readTree(parser)).ifPresent(instruments::add);
                }
            }
            if (!found) {
                throw new MalformedFrameException("exchangeInfo lists no symbols");
            }
            return instruments;
        } catch (JsonProcessingException e) {
            throw new MalformedFrameException("exchangeInfo is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new AssertionError("a string can be read", e);
        }
    }

    private Optional<Instrument> instrument(JsonNode node) {
        try {
            return Optional.of(new Instrument(
                    venue,
                    Symbol.spot(text(node, "baseAsset"), text(node, "quoteAsset")),
                    text(node, "symbol"),
                    grid(node),
                    bounds(node),
                    BigDecimal.ONE,
                    status(node)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Grid grid(JsonNode node) {
        return Grid.of(amount(filter(node, "PRICE_FILTER"), "tickSize"), amount(filter(node, "LOT_SIZE"), "stepSize"));
    }

    /** Sheet of the filters: "each rule is off when its value is 0", which is what 0 means in {@link Bounds} too. */
    private static Bounds bounds(JsonNode node) {
        var lot = filter(node, "LOT_SIZE");
        var current = filter(node, "NOTIONAL");
        var notional = current.isMissingNode() ? filter(node, "MIN_NOTIONAL") : current;
        return new Bounds(
                Qty.of(amount(lot, "minQty")),
                Qty.of(amount(lot, "maxQty")),
                Qty.of(amount(notional, "minNotional")).value(),
                Qty.of(amount(notional, "maxNotional")).value(),
                maxOpenOrders(filter(node, "MAX_NUM_ORDERS")));
    }

    /** Filters, MAX_NUM_ORDERS: "the maximum number of orders an account is allowed to have open on a symbol". */
    private static OptionalInt maxOpenOrders(JsonNode filter) {
        var most = filter.path("maxNumOrders").asInt(0);
        return most > 0 ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private static Status status(JsonNode node) {
        var spot = node.path("isSpotTradingAllowed").asBoolean(true);
        return switch (node.path("status").asText()) {
            case "TRADING" -> spot ? Status.TRADING : Status.HALTED;
            case "CANCEL_ONLY" -> Status.CANCEL_ONLY;
            default -> Status.HALTED;
        };
    }

    private static JsonNode filter(JsonNode node, String type) {
        for (var filter : node.path("filters")) {
            if (filter.path("filterType").asText().equals(type)) {
                return filter;
            }
        }
        return node.path("no such filter");
    }

    private static String amount(JsonNode filter, String name) {
        return filter.path(name).asText("0");
    }

    private static String text(JsonNode node, String name) {
        var text = node.path(name).asText();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("no " + name);
        }
        return text;
    }
}
