package sluice.dash;

import java.util.List;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;

/** What {@code ?} shows: every key. */
final class HelpText {

    private static final List<String> KEYS = List.of(
            "!Everywhere",
            ":            a command, as at the prompt, with its completion and history",
            "q, Ctrl-C    back to the prompt; Ctrl-C first leaves a command that runs",
            "?            this",
            "Esc          closes what lies on top, then the filter, then the zoom",
            "Ctrl-L       draws all of it anew",
            "",
            "!Panes",
            "Tab, 1-8     the next pane, or the one of that number, though hidden",
            "z            the pane in focus has the whole screen, and again not",
            "x            hides it",
            "< >          moves it towards the first or the last place",
            "+ -          gives its band more rows, or fewer",
            "w            keeps this arrangement for the next time; = is the usual one",
            "",
            "!In a pane",
            "arrows, j k  another row; PgUp and PgDn ten; g the first, G the last",
            "/            only rows with these words; in the book, that symbol",
            "[ ]          the symbol before and after",
            "Enter        the timeline of the order in that row, else all of the row",
            "c            cancels the order in that row, after asking",
            "a            acknowledges the alert in that row",
            "K            kills: no new order, ours cancelled, after asking",
            "",
            "!What is shown",
            "Ages are counted since a feed last proved that it lives. What is struck out",
            "counts for nothing: a book that is too old or out of line, or everything once",
            "the desk is not heard of. A broken book is not shown, but why it is not.",
            "? IN DOUBT is an order of which nobody knows what became of a request: ask with",
            "unknown probe ID. Venues: AGE is of the book silent longest, round trips are",
            "since the start of the desk, RECON/h its feeds lost within the hour, ERR % new",
            "orders that failed within five minutes, USED % of the limit used most.");

    private HelpText() {}

    static Window window() {
        return new Window(
                "help",
                KEYS.stream()
                        .map(line -> line.startsWith("!") ? Line.of(line.substring(1), Tone.BOLD) : Line.of(line))
                        .toList());
    }
}
