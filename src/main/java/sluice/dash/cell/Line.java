package sluice.dash.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One line of a screen. Immutable. */
public record Line(List<Span> spans) {

    public static final Line EMPTY = new Line(List.of());

    private static final String SET_IN = "    ";
    private static final Pattern COLOURED = Pattern.compile("\u001b\\[([0-9]*)m");

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return of(text, Tone.PLAIN);
    }

    public static Line of(String text, Tone tone) {
        return text.isEmpty() ? EMPTY : new Line(List.of(new Span(text, tone)));
    }

    /** A line that was written for a terminal, with the colours of {@link sluice.report.Ink}. */
    public static Line coloured(String text) {
        var spans = new ArrayList<Span>();
        var tone = Tone.PLAIN;
        var at = 0;
        for (var mark = COLOURED.matcher(text); mark.find(); at = mark.end()) {
            add(spans, text.substring(at, mark.start()), tone);
            tone = tone(mark.group(1));
        }
        add(spans, text.substring(at), tone);
        return new Line(spans);
    }

    private static void add(List<Span> spans, String text, Tone tone) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, tone));
        }
    }

    private static Tone tone(String code) {
        return switch (code) {
            case "1" -> Tone.BOLD;
            case "2" -> Tone.DIM;
            case "32" -> Tone.GOOD;
            case "31" -> Tone.BAD;
            case "33" -> Tone.WARN;
            default -> Tone.PLAIN;
        };
    }

    public Line plus(String text, Tone tone) {
        return plus(of(text, tone));
    }

    public Line plus(String text) {
        return plus(text, Tone.PLAIN);
    }

    public Line plus(Line other) {
        var more = new ArrayList<>(spans);
        more.addAll(other.spans);
        return new Line(more);
    }

    /** All of it in one tone. */
    public Line in(Tone tone) {
        return of(text(), tone);
    }

    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    public int width() {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }

    /** As wide as said: filled up with blanks, or cut, which the last column then shows. */
    public Line fit(int width, Glyphs glyphs) {
        var missing = width - width();
        if (missing >= 0) {
            return plus(" ".repeat(missing));
        }
        return width <= 0 ? EMPTY : first(width - 1).plus(glyphs.cut(), Tone.DIM);
    }

    /** On as many lines as it takes, broken between words where there are some; what follows the first is set in. */
    public List<Line> wrapped(int width) {
        var lines = new ArrayList<Line>();
        var rest = this;
        while (rest.width() > width && width > SET_IN.length()) {
            var least = lines.isEmpty() ? 0 : SET_IN.length();
            var blank = rest.text().lastIndexOf(' ', width);
            var at = blank > Math.max(least, width / 2) ? blank : width;
            lines.add(rest.first(at));
            rest = of(SET_IN).plus(rest.after(at == blank ? at + 1 : at));
        }
        lines.add(rest);
        return lines;
    }

    private Line after(int width) {
        var kept = new ArrayList<Span>();
        var left = width;
        for (var span : spans) {
            var cut = Math.min(left, span.text().length());
            add(kept, span.text().substring(cut), span.tone());
            left -= cut;
        }
        return new Line(kept);
    }

    private Line first(int width) {
        var kept = new ArrayList<Span>();
        var left = width;
        for (var span : spans) {
            var text = span.text().substring(0, Math.min(left, span.text().length()));
            add(kept, text, span.tone());
            left -= text.length();
        }
        return new Line(kept);
    }
}
