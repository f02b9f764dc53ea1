package sluice.dash.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sluice.dash.cell.Age;
import sluice.dash.cell.Line;
import sluice.dash.cell.Tone;
import sluice.dash.tile.Kind;
import sluice.engine.view.FeedView;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.book.Ladder;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.report.Figures;
import sluice.venue.Feed;
import sluice.venue.FeedReason;

/**
 * The books of one symbol: all venues' as one, and each venue's beside it as far as there is room.
 *
 * <p>A book that is broken is not shown, but why it is not; one that counts for nothing is struck out.
 */
public final class BookPane implements Pane {

    private static final int DEEP = 60;
    private static final int SECTION = 34;
    private static final String GAP = "  ";

    @Override
    public Kind kind() {
        return Kind.BOOK;
    }

    @Override
    public List<String> hints() {
        return List.of("[ ] symbol");
    }

    @Override
    public Content content(Sight sight, Room room) {
        var merged = sight.desk().consolidated(sight.symbol(), DEEP);
        var own = OwnRests.of(sight.view().orders().working());
        var sections = new ArrayList<List<Line>>();
        var places = places(sight);
        var most = Math.max(1, room.columns() / SECTION);
        var count = Math.min(most, 1 + places.size());
        var columns = (room.columns() - GAP.length() * (count - 1)) / count;
        var each = new Room(columns, room.rows());
        sections.add(together(sight, merged, own, each));
        for (int i = 0; i < count - 1; i++) {
            sections.add(venue(sight, merged, own, places.get(i), each));
        }
        var title = Line.of(
                sight.symbol() + " " + sight.desk().market(sight.symbol()).regime(), Tone.BOLD);
        return new Content(title, beside(sections, columns, room.rows(), sight), List.of(), "");
    }

    private static List<Line> beside(List<List<Line>> sections, int columns, int rows, Sight sight) {
        var lines = new ArrayList<Line>();
        for (int row = 0; row < rows; row++) {
            var line = Line.EMPTY;
            for (int i = 0; i < sections.size(); i++) {
                var section = sections.get(i);
                line = line.plus(i == 0 ? "" : GAP)
                        .plus((row < section.size() ? section.get(row) : Line.EMPTY).fit(columns, sight.glyphs()));
            }
            lines.add(line);
        }
        return lines;
    }

    /** Where the symbol is listed. */
    private static List<Place> places(Sight sight) {
        return sight.view().venues().entrySet().stream()
                .filter(venue -> venue.getValue().instruments().stream()
                        .anyMatch(each -> each.symbol().equals(sight.symbol())))
                .map(venue -> new Place(venue.getKey(), sight.symbol()))
                .toList();
    }

    private static List<Line> together(Sight sight, ConsolidatedBook merged, OwnRests own, Room room) {
        var oldest = merged.places().stream()
                .flatMap(place -> sight.read(place, 1).stream())
                .mapToLong(Ladder::provenNanos)
                .min();
        var head = Line.of("all venues ", Tone.BOLD);
        if (merged.places().isEmpty() || oldest.isEmpty()) {
            return none(sight, merged, own, head.plus("ABSENT", Tone.BAD));
        }
        var bids = merged.bids().stream()
                .map(level -> new Rungs.Rung(
                        level.px(),
                        level.qty(),
                        own.at(level.place(), level.px()),
                        shortName(level.venue().name())))
                .toList();
        var asks = merged.asks().stream()
                .map(level -> new Rungs.Rung(
                        level.px(),
                        level.qty(),
                        own.at(level.place(), level.px()),
                        shortName(level.venue().name())))
                .toList();
        head = head.plus(merged.places().size() + " of " + places(sight).size())
                .plus(", " + Age.said(sight.since(oldest.getAsLong())) + " old", Tone.DIM);
        var middle = Line.of("  mid ", Tone.DIM)
                .plus(merged.mid().map(Figures::readable).orElse("-"), Tone.BOLD);
        middle = merged.isCrossed()
                ? middle.plus(" CROSSED", Tone.WARN)
                : middle.plus(
                        " spread " + merged.spread().map(Figures::readable).orElse("-"), Tone.DIM);
        return under(head, new Rungs(bids, asks, middle).lines(room.columns(), room.rows() - 1, sight.glyphs()));
    }

    /** Nothing to look at, and of each venue why not. */
    private static List<Line> none(Sight sight, ConsolidatedBook merged, OwnRests own, Line head) {
        var lines = new ArrayList<>(List.of(head, Line.of("no venue's book can be trusted now", Tone.BAD)));
        for (var place : places(sight)) {
            lines.add(Line.of("  ")
                    .plus(venue(sight, merged, own, place, new Room(0, 2)).get(0)));
        }
        return lines;
    }

    private static List<Line> under(Line head, List<Line> lines) {
        return Stream.concat(Stream.of(head), lines.stream()).toList();
    }

    private static List<Line> venue(Sight sight, ConsolidatedBook merged, OwnRests own, Place place, Room room) {
        var head = Line.of(place.venue() + " ", Tone.BOLD);
        var ladder = sight.read(place, DEEP);
        if (ladder.isEmpty()) {
            return absent(sight, place, head);
        }
        var age = Age.said(sight.since(ladder.get().provenNanos()));
        var lines = ladder(ladder.get(), own, place).lines(room.columns(), room.rows() - 1, sight.glyphs());
        var out = merged.excluded().stream()
                .filter(each -> each.place().equals(place))
                .findFirst();
        if (out.isPresent()) {
            head = head.plus(out.get().why() + ", not counted ", Tone.WARN).plus(age, Tone.WARN);
            return under(head, lines.stream().map(line -> line.in(Tone.STALE)).toList());
        }
        return under(head.plus("LIVE ", Tone.GOOD).plus(age + " old", Tone.DIM), lines);
    }

    private static Rungs ladder(Ladder ladder, OwnRests own, Place place) {
        var bids = ladder.bids().stream()
                .map(level -> new Rungs.Rung(level.px(), level.qty(), own.at(place, level.px()), ""))
                .toList();
        var asks = ladder.asks().stream()
                .map(level -> new Rungs.Rung(level.px(), level.qty(), own.at(place, level.px()), ""))
                .toList();
        var spread = ladder.quote()
                .map(quote -> new Px(quote.ask().value().subtract(quote.bid().value())).plain())
                .orElse("-");
        return new Rungs(bids, asks, Line.of("  spread " + spread, Tone.DIM));
    }

    private static List<Line> absent(Sight sight, Place place, Line head) {
        var venue = sight.view().venues().get(place.venue());
        var feed = venue == null ? null : venue.feeds().get(Feed.book(place.symbol()));
        if (feed == null) {
            return List.of(head.plus("ABSENT", Tone.BAD), Line.of("no book is kept of it there", Tone.DIM));
        }
        return List.of(
                head.plus(feed.state() + " ", Tone.BAD)
                        .plus(Age.said(sight.since(feed.since().nanos())), Tone.BAD),
                Line.of("no book: " + why(feed), Tone.WARN));
    }

    private static String why(FeedView feed) {
        var words = feed.reason() == FeedReason.READY
                ? "not built yet"
                : feed.reason().name();
        return feed.text().isEmpty() ? words : words + ", " + feed.text();
    }

    private static String shortName(String venue) {
        return venue.length() <= 4 ? venue : venue.substring(0, 4);
    }
}
