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
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ChildId;
import sluice.order.ClOrdId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.Order;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.account.AccountEvent;
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
        return printed(format, new FillsReport(List.of(fills), List.of(), Optional.empty()));
    }

    private static String printed(Format format, List<AccountEvent.TradedElsewhere> taken) {
        return printed(format, new FillsReport(List.of(), taken, Optional.empty()));
    }

    private static String printed(Format format, FillsReport fills) {
        var out = new StringWriter();
        var printer = new Printer(
                new PrintWriter(out), new PrintWriter(new StringWriter()), format, new Look(false, ZoneOffset.UTC));
        printer.result("fills", fills);
        return out.toString();
    }

    @Test
    void whatStandsInForFillsIsMarked() {
        var stands = fill(ExecId.provisional(new ChildId(1)));

        assertThat(printed(Format.TEXT, stands)).contains("provisional-C-1 *").contains("* stands in for fills");
        assertThat(printed(Format.JSON, stands)).contains("\"provisional\":true");
    }

    @Test
    void aLiquidationIsListedAsNoOrders() {
        var told = fill(new ExecId("T-8"));
        var taken = new AccountEvent.TradedElsewhere(
                told.ids().venue(),
                "LIQUIDATION",
                new OrderId("L-1"),
                told.symbol(),
                told.side(),
                told.execution(),
                new Stamp(Instant.EPOCH, 0));

        assertThat(printed(Format.TEXT, List.of(taken))).contains("LIQUIDATION").contains("T-8");
        assertThat(printed(Format.JSON, List.of(taken)))
                .contains("\"fills\":[],\"taken\":[{\"cause\":\"LIQUIDATION\",\"venue\":\"alpha\",\"orderId\":\"L-1\"");
    }

    @Test
    void aFillIsNot() {
        var real = fill(new ExecId("T-7"));

        assertThat(printed(Format.TEXT, real)).contains("T-7").doesNotContain("*");
        assertThat(printed(Format.JSON, real)).doesNotContain("provisional");
    }
}
