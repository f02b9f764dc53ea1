package sluice.app.watch;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.app.watch.WatchConfig.Sinks;
import sluice.app.watch.WatchConfig.Webhook;
import sluice.health.alert.Notice;
import sluice.health.alert.Severity;

/**
 * Passes notices on: to the log and the bell at once, to webhooks and the command on a thread of its own. Safe for any
 * thread.
 *
 * <p>A sink that hangs holds up neither the desk nor the others' next notices; one that fails is tried again twice, and
 * that is said in the log.
 */
public final class AlertSinks implements Consumer<Notice>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.alerts");
    private static final int WAITING = 200;
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 1_000;

    private final Sinks sinks;
    private final Courier courier;
    private final Runnable bell;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, AlertSinks::daemon);

    /** @param bell rings the terminal, if there is one */
    public AlertSinks(Sinks sinks, Map<String, String> environment, Runnable bell) {
        this.sinks = sinks;
        this.courier = new Courier(environment);
        this.bell = bell;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "alerts");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void accept(Notice notice) {
        if (sinks.log()) {
            LOG.warn("{} {} {} {}: {}", notice.type(), notice.severity(), notice.name(), notice.kind(), notice.text());
        }
        if (sinks.bell() && notice.severity() == Severity.CRITICAL && notice.type() != Notice.Type.CLEARED) {
            bell.run();
        }
        if (!sinks.command().isEmpty()) {
            pass("the alert command", () -> courier.run(sinks.command(), notice));
        }
        sinks.webhooks().stream()
                .filter(hook -> isMeant(hook, notice))
                .forEach(hook -> pass("the webhook " + hook.name(), () -> courier.post(hook, notice)));
    }

    private static boolean isMeant(Webhook hook, Notice notice) {
        return notice.severity().compareTo(hook.least()) >= 0;
    }

    /** One way to pass a notice on. */
    private interface Errand {
        void run() throws IOException, InterruptedException;
    }

    private void pass(String what, Errand errand) {
        if (thread.getQueue().size() >= WAITING) {
            LOG.warn("{} hangs, so an alert was not passed on", what);
        } else {
            thread.execute(() -> attempt(what, errand, 1));
        }
    }

    private void attempt(String what, Errand errand, int time) {
        try {
            errand.run();
        } catch (IOException | IllegalArgumentException e) {
            if (time < TRIES && !thread.isShutdown()) {
                thread.schedule(() -> attempt(what, errand, time + 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                LOG.warn("{} did not take an alert, tried {} times: {}", what, time, e.getMessage());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether everything was passed on within this time; nothing more is taken. */
    boolean await(long time, TimeUnit unit) throws InterruptedException {
        thread.shutdown();
        return thread.awaitTermination(time, unit);
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
