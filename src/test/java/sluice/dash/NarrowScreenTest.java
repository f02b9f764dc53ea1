package sluice.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.engine.view.AlertView;
import sluice.engine.view.LinkView;
import sluice.engine.view.VenueView;
import sluice.shell.Market;
import sluice.venue.LinkHealth;

/** What is on the screen where not all of it has room. */
class NarrowScreenTest {

    @TempDir
    private Path state;

    private DashTester of(int columns, int rows) {
        return new DashTester(state, columns, rows);
    }

    private static VenueView banned(DashTester dash, VenueView venue) {
        var link = venue.link().orElseThrow();
        var until = dash.session.clock().now().plus(Duration.ofSeconds(90));
        return new VenueView(
                venue.manifest(),
                venue.unready(),
                venue.feeds(),
                venue.instruments(),
                venue.fees(),
                venue.holdings(),
                new LinkView(
                        Optional.of(new LinkHealth(
                                link.pending(),
                                link.roundTrips(),
                                link.budget(),
                                link.breaker(),
                                Optional.of(until),
                                link.clockOffset(),
                                link.questions())),
                        venue.way().bad(),
                        venue.way().deadMan()));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 70, 80, 90, 100, 120, 200})
    void aHintIsShownWholeOrNotAtAll(int columns) {
        var dash = of(columns, 24);
        for (var pane = '1'; pane <= '8'; pane++) {
            var lines = dash.types(String.valueOf(pane)).lines();
            assertThat(lines.get(23)).contains("? help").doesNotContain("…").hasSizeLessThanOrEqualTo(columns);
        }
    }

    @Test
    void panesWithoutRoomAreNamedOrAtLeastTheirKeysAre() {
        assertThat(of(80, 24).types("3").lines().get(23))
                .isEqualTo("Enter timeline  c cancel  ? help  q quit  K kill  6 positions 7 quality 8 log");
        assertThat(of(60, 12).lines().get(11)).containsPattern("([3-8] )+more panes");
    }

    @Test
    void noFigureIsCut() {
        var dash = of(80, 24).commands("buy 0.123 BTC-USDT");
        assertThat(dash.line("TIME ")).contains("SIDE", "QTY", "PX");
        assertThat(dash.line("BUY   0.123")).contains("0.123  60001");
        assertThat(dash.line("VENUE ")).contains("AGE", "…").doesNotContain("P99…");
        assertThat(dash.line("│alpha ")).doesNotContain("…");
    }

    @Test
    void venuesThatTakeNoOrderAreCountedInTheFirstLine() {
        var dash = of(80, 24);
        dash.desk.unready(Market.BETA, "it is not reconciled yet");
        assertThat(dash.lines().get(0)).contains("1 venue NOT READY");
        dash.desk.venues.computeIfPresent(Market.ALPHA, (id, venue) -> banned(dash, venue));
        assertThat(dash.lines().get(0)).contains("2 venues away: 1 BANNED, 1 NOT READY");
        assertThat(dash.line("2 venues 0")).contains("0 of 2 ready");
        assertThat(dash.line("BANNED 1 min 30 s")).contains("alpha");
    }

    @Test
    void alertsThatAreActiveComeBeforeThoseThatAreOver() {
        var dash = of(80, 24);
        dash.desk.alerts.add(new AlertView(1, "LATE_FILL", "P-1 filled late", Market.AT));
        for (int i = 2; i < 9; i++) {
            dash.desk.alerts.add(new AlertView(i, "OVER", "it was slow", Market.AT));
        }
        var lines = dash.lines();
        var title = lines.indexOf(dash.line("5 alerts 1 active"));
        assertThat(lines.get(title + 1)).contains("A-1 LATE_FILL");
        assertThat(lines.get(title + 2)).contains("A-8 OVER");
    }

    @Test
    void whereNoBookCanBeTrustedEachVenueSaysWhy() {
        var dash = of(80, 24);
        dash.desk.books().clear();
        assertThat(dash.text()).contains("no venue's book can be trusted now", "  alpha LIVE", "  beta LIVE");
    }
}
