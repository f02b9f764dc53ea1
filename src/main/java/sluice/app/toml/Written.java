package sluice.app.toml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import sluice.market.Symbol;

/** Values as the file would write them. */
public final class Written {

    private Written() {}

    public static String text(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    public static String list(List<String> items) {
        return items.stream().map(Written::text).collect(Collectors.joining(", ", "[", "]"));
    }

    public static String symbols(List<Symbol> symbols) {
        return list(symbols.stream().map(Symbol::name).toList());
    }

    public static String decimal(BigDecimal value) {
        return value.toPlainString();
    }

    public static String whole(long value) {
        return Long.toString(value);
    }

    /** In the coarsest unit that is exact. */
    public static String time(Duration duration) {
        var millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return text(millis + "ms");
        }
        var seconds = millis / 1000;
        if (seconds % 3600 == 0 && seconds > 0) {
            return text(seconds / 3600 + "h");
        }
        return text(seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s");
    }
}
