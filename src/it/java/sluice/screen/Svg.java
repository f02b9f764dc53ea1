package sluice.screen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Draws what a terminal shows as SVG: lines of text with colours as a terminal takes them in, a picture out.
 *
 * <p>Takes what {@code tmux capture-pane -e -p} prints, and any other cells that are written that way, with nothing
 * else among them. Runs from its two sources, compiled on the way, which is how {@code docs/screens/take} calls it.
 */
public final class Svg {

    private static final int CELL = 8;
    private static final int LINE = 17;
    private static final int BASE = 13;
    private static final int MARGIN = 12;
    private static final Pattern RUN = Pattern.compile("\u001b\\[([0-9;:]*)m|([^\u001b]+)");

    private final StringBuilder out = new StringBuilder();
    private Pen pen = Pen.PLAIN;

    private Svg() {}

    /** Reads standard input, writes standard output; the argument says what the picture shows. */
    public static void main(String[] arguments) throws IOException {
        var text = new String(System.in.readAllBytes(), UTF_8);
        try (var out = new PrintStream(System.out, true, UTF_8)) {
            out.print(of(arguments.length > 0 ? arguments[0] : "a terminal", text));
        }
    }

    public static String of(String title, String text) {
        return new Svg().drawn(title, text.stripTrailing().lines().toList());
    }

    private String drawn(String title, List<String> rows) {
        var columns = rows.stream().mapToInt(Svg::columns).max().orElse(0);
        line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%1$d\" height=\"%2$d\""
                        + " viewBox=\"0 0 %1$d %2$d\">",
                columns * CELL + 2 * MARGIN, rows.size() * LINE + 2 * MARGIN);
        line("<title>%s</title>", escaped(title));
        line("<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"%s\"/>", Pen.PAPER);
        line(
                "<g font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"13\""
                        + " fill=\"%s\">",
                Pen.INK);
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), MARGIN + i * LINE);
        }
        return out.append("</g>\n</svg>\n").toString();
    }

    /** Each run of one style is placed by its column, so that no font can shift what stands behind it. */
    private void row(String row, int top) {
        var x = MARGIN;
        var runs = RUN.matcher(row);
        while (runs.find()) {
            if (runs.group(2) == null) {
                pen = pen.after(runs.group(1));
            } else {
                var width = columns(runs.group(2)) * CELL;
                run(runs.group(2), x, top, width);
                x += width;
            }
        }
    }

    private void run(String text, int x, int top, int width) {
        if (!pen.paper().equals(Pen.PAPER)) {
            line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>", x, top, width, LINE, pen.paper());
        }
        if (!text.isBlank()) {
            line(
                    "<text x=\"%d\" y=\"%d\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>",
                    x, top + BASE, width, pen.attributes(), spaced(escaped(text)));
        }
    }

    private static int columns(String row) {
        return RUN.matcher(row)
                .results()
                .filter(run -> run.group(2) != null)
                .flatMapToInt(run -> run.group(2).codePoints())
                .map(each -> Character.isIdeographic(each) ? 2 : 1)
                .sum();
    }

    /** Browsers make one blank of several, whatever they are asked. */
    private static String spaced(String text) {
        return text.replace(' ', '\u00a0');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
