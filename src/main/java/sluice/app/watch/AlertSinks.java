package sluice.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.app.watch.WatchConfig.Sinks;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;

/**
 * Passes notices on: to the log and the bell at once, to webhooks and the command on threads of their own. Safe for any
 * thread.
 *
 * <p>A sink that hangs holds up neither the desk nor the others; one that fails is tried again twice, and that is said
 * in the log.
 */
public final class AlertSinks implements Consumer<Notice>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.alerts");

    private final Sinks sinks;
    private final Runnable bell;
    private final List<Sink> others = new ArrayList<>();

    /**
     * @param profile of the desk, since one address may hear of several
     * @param bell rings the terminal, if there is one
     */
    public AlertSinks(String profile, Sinks sinks, Map<String, String> environment, Runnable bell) {
        this.sinks = sinks;
        this.bell = bell;
        if (!sinks.command().isEmpty()) {
            var courier = new Courier(profile, environment);
            others.add(new Sink("the alert command", Severity.WARNING, notice -> courier.run(sinks.command(), notice)));
        }
        for (var hook : sinks.webhooks()) {
            var courier = new Courier(profile, environment);
            others.add(new Sink("the webhook " + hook.name(), hook.least(), notice -> courier.post(hook, notice)));
        }
    }

    @Override
    public void accept(Notice notice) {
        if (sinks.log()) {
            LOG.warn("{} {} {} {}: {}", notice.type(), notice.severity(), notice.name(), notice.kind(), notice.text());
        }
        if (sinks.bell() && notice.severity() == Severity.CRITICAL && notice.type() != Notice.Type.CLEARED) {
            bell.run();
        }
        others.forEach(sink -> sink.take(notice));
    }

    /** Whether everything was passed on within this time each; nothing more is taken. */
    boolean await(long time, TimeUnit unit) throws InterruptedException {
        var all = true;
        for (var sink : others) {
            all &= sink.await(time, unit);
        }
        return all;
    }

    @Override
    public void close() {
        others.forEach(Sink::close);
    }
}
