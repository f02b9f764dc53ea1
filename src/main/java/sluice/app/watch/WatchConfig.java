package sluice.app.watch;

import java.util.List;
import java.util.Optional;
import sluice.health.alert.Severity;
import sluice.health.check.Limits;

/**
 * What is looked after, and who is told. Immutable.
 *
 * @param metricsPort where figures can be collected from, on this machine only; empty for nowhere
 * @param jsonLog whether the log file is of JSON lines
 */
public record WatchConfig(Limits limits, Sinks sinks, Optional<Integer> metricsPort, boolean jsonLog) {

    public static final WatchConfig USUAL =
            new WatchConfig(Limits.USUAL, new Sinks(true, true, List.of(), List.of()), Optional.empty(), false);

    /**
     * Where alerts go beside the screen.
     *
     * @param bell whether a terminal rings for what is critical
     * @param log whether they stand in the log file
     * @param command given each as JSON on its standard input; empty for none
     */
    public record Sinks(boolean bell, boolean log, List<String> command, List<Webhook> webhooks) {

        public Sinks {
            command = List.copyOf(command);
            webhooks = List.copyOf(webhooks);
        }
    }

    /**
     * An address that takes alerts.
     *
     * @param urlEnv the environment variable that holds it, since whoever knows an address can often write to it
     * @param keyEnv the environment variable that holds the routing key, where one is needed
     * @param least what is less severe is not sent
     */
    public record Webhook(String name, Shape shape, String urlEnv, Optional<String> keyEnv, Severity least) {}

    /** What a webhook expects. */
    public enum Shape {
        GENERIC,
        SLACK,
        PAGERDUTY
    }
}
