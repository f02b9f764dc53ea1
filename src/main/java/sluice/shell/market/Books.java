package sluice.shell.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import sluice.engine.view.FeedView;
import sluice.engine.view.View;
import sluice.market.Place;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.Ladder;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.Groups;
import sluice.market.consolidated.VenueBook;
import sluice.report.market.BookReport;
import sluice.shell.Session;
import sluice.venue.Feed;

/** The books of one symbol as they are now: all venues', or one's. Immutable. */
record Books(Session session, Symbol symbol, Optional<VenueId> venue, ConsolidatedBook merged, View view) {

    private static final int DEEP = 1000;

    /** One venue's book is shown as it is; age and outliers matter where venues are compared. */
    private static final Consolidation ONE_VENUE =
            new Consolidation(Duration.ofDays(1), Consolidation.DEFAULT.outlierBps(), Groups.NONE);

    static Books of(Session session, Symbol symbol, Optional<VenueId> venue) {
        var merged = venue.map(id -> alone(session, new Place(id, symbol)))
                .orElseGet(() -> session.desk().consolidated(symbol, DEEP));
        return new Books(session, symbol, venue, merged, session.desk().view());
    }

    private static ConsolidatedBook alone(Session session, Place place) {
        return ONE_VENUE.of(read(session, place, DEEP).map(ladder -> VenueBook.of(place, ladder, 0)).stream()
                .toList());
    }

    private static Optional<Ladder> read(Session session, Place place, int depth) {
        return session.desk().books().stream()
                .filter(book ->
                        book.venue().equals(place.venue()) && book.symbol().equals(place.symbol()))
                .findFirst()
                .flatMap(book -> book.read(depth));
    }

    boolean isAbsent() {
        return merged.places().isEmpty();
    }

    /** LIVE, or what is wrong with the feeds. */
    String state() {
        if (venue.isEmpty()) {
            return isAbsent() ? "ABSENT" : "LIVE";
        }
        return Optional.ofNullable(view.venues().get(venue.get()))
                .flatMap(at -> Optional.ofNullable(at.feeds().get(Feed.book(symbol))))
                .map(FeedView::state)
                .map(Enum::name)
                .orElse("ABSENT");
    }

    BookReport.Head head() {
        var now = session.clock().nanos();
        var oldest = merged.places().stream()
                .flatMap(place -> read(session, place, 1).stream())
                .mapToLong(ladder -> Math.max(0, now - ladder.provenNanos()))
                .max();
        return new BookReport.Head(
                symbol,
                venue,
                state(),
                millis(oldest),
                merged.mid(),
                leftOut(),
                session.desk().market(symbol));
    }

    private static long millis(OptionalLong nanos) {
        return nanos.orElse(0) / 1_000_000;
    }

    /** Books that do not count, and symbols of the group that are no part of its market now. */
    private List<String> leftOut() {
        var excluded = merged.excluded().stream()
                .map(each -> each.place().named(symbol) + " (" + each.why() + ")")
                .toList();
        var apart = venue.isPresent()
                ? List.<String>of()
                : session.desk().groups().stream()
                        .filter(group -> group.group().has(symbol))
                        .flatMap(group -> group.apart().stream())
                        .toList();
        return Stream.concat(excluded.stream(), apart.stream()).toList();
    }

    /** What a taker pays on top at each place, as a fraction of the notional. */
    Map<Place, BigDecimal> takerFees() {
        var fees = new HashMap<Place, BigDecimal>();
        view.venues().forEach((id, at) -> at.fees().forEach(fee -> fees.put(new Place(id, fee.symbol()), fee.taker())));
        return fees;
    }
}
