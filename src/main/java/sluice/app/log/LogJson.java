package sluice.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import sluice.report.Json;

/** One record as a line of JSON, for those who collect logs. */
final class LogJson extends Formatter {

    @Override
    public String format(LogRecord entry) {
        var text = Json.line(out -> out.time("at", entry.getInstant())
                .text("level", entry.getLevel())
                .text("thread", Thread.currentThread().getName())
                .text("logger", entry.getLoggerName())
                .text("message", formatMessage(entry))
                .text("trace", Optional.ofNullable(entry.getThrown()).map(LogJson::trace)));
        return text + "\n";
    }

    private static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
