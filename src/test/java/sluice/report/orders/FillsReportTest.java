package sluice.report.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.engine.view.FillView;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.ParentId;
import sluice.report.Look;
import sluice.report.Printer;
import sluice.report.Printer.Format;

class FillsReportTest {

    private static FillView fill(ExecId execId) {
        var ids = new Order.Ids(new ChildId(1), new ParentId(1), new ClOrdId("sl-1"), new VenueId("alpha"));
        var fee = new Money(BigDecimal.ZERO, "USDT");
        var execution = new Execution(execId, Qty.of("0.5"), Px.of("60000"), fee, Liquidity.TAKER, Instant.EPOCH);
        return new FillView(ids, Optional.empty(), Symbol.of("BTC-USDT"), Side.BUY, execution);
    }

    private static String printed(Format format, FillView... fills) {
        var out = new StringWriter();
        var printer = new Printer(
                new PrintWriter(out), new PrintWriter(new StringWriter()), format, new Look(false, ZoneOffset.UTC));
        printer.result("fills", new FillsReport(List.of(fills), Optional.empty()));
        return out.toString();
    }

    @Test
    void whatStandsInForFillsIsMarked() {
        var stands = fill(ExecId.provisional(new ChildId(1)));

        assertThat(printed(Format.TEXT, stands)).contains("provisional-C-1 *").contains("* stands in for fills");
        assertThat(printed(Format.JSON, stands)).contains("\"provisional\":true");
    }

    @Test
    void aFillIsNot() {
        var real = fill(new ExecId("T-7"));

        assertThat(printed(Format.TEXT, real)).contains("T-7").doesNotContain("*");
        assertThat(printed(Format.JSON, real)).doesNotContain("provisional");
    }
}
