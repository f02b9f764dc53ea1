package sluice.app.watch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sluice.app.watch.WatchConfig.Webhook;
import sluice.health.alert.Notice;

/** Brings a notice to a webhook or a command, once. What fails is told without the address or what was answered. */
final class Courier {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PAGERDUTY = "https://events.pagerduty.com/v2/enqueue";
    private static final int FIRST_BAD = 300;

    private final Map<String, String> environment;
    private final String profile;
    private Optional<HttpClient> client = Optional.empty();
    private Optional<NoticeSource> source = Optional.empty();

    Courier(String profile, Map<String, String> environment) {
        this.profile = profile;
        this.environment = Map.copyOf(environment);
    }

    void post(Webhook hook, Notice notice) throws IOException, InterruptedException {
        var body = NoticeJson.of(
                notice,
                source(),
                hook.shape(),
                hook.keyEnv().map(this::variable).orElse(""));
        var request = to(hook).timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client().send(request, BodyHandlers.discarding());
        if (answer.statusCode() >= FIRST_BAD) {
            throw new IOException("it answered " + answer.statusCode());
        }
    }

    private NoticeSource source() {
        source = source.or(() -> Optional.of(NoticeSource.here(profile)));
        return source.get();
    }

    /** What is wrong with an address is not said in Java's words, which repeat it. */
    private HttpRequest.Builder to(Webhook hook) throws IOException {
        var usual = hook.shape() == WatchConfig.Shape.PAGERDUTY && hook.urlEnv().isEmpty();
        try {
            return HttpRequest.newBuilder(URI.create(usual ? PAGERDUTY : variable(hook.urlEnv())));
        } catch (IllegalArgumentException e) {
            throw new IOException("the environment variable " + hook.urlEnv() + " holds no http address", e);
        }
    }

    private String variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).orElse("");
    }

    private HttpClient client() {
        if (client.isEmpty()) {
            client =
                    Optional.of(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        }
        return client.get();
    }

    void run(List<String> words, Notice notice) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.getOutputStream()) {
            in.write((NoticeJson.generic(notice, source()) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command that does not read what it is given may still have done what it is for: its status tells.
        }
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not end within " + PATIENCE.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("it ended with status " + process.exitValue());
        }
    }
}
