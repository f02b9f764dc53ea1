package sluice.app.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.app.watch.WatchConfig.Shape;
import sluice.app.watch.WatchConfig.Sinks;
import sluice.app.watch.WatchConfig.Webhook;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;

class AlertSinksTest {

    private final MockWebServer server = new MockWebServer();
    private final List<AlertSinks> opened = new ArrayList<>();
    private final AtomicInteger rings = new AtomicInteger();

    @TempDir
    private Path home;

    @BeforeEach
    void listen() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        opened.forEach(AlertSinks::close);
        server.close();
    }

    private static Notice notice(Notice.Type type, Severity severity) {
        return new Notice(
                7, type, 3, severity, "JOURNAL", "it <cannot> be written", Instant.parse("2026-11-02T09:30:00Z"));
    }

    private Sinks hook(Shape shape, Severity least) {
        var hook = new Webhook("team", shape, "HOOK", Optional.of("KEY"), least);
        return new Sinks(true, false, List.of(), List.of(hook));
    }

    private void tell(Sinks sinks, Notice... notices) {
        var environment = Map.of("HOOK", server.url("/hook").toString(), "KEY", "routing");
        var all = new AlertSinks("paper", sinks, environment, rings::incrementAndGet);
        List.of(notices).forEach(all);
        opened.add(all);
    }

    private JsonNode posted() throws Exception {
        var request = server.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return new ObjectMapper().readTree(request.getBody().utf8());
    }

    @Test
    void aWebhookIsGivenTheNotice() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        tell(hook(Shape.GENERIC, Severity.WARNING), notice(Notice.Type.RAISED, Severity.WARNING));
        var body = posted();
        assertThat(body.path("alert").asText()).isEqualTo("A-3");
        assertThat(body.path("severity").asText()).isEqualTo("WARNING");
        assertThat(body.path("text").asText()).isEqualTo("it <cannot> be written");
        assertThat(rings).hasValue(0);
    }

    @Test
    void slackReadsOneTextWithItsSignsTakenCareOf() throws Exception {
        server.enqueue(new MockResponse.Builder().code(200).build());
        tell(hook(Shape.SLACK, Severity.WARNING), notice(Notice.Type.CLEARED, Severity.CRITICAL));
        assertThat(posted().path("text").asText())
                .startsWith("*CRITICAL* JOURNAL A-3 (sluice paper at ")
                .endsWith(")\nover: it &lt;cannot&gt; be written");
    }

    @Test
    void pagerDutyResolvesUnderTheKeyItWasTriggeredUnder() throws Exception {
        server.enqueue(new MockResponse.Builder().code(202).build());
        server.enqueue(new MockResponse.Builder().code(202).build());
        tell(
                hook(Shape.PAGERDUTY, Severity.WARNING),
                notice(Notice.Type.RAISED, Severity.CRITICAL),
                notice(Notice.Type.CLEARED, Severity.CRITICAL));
        var trigger = posted();
        var resolve = posted();
        assertThat(trigger.path("routing_key").asText()).isEqualTo("routing");
        assertThat(trigger.path("event_action").asText()).isEqualTo("trigger");
        assertThat(trigger.path("payload").path("severity").asText()).isEqualTo("critical");
        assertThat(resolve.path("event_action").asText()).isEqualTo("resolve");
        assertThat(resolve.path("dedup_key")).isEqualTo(trigger.path("dedup_key"));
        assertThat(trigger.path("dedup_key").asText())
                .startsWith("sluice-paper-")
                .endsWith("-journal-3");
        assertThat(trigger.path("payload").path("source").asText()).startsWith("sluice paper at ");
    }

    @Test
    void whatAWebhookDoesNotTakeIsTriedAgain() throws Exception {
        server.enqueue(new MockResponse.Builder().code(503).build());
        server.enqueue(new MockResponse.Builder().code(200).build());
        tell(hook(Shape.GENERIC, Severity.WARNING), notice(Notice.Type.RAISED, Severity.CRITICAL));
        assertThat(posted()).isEqualTo(posted());
        assertThat(rings).hasValue(1);
    }

    @Test
    void whatIsNotSevereEnoughIsNotSent() throws Exception {
        server.enqueue(new MockResponse.Builder().code(200).build());
        tell(
                hook(Shape.GENERIC, Severity.CRITICAL),
                notice(Notice.Type.RAISED, Severity.WARNING),
                notice(Notice.Type.RAISED, Severity.CRITICAL));
        assertThat(posted().path("severity").asText()).isEqualTo("CRITICAL");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aCommandReadsTheNotice() throws Exception {
        var file = home.resolve("told");
        var words = List.of("sh", "-c", "cat > '" + file + ".part' && mv '" + file + ".part' '" + file + "'");
        var all = new AlertSinks("paper", new Sinks(false, false, words, List.of()), Map.of(), rings::incrementAndGet);
        all.accept(notice(Notice.Type.RAISED, Severity.CRITICAL));
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(file)).contains("\"kind\":\"JOURNAL\"");
        assertThat(rings).hasValue(0);
    }

    @Test
    void aSinkThatHangsHoldsUpNoOther() throws Exception {
        var hook = new Webhook("team", Shape.GENERIC, "HOOK", Optional.empty(), Severity.WARNING);
        server.enqueue(new MockResponse.Builder().code(200).build());
        tell(
                new Sinks(false, false, List.of("sh", "-c", "exec sleep 5"), List.of(hook)),
                notice(Notice.Type.RAISED, Severity.CRITICAL));
        assertThat(server.takeRequest(3, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void anAddressThatIsNoneIsNotRepeated() {
        var hook = new Webhook("team", Shape.GENERIC, "HOOK", Optional.empty(), Severity.WARNING);
        for (var address : List.of("https://hooks.example/se cret", "ftp://secret.example", "secret", "")) {
            assertThatThrownBy(() -> new Courier("paper", Map.of("HOOK", address))
                            .post(hook, notice(Notice.Type.RAISED, Severity.CRITICAL)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the environment variable HOOK holds no http address");
        }
    }
}
