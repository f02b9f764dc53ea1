package sluice.venue.coinbase.market.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.MalformedFrameException;
import sluice.net.text.UnableToReadException;
import sluice.venue.BadFrame;

/** Frames of {@code market_trades}, and errors. */
public final class TradeWire {

    /** A print; {@code restated} in the snapshot that begins a subscription. Immutable. */
    public record Print(String product, String id, Side aggressor, Px px, Qty qty, Instant at, boolean restated) {}

    /** Trade ids rise, and are whole numbers however long. */
    private static final Comparator<Print> OLDEST_FIRST =
            Comparator.<Print>comparingInt(print -> print.id().length()).thenComparing(Print::id);

    private TradeWire() {}

    /** Oldest first; throws {@link MalformedFrameException} for a frame that has none. */
    public static List<Print> read(String frame) {
        var prints = new ArrayList<Print>();
        try {
            for (var event : Json.read(frame).in("events").all()) {
                var restated = event.textOrNone("type").equals("snapshot");
                for (var trade : event.in("trades").all()) {
                    prints.add(print(trade, restated));
                }
            }
        } catch (UnableToReadException | DateTimeException | IllegalArgumentException e) {
            throw new MalformedFrameException("a trade that makes no sense: " + e.getMessage(), e);
        }
        prints.sort(OLDEST_FIRST);
        return prints;
    }

    /**
     * The side is that of the order that rested, as it is in the venue's older feeds ("side indicates the maker order
     * side"); of 52 recorded prints the 48 that say BUY happened at the bid or say SELL at the ask.
     */
    private static Print print(Fields trade, boolean restated) {
        return new Print(
                trade.text("product_id"),
                trade.text("trade_id"),
                aggressor(trade.text("side")),
                trade.px("price"),
                trade.qty("size"),
                Instant.parse(trade.text("time")),
                restated);
    }

    private static Side aggressor(String resting) {
        return switch (resting) {
            case "BUY" -> Side.SELL;
            case "SELL" -> Side.BUY;
            default -> throw new UnableToReadException(BadFrame.UNKNOWN_VALUE, "neither BUY nor SELL: side");
        };
    }

    /** What an error says. */
    public static String error(String frame) {
        try {
            return Json.read(frame).textOrNone("message");
        } catch (UnableToReadException e) {
            throw new MalformedFrameException("not JSON", e);
        }
    }
}
