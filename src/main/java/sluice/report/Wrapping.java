package sluice.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Sets long lines on several, between words where it can be; colours take no room. */
public final class Wrapping {

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private Wrapping() {}

    /** @param room characters in a line; 0 for as many as there are */
    public static String of(String text, int room) {
        if (room <= 0 || text.length() <= room) {
            return text;
        }
        var lines = new ArrayList<String>();
        text.lines().forEach(line -> lines.addAll(lines(line, room)));
        return String.join("\n", lines);
    }

    private static List<String> lines(String text, int room) {
        var lines = new ArrayList<String>();
        var rest = text;
        for (int end = end(rest, room); end < rest.length(); end = end(rest, room)) {
            var blank = rest.lastIndexOf(' ', end);
            var cut = blank > end / 2 ? blank : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Where a line would end that is as long as there is room. */
    private static int end(String text, int room) {
        var left = room;
        var at = 0;
        for (var colour = COLOUR.matcher(text); colour.find(); at = colour.end()) {
            if (colour.start() - at > left) {
                return at + left;
            }
            left -= colour.start() - at;
        }
        return Math.min(text.length(), at + left);
    }
}
