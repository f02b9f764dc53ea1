package sluice.shell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import sluice.engine.view.AlertView;
import sluice.market.Stamp;
import sluice.shell.ShellTester;

class NewsTest {

    private final ShellTester shell = new ShellTester();
    private final News news = new News(false);

    private static AlertView alert(long id, String text) {
        return new AlertView(id, "LATE_FILL", text, new Stamp(Instant.EPOCH, 0));
    }

    @Test
    void whatWasThereBeforeIsNoNews() {
        shell.exec("buy 1 BTC-USDT");
        shell.desk.alerts.add(alert(5, "old"));
        news.startWith(shell.desk.view(), shell.desk.vitals().now());
        assertThat(news.since(shell.desk.view(), shell.desk.vitals().now())).isEmpty();
    }

    @Test
    void eachFillAndEachAlertIsToldOnce() {
        news.startWith(shell.desk.view(), shell.desk.vitals().now());
        shell.exec("buy 1 BTC-USDT");
        shell.desk.alerts.add(alert(5, "P-9 filled after its end"));
        assertThat(news.since(shell.desk.view(), shell.desk.vitals().now()))
                .containsExactly(
                        "filled P-1 BUY 1 BTC-USDT at 60001 on alpha, fee 0.03 USDT",
                        "ALERT A-5 LATE_FILL: P-9 filled after its end");
        assertThat(news.since(shell.desk.view(), shell.desk.vitals().now())).isEmpty();
    }
}
