package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.engine.view.FeedView;
import sluice.engine.view.GroupView;
import sluice.market.Instrument;
import sluice.market.Regime;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Group;
import sluice.report.market.SymbolsReport;
import sluice.report.venues.FeedsReport;
import sluice.venue.Feed;
import sluice.venue.FeedReason;
import sluice.venue.FeedState;

/** Five hundred instruments: people see some, and how to see the others; programs get all. */
class LongListsTest {

    private static final VenueId VENUE = new VenueId("any");
    private static final Stamp NOW = new Stamp(Instant.EPOCH, 0);

    private final StringWriter out = new StringWriter();

    private List<String> printed(Printer.Format format, Report report) {
        var err = new PrintWriter(new StringWriter());
        new Printer(new PrintWriter(out), err, format, new Look(false, ZoneOffset.UTC)).result("any", report);
        return out.toString().lines().toList();
    }

    private static List<Instrument> instruments() {
        return IntStream.range(1000, 1500)
                .mapToObj(i -> new Instrument(
                        VENUE,
                        Symbol.of("X" + i + "-USDT"),
                        "X" + i + "USDT",
                        Instrument.Grid.of("0.01", "0.001"),
                        Instrument.Bounds.of("0", "0", "0", "0"),
                        BigDecimal.ONE,
                        Instrument.Status.TRADING))
                .toList();
    }

    private static FeedsReport.Line feed(int number, FeedState state) {
        var feed = Feed.book(Symbol.of("X" + number + "-USDT"));
        var view = new FeedView(state, FeedReason.READY, "", NOW, new FeedView.Past(NOW, Duration.ZERO, 0));
        return new FeedsReport.Line(VENUE, feed, view, List.of());
    }

    private static FeedsReport feeds(int most) {
        return new FeedsReport(
                IntStream.range(1000, 1500)
                        .mapToObj(i -> feed(i, i == 1499 ? FeedState.STALE : FeedState.LIVE))
                        .toList(),
                most,
                NOW);
    }

    @Test
    void ofManySymbolsSomeAreShownAndHowToSeeTheOthers() {
        var report = new SymbolsReport(instruments(), Map.of(), List.of(), Cut.LINES);
        assertThat(printed(Printer.Format.TEXT, report))
                .hasSize(Cut.LINES + 2)
                .last()
                .asString()
                .startsWith("440 more; a PATTERN")
                .contains("--all");
    }

    @Test
    void programsGetEverySymbolWithItsRegime() {
        var report = new SymbolsReport(
                instruments(), Map.of(Symbol.of("X1000-USDT"), Regime.VOLATILE), List.of(), Cut.LINES);
        var json = printed(Printer.Format.JSON, report).get(0);
        assertThat(json.split("\"venueSymbol\"")).hasSize(501);
        assertThat(json).containsOnlyOnce("\"regime\":\"VOLATILE\"");
    }

    @Test
    void aGroupThatIsApartSaysWhy() {
        var group = new Group(
                "bitcoin", List.of(Symbol.of("BTC-USDT"), Symbol.of("BTC-USD")), List.of(Symbol.of("USDT-USD")));
        var view = new GroupView(group, List.of("BTC-USD: there is no live book of USDT-USD"));
        assertThat(printed(Printer.Format.TEXT, new SymbolsReport(instruments(), Map.of(), List.of(view), Cut.LINES)))
                .last()
                .isEqualTo("The group bitcoin is apart. BTC-USD: there is no live book of USDT-USD");
    }

    @Test
    void ofManyFeedsThoseInTroubleComeFirst() {
        var lines = printed(Printer.Format.TEXT, feeds(Cut.LINES));
        assertThat(lines).hasSize(Cut.LINES + 3);
        assertThat(lines.get(1)).contains("X1499-USDT", "STALE");
        assertThat(lines.get(Cut.LINES + 1)).isEqualTo("499 of 500 feeds are LIVE.");
        assertThat(lines.get(Cut.LINES + 2)).startsWith("440 more;");
    }

    @Test
    void allFeedsAreShownWhenAskedFor() {
        assertThat(printed(Printer.Format.TEXT, feeds(Integer.MAX_VALUE))).hasSize(501);
    }
}
