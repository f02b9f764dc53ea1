package sluice.dash.pane;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.dash.cell.Glyphs;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.engine.Desk;
import sluice.engine.view.View;
import sluice.health.alert.Alert;
import sluice.market.Place;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.book.Ladder;
import sluice.report.Look;
import sluice.report.Table;
import sluice.report.Text;

/**
 * The desk at the moment of one picture. Immutable, but for the books, which are as fresh as they are read.
 *
 * @param symbol the market that is looked at
 * @param trails how some numbers went lately
 */
public record Sight(Desk desk, View view, Stamp now, ZoneId zone, Glyphs glyphs, Symbol symbol, Trails trails) {

    private static final int NARROW = 60;

    /** By the wall's clock, since some stamps are of a process before this one. */
    public Duration since(Instant at) {
        return Duration.between(at, now.at());
    }

    /** Since a moment of this process. */
    public Duration since(long nanos) {
        return Duration.ofNanos(Math.max(0, now.nanos() - nanos));
    }

    /** What nobody acknowledged yet and is not over. */
    public List<Alert> alerts() {
        return desk.vitals().now().active();
    }

    /** The book at one place; empty while it is broken, being rebuilt or never built. */
    public Optional<Ladder> read(Place place, int depth) {
        return desk.books().stream()
                .filter(book ->
                        book.venue().equals(place.venue()) && book.symbol().equals(place.symbol()))
                .findFirst()
                .flatMap(book -> book.read(depth));
    }

    /** The time of day; the zone stands in the screen's first line. */
    String clock(Instant at) {
        return new Text(look()).time(at).substring("2026-01-01 ".length());
    }

    /** Without what a narrow pane has no room for. */
    String clock(Instant at, Pane.Room room) {
        return room.columns() < NARROW ? clock(at).substring(0, "00:00:00".length()) : clock(at);
    }

    /** The heading and the rows of a table, but for columns there is no room for, which the heading then shows. */
    List<Line> lines(Table table, Pane.Room room) {
        var fitting = table.within(room.columns());
        var lines = new ArrayList<>(new Text(look())
                .table(fitting, "")
                .toString()
                .lines()
                .map(Line::coloured)
                .toList());
        if (fitting.columns() < table.columns() && !lines.isEmpty()) {
            lines.set(0, lines.get(0).fit(room.columns() - 1, glyphs).plus(glyphs.cut(), Tone.DIM));
        }
        return lines;
    }

    private Look look() {
        return new Look(true, zone);
    }
}
