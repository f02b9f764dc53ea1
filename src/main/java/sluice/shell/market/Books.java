package sluice.shell.market;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.engine.view.FeedView;
import sluice.engine.view.View;
import sluice.market.Px;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.book.LiveBook;
import sluice.market.consolidated.ConsolidatedBook;
import sluice.market.consolidated.Consolidation;
import sluice.market.consolidated.VenueBook;
import sluice.market.consolidated.VenueLevel;
import sluice.report.market.BookReport;
import sluice.shell.Session;
import sluice.venue.Feed;

/** The books of one symbol as they are now: all venues', or one's. Immutable. */
record Books(Symbol symbol, Optional<VenueId> venue, List<VenueBook> books, View view) {

    private static final int DEEP = 1000;
    private static final Consolidation ONE_VENUE =
            new Consolidation(Duration.ofDays(1), Consolidation.DEFAULT.outlierBps());

    static Books of(Session session, Symbol symbol, Optional<VenueId> venue) {
        var now = session.clock().nanos();
        var read = new ArrayList<VenueBook>();
        for (LiveBook book : session.desk().books()) {
            if (book.symbol().equals(symbol)
                    && venue.filter(id -> !id.equals(book.venue())).isEmpty()) {
                book.read(DEEP)
                        .ifPresent(ladder ->
                                read.add(VenueBook.of(book.venue(), ladder, Math.max(0, now - ladder.provenNanos()))));
            }
        }
        return new Books(symbol, venue, read, session.desk().view());
    }

    /** Those that can be trusted. */
    List<VenueBook> readable() {
        var trusted = merged().venues();
        return books.stream().filter(book -> trusted.contains(book.venue())).toList();
    }

    /** One venue's book is shown as it is; age and outliers matter where venues are compared. */
    ConsolidatedBook merged() {
        return (venue.isPresent() ? ONE_VENUE : Consolidation.DEFAULT).of(books);
    }

    /** LIVE, or what is wrong with the feeds. */
    String state() {
        if (venue.isEmpty()) {
            return merged().venues().isEmpty() ? "ABSENT" : "LIVE";
        }
        return Optional.ofNullable(view.venues().get(venue.get()))
                .flatMap(at -> Optional.ofNullable(at.feeds().get(Feed.book(symbol))))
                .map(FeedView::state)
                .map(Enum::name)
                .orElse("ABSENT");
    }

    BookReport.Head head(ConsolidatedBook merged) {
        var oldest = readable().stream().mapToLong(VenueBook::ageNanos).max().orElse(0);
        var excluded = merged.excluded().stream()
                .map(each -> each.venue() + " (" + each.why() + ")")
                .toList();
        return new BookReport.Head(symbol, venue, state(), oldest / 1_000_000, merged.mid(), excluded);
    }

    /** What each venue's taker pays on top, as a fraction of the notional. */
    Map<VenueId, BigDecimal> takerFees() {
        var fees = new HashMap<VenueId, BigDecimal>();
        view.venues()
                .forEach((id, at) -> at.fees().stream()
                        .filter(fee -> fee.symbol().equals(symbol))
                        .forEach(fee -> fees.put(id, fee.taker())));
        return fees;
    }

    static VenueLevel at(VenueLevel level, Px px) {
        return new VenueLevel(px, level.qty(), level.venue());
    }
}
