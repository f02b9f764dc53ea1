package sluice.venue.coinbase.trade.reply;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import sluice.market.Side;
import sluice.net.text.Fields;
import sluice.net.text.UnableToReadException;
import sluice.venue.BadFrame;

/** How this venue writes values: numbers as texts, empty texts for what is missing, flags as texts in places. */
final class Words {

    private Words() {}

    /** Zero for a text that is empty or missing. */
    static BigDecimal decimal(Fields fields, String name) {
        return fields.textOrNone(name).isEmpty() ? BigDecimal.ZERO : fields.decimal(name);
    }

    static boolean flag(Fields fields, String name) {
        return fields.textOrNone(name).equals("true");
    }

    /** Quirks: "timestamps RFC3339 with 0-9 fractional digits". */
    static Instant time(Fields fields, String name) {
        try {
            return Instant.parse(fields.text(name));
        } catch (DateTimeException e) {
            throw new UnableToReadException("no time: " + name);
        }
    }

    static Side side(Fields fields, String name) {
        return switch (fields.text(name)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new UnableToReadException(BadFrame.UNKNOWN_VALUE, "neither BUY nor SELL: " + name);
        };
    }
}
