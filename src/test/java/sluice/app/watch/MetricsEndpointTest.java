package sluice.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.shell.ShellTester;

class MetricsEndpointTest {

    private final ShellTester shell = new ShellTester();
    private final MetricsEndpoint endpoint = MetricsEndpoint.open(0, shell.desk);

    @AfterEach
    void close() {
        endpoint.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + endpoint.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Test
    void figuresAreThereInOpenMetrics() throws Exception {
        shell.exec("buy 0.5 BTC-USDT");
        var answer = get("/metrics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/openmetrics-text");
        assertThat(answer.body())
                .contains("# TYPE sluice_orders_open gauge\n", "sluice_health{measure=\"clock\",venue=\"alpha\"} 2.0\n")
                .contains("sluice_fill_ratio{")
                .endsWith("# EOF\n");
    }

    /**
     * The parser of Prometheus' own client for Python, where there is one; it takes nothing that is not OpenMetrics.
     */
    @Test
    void prometheusOwnParserTakesEveryLine() throws Exception {
        assumeTrue(parses("pass", ""), "skipped: python3 has no prometheus_client (Debian: python3-prometheus-client)");
        shell.exec("buy 0.5 BTC-USDT; buy 1 BTC-USDT --at 50000");
        var body = get("/metrics").body();
        var samples = body.lines().filter(line -> !line.startsWith("#")).count();
        var count = "import sys; f = list(parse(sys.stdin.read())); assert all(x.type == 'gauge' for x in f);"
                + " sys.exit(0 if sum(len(x.samples) for x in f) == " + samples + " else 1)";
        assertThat(samples).isGreaterThan(20);
        assertThat(parses(count, body)).isTrue();
        assertThat(parses(count, body.replace("# EOF\n", ""))).isFalse();
    }

    private static boolean parses(String then, String text) throws IOException, InterruptedException {
        var script =
                "from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse; " + then;
        try {
            var python = new ProcessBuilder("python3", "-c", script)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            python.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            python.getOutputStream().close();
            return python.waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void nothingElseIsThere() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
    }

    @Test
    void everyFigureOfTheDashboardIsThere() throws Exception {
        shell.exec("buy 0.5 BTC-USDT; buy 1 BTC-USDT --at 50000");
        var body = get("/metrics").body();
        var named = Pattern.compile("sluice_[a-z0-9_]+").matcher(Files.readString(Path.of("docs/grafana.json")));
        assertThat(named.results().map(found -> found.group()).distinct())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(body).contains("# TYPE " + name + " gauge"));
    }
}
