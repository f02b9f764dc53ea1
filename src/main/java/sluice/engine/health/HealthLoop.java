package sluice.engine.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.engine.Command;
import sluice.engine.Desk;
import sluice.engine.DeskEvent;
import sluice.engine.codec.EventCodec;
import sluice.engine.view.AlertsView;
import sluice.engine.view.View;
import sluice.health.alert.Alarm;
import sluice.health.alert.Alert;
import sluice.health.alert.AlertBook;
import sluice.health.alert.Severity;
import sluice.health.check.DeskSample;
import sluice.health.check.Health;
import sluice.health.check.HealthMonitor;
import sluice.journal.Entry;
import sluice.market.Clock;

/**
 * Looks after the desk twice a second, on a thread of its own that the desk never waits for. Safe for any thread.
 *
 * <p>The one place all alerts come to: what the desk journaled as such, and what is not well. Whoever shows them or
 * passes them on takes them from here.
 */
public final class HealthLoop implements Vitals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthLoop.class);
    private static final long EVERY_MILLIS = 500;

    /** Journaled alerts that can wait. */
    private static final Set<String> WARNINGS = Set.of("BANNED", "CHECKPOINT", "STREAM_MISSED");

    private final Desk desk;
    private final IntSupplier inbox;
    private final Clock clock;
    private final Surroundings around;
    private final AlertBook alerts = new AlertBook();
    private final HealthMonitor monitor;
    private final EventCodec codec = new EventCodec(id -> {
        throw new IllegalStateException("only reads");
    });
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(HealthLoop::daemon);
    private long seq;
    private long told;
    private boolean unreadable;
    private volatile Health now = Health.NONE;

    /** @param inbox how many inputs wait for the desk */
    public HealthLoop(Desk desk, IntSupplier inbox, Clock clock, Surroundings around) {
        this.desk = desk;
        this.inbox = inbox;
        this.clock = clock;
        this.around = around;
        this.monitor = new HealthMonitor(around.limits(), alerts);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    }

    /** Goes on with the alerts of earlier desks. */
    public void start(View begun) {
        seq = begun.seq();
        resume(begun.alerts());
        thread.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What a desk alerted to, and had no time to give a number, is raised now; of one that gave none it is over. */
    private void resume(AlertsView begun) {
        monitor.resume(begun.known(), clock.now());
        var last = begun.known().stream().map(HealthLoop::turned).max(Comparator.naturalOrder());
        for (var alert : begun.happened()) {
            var alarm = alarm(alert.kind(), alert.text());
            var at = alert.at().at();
            if (last.isEmpty()) {
                alerts.remember(alarm, at);
            } else if (at.isAfter(last.get())) {
                alerts.raise(alarm, at);
            }
        }
    }

    private static Instant turned(Alert alert) {
        return alert.cleared().filter(alert.last()::isBefore).orElse(alert.last());
    }

    private static Alarm alarm(String kind, String text) {
        return Alarm.happened(WARNINGS.contains(kind) ? Severity.WARNING : Severity.CRITICAL, kind, text);
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("the health of the desk could not be looked at", e);
        }
    }

    private synchronized void look() {
        var view = desk.view();
        hear(view);
        var stamp = clock.stamp();
        var sample = new DeskSample(view.journalFault(), around.commits().get(), inbox.getAsInt(), Samples.memoryPct());
        monitor.look(sample, Samples.of(view, desk.books(), stamp), stamp.at());
        alerts.takeTurned().forEach(alert -> desk.ask(new Command.KeepAlert(alert)));
        now = monitor.health();
        now.told().stream().filter(notice -> notice.number() > told).forEach(notice -> {
            told = notice.number();
            around.sink().accept(notice);
        });
    }

    /** Takes in what was journaled since. A journal that cannot be read makes figures late, and is said once. */
    private void hear(View view) {
        if (view.seq() <= seq) {
            return;
        }
        try {
            around.past().after(seq, this::take);
            unreadable = false;
        } catch (RuntimeException e) {
            if (!unreadable) {
                LOG.warn("the journal could not be read for the health of the desk: {}", e.toString());
            }
            unreadable = true;
        }
    }

    private void take(Entry entry) {
        if (entry.type().startsWith("order.") || entry.type().equals("desk.alerted")) {
            fold(codec.decode(entry));
        }
        seq = entry.seq();
    }

    private void fold(DeskEvent event) {
        if (event instanceof DeskEvent.OfOrder order) {
            monitor.heard(order.event());
        } else if (event instanceof DeskEvent.Alerted alerted) {
            alerts.raise(alarm(alerted.kind(), alerted.text()), alerted.at().at());
        }
    }

    @Override
    public Health now() {
        if (now == Health.NONE) {
            tick();
        }
        return now;
    }

    @Override
    public synchronized boolean acknowledge(long alert) {
        var known = alerts.acknowledge(alert, clock.now());
        now = monitor.health();
        return known;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
