package sluice.dash;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.dash.bar.Bar;
import sluice.dash.bar.Edit;
import sluice.dash.tile.Arrangement;
import sluice.dash.tile.Kind;
import sluice.dash.tile.Tiling;
import sluice.market.Symbol;

/** What an operator has made of the screen: panes, what keys go to, what is typed. Confined to the dash's thread. */
final class Board {

    private final Map<Kind, Stance> stances = new EnumMap<>(Kind.class);
    private final Told told = new Told();
    private Arrangement arrangement;
    private Tiling tiling = new Tiling(List.of(), List.of());
    private Kind focus;
    private boolean zoomed;
    private boolean wanted;
    private Symbol symbol;
    private Optional<Bar> bar = Optional.empty();
    private Optional<Edit> filter = Optional.empty();
    private Optional<Window> window = Optional.empty();
    private Optional<Ask> ask = Optional.empty();

    /** A question, and what is done on either answer. */
    record Ask(String text, Runnable yes, Runnable no) {}

    Board(Arrangement arrangement, Symbol symbol) {
        this.arrangement = arrangement;
        this.symbol = symbol;
        this.focus = arrangement.shown().get(0);
        for (var kind : Kind.values()) {
            stances.put(kind, new Stance());
        }
    }

    Tiling tile(int columns, int rows) {
        tiling = zoomed ? Tiling.zoomed(focus, columns, rows) : Tiling.of(arrangement, columns, rows);
        if (!zoomed && tiling.leftOut().contains(focus) && !tiling.tiles().isEmpty()) {
            zoomed = wanted;
            focus = wanted ? focus : tiling.tiles().get(0).kind();
            tiling = wanted ? Tiling.zoomed(focus, columns, rows) : tiling;
        }
        wanted = false;
        return tiling;
    }

    /** As it was laid out last. */
    Tiling tile() {
        return tiling;
    }

    Arrangement arrangement() {
        return arrangement;
    }

    void arrange(Arrangement other) {
        arrangement = other;
        if (arrangement.isHidden(focus)) {
            focus = arrangement.shown().get(0);
        }
    }

    Kind focus() {
        return focus;
    }

    /** Shows a pane if it is hidden; where it did not fit, it has the screen. */
    void go(Kind kind) {
        arrangement = arrangement.with(kind);
        focus = kind;
        wanted = true;
    }

    /** The next pane among those on the screen. */
    void goOn(int by) {
        var kinds = zoomed
                ? arrangement.shown()
                : tiling.tiles().stream().map(tile -> tile.kind()).toList();
        if (!kinds.isEmpty()) {
            focus = kinds.get(Math.floorMod(kinds.indexOf(focus) + by, kinds.size()));
        }
    }

    boolean isZoomed() {
        return zoomed;
    }

    void zoom(boolean whole) {
        zoomed = whole;
    }

    Stance stance(Kind kind) {
        return Optional.ofNullable(stances.get(kind)).orElseThrow();
    }

    Symbol symbol() {
        return symbol;
    }

    void look(Symbol at) {
        symbol = at;
    }

    /** The symbol after or before the present one. */
    void lookOn(List<Symbol> symbols, int by) {
        if (!symbols.isEmpty()) {
            var all = new ArrayList<>(symbols);
            symbol = all.get(Math.floorMod(Math.max(0, all.indexOf(symbol)) + by, all.size()));
        }
    }

    Told told() {
        return told;
    }

    Optional<Bar> bar() {
        return bar;
    }

    void bar(Optional<Bar> typed) {
        bar = typed;
    }

    /** What the pane in focus is being filtered by. */
    Optional<Edit> filter() {
        return filter;
    }

    void filter(Optional<Edit> typed) {
        filter = typed;
    }

    Optional<Window> window() {
        return window;
    }

    void window(Optional<Window> over) {
        window = over;
    }

    Optional<Ask> ask() {
        return ask;
    }

    void ask(Optional<Ask> question) {
        ask = question;
    }
}
