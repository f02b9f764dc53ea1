package sluice.report;

import java.io.PrintWriter;

/**
 * The one place that knows text from JSON: results go to {@code out}, everything else to {@code err}. Confined to one
 * thread.
 */
public record Printer(PrintWriter out, PrintWriter err, Format format, Look look) {

    /** Aligned text for people, or JSON Lines for programs. */
    public enum Format {
        TEXT,
        JSON
    }

    public Printer as(Format other) {
        return new Printer(out, err, other, look);
    }

    public Printer withoutColour() {
        return new Printer(out, err, format, look.withoutColour());
    }

    /** Whether lines beside the results may be written over, as on a terminal. */
    public boolean moves() {
        return look.moves();
    }

    public boolean isJson() {
        return format == Format.JSON;
    }

    public void result(String command, Report report) {
        switch (format) {
            case JSON ->
                out.println(Json.line(
                        line -> line.flag("ok", true).text("command", command).object("result", report::json)));
            case TEXT -> out.print(text(report));
        }
        out.flush();
    }

    public void failure(String command, Failure failure) {
        switch (format) {
            case JSON ->
                out.println(Json.line(
                        line -> line.flag("ok", false).text("command", command).object("error", failure::json)));
            case TEXT -> {
                out.flush();
                err.println(said(new Text(look).ink(Ink.BAD, failure.code()) + ": " + failure.message()));
            }
        }
        out.flush();
        err.flush();
    }

    /** What is said to the operator beside any result. */
    public void note(String line) {
        out.flush();
        err.println(said(line));
        err.flush();
    }

    private String said(String text) {
        return Wrapping.of(text, look.room().getAsInt());
    }

    public String text(Report report) {
        var text = new Text(look);
        report.text(text);
        return text.toString();
    }
}
