package sluice.app.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One record as text: when, how bad, on which thread, from whom, what, and where it came from. */
final class LogLine extends Formatter {

    @Override
    public String format(LogRecord entry) {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        out.print(entry.getInstant() + " " + entry.getLevel() + " ["
                + Thread.currentThread().getName() + "] " + entry.getLoggerName() + ": " + formatMessage(entry) + "\n");
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(out);
        }
        out.flush();
        return text.toString();
    }
}
