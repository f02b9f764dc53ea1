package sluice.venue.bybit.market.wire;

import java.time.Instant;
import sluice.market.Px;
import sluice.market.Side;
import sluice.net.text.Fields;
import sluice.net.text.Json;
import sluice.net.text.UnableToReadException;
import sluice.venue.BadFrame;

/** Frames of a public socket that are not books. */
public final class StreamWire {

    private static final String TRADES = "publicTrade.";
    private static final String TICKERS = "tickers.";
    private static final StreamMessage UNNEEDED = new StreamMessage.Unneeded();

    private StreamWire() {}

    public static String tradesTopic(String venueSymbol) {
        return TRADES + venueSymbol;
    }

    public static String tickerTopic(String venueSymbol) {
        return TICKERS + venueSymbol;
    }

    /** Throws {@link UnableToReadException} for a frame that the venue's page does not allow. */
    public static StreamMessage read(String text) {
        var frame = Json.read(text);
        var topic = frame.textOrNone("topic");
        if (topic.startsWith(TRADES)) {
            var rows = frame.in("data").all();
            return new StreamMessage.Prints(
                    topic.substring(TRADES.length()),
                    rows.stream().map(StreamWire::print).toList());
        }
        if (topic.startsWith(TICKERS)) {
            return ticker(topic.substring(TICKERS.length()), frame.in("data"));
        }
        return topic.isEmpty() ? answer(frame) : new StreamMessage.Unknown();
    }

    /** Connect: the public pong keeps {@code "op":"ping"} and says so in {@code ret_msg}. */
    private static StreamMessage answer(Fields frame) {
        var op = frame.textOrNone("op");
        if (op.equals("ping") || op.equals("pong")) {
            return new StreamMessage.Pong();
        }
        if (op.equals("subscribe") || op.equals("unsubscribe") || frame.has("success")) {
            return new StreamMessage.Answered(
                    frame.textOrNone("req_id"), frame.flag("success"), frame.textOrNone("ret_msg"));
        }
        return UNNEEDED;
    }

    /** Public trade: "S: Side of taker. Buy,Sell". */
    private static StreamMessage.Print print(Fields row) {
        return new StreamMessage.Print(side(row.text("S")), row.px("p"), row.qty("v"), row.time("T"));
    }

    private static Side side(String text) {
        return switch (text) {
            case "Buy" -> Side.BUY;
            case "Sell" -> Side.SELL;
            default -> throw new UnableToReadException(BadFrame.UNKNOWN_VALUE, "no side: S");
        };
    }

    private static StreamMessage ticker(String venueSymbol, Fields data) {
        return new StreamMessage.Ticker(
                venueSymbol,
                data.amount("markPrice").map(Px::new),
                data.amount("fundingRate"),
                data.amount("nextFundingTime").map(millis -> Instant.ofEpochMilli(millis.longValue())));
    }
}
