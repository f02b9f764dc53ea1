package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.report.Printer.Format;

class PrinterTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Printer printer(Format format, boolean colour) {
        return new Printer(
                new PrintWriter(out), new PrintWriter(err), format, new Look(colour, ZoneId.of("Europe/Berlin")));
    }

    @Test
    void numbersStandOnTheirDecimalPoint() {
        var table = new Table("SIDE", ">QTY", "NOTE")
                .row(new Cell("BUY", Ink.of(Side.BUY)), Qty.of("0.125"), "first")
                .row(Side.SELL, 100, Optional.empty())
                .row("", "-1.5");
        assertThat(table.lines(false, 0))
                .containsExactly("SIDE      QTY  NOTE", "BUY     0.125  first", "SELL  100      -", "       -1.5");
    }

    @Test
    void coloursAreOnlyWhereTheyAreWanted() {
        var table = new Table("SIDE").row(new Cell("BUY", Ink.GOOD));
        assertThat(table.lines(true, 0)).containsExactly("\u001b[2mSIDE\u001b[0m", "\u001b[32mBUY\u001b[0m");
        printer(Format.TEXT, true).withoutColour().failure("buy", Failure.of("NO", "Not so."));
        assertThat(err).hasToString("NO: Not so.\n");
    }

    @Test
    void aFailureIsOnStderrAsTextAndOnStdoutAsJson() {
        printer(Format.TEXT, false).failure("buy", Failure.of("NO", "Not so."));
        assertThat(out.toString()).isEmpty();
        printer(Format.JSON, false).failure("buy", Failure.of("NO", "Not so.").with("limit", 5));
        assertThat(out)
                .hasToString("{\"ok\":false,\"command\":\"buy\",\"error\":{\"code\":\"NO\",\"message\":\"Not so.\","
                        + "\"detail\":{\"limit\":\"5\"},\"retry\":\"never\"}}\n");
    }

    @Test
    void jsonKnowsDecimalsTimesAndAbsence() {
        var at = Instant.parse("2026-01-02T03:04:05.6Z");
        assertThat(Json.line(json -> json.decimal("a", new BigDecimal("1E+3"))
                        .time("b", at)
                        .text("c", Optional.empty())
                        .number("d", 7)
                        .flag("e", true)
                        .texts("f", List.of("x"))
                        .rows("g", List.of(List.of("1", "2")))))
                .isEqualTo("{\"a\":\"1000\",\"b\":\"2026-01-02T03:04:05.600000Z\",\"c\":null,\"d\":7,\"e\":true,"
                        + "\"f\":[\"x\"],\"g\":[[\"1\",\"2\"]]}");
    }

    @Test
    void textNamesTheZoneOnceAndShowsItsTimes() {
        var text = new Text(new Look(false, ZoneId.of("Europe/Berlin")));
        assertThat(text.timeHead()).isEqualTo("TIME (Europe/Berlin)");
        assertThat(text.time(Instant.parse("2026-07-02T03:04:05.6789Z"))).isEqualTo("2026-07-02 05:04:05.678");
        assertThat(new Text(new Look(false, ZoneOffset.UTC)).zoned(Instant.EPOCH))
                .isEqualTo("1970-01-01 00:00:00.000 Z");
    }
}
