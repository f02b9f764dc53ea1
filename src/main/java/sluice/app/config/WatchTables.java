package sluice.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sluice.app.toml.Section;
import sluice.app.toml.Written;
import sluice.app.watch.WatchConfig;
import sluice.app.watch.WatchConfig.Shape;
import sluice.app.watch.WatchConfig.Webhook;
import sluice.health.alert.Severity;
import sluice.health.check.Limits;

/** The tables {@code [health]}, {@code [alerts]}, {@code [metrics]} and {@code [log]}. */
final class WatchTables {

    private static final int PERCENT = 100;
    private static final int PORTS = 65_535;

    private WatchTables() {}

    static WatchConfig of(Section health, Section alerts, Section metrics, Section log) {
        var usual = WatchConfig.USUAL;
        var port = (int) metrics.whole("port", 0, 0, PORTS);
        metrics.end();
        var json = log.flag("json", usual.jsonLog());
        log.end();
        return new WatchConfig(
                limits(health, usual.limits()),
                sinks(alerts, usual.sinks()),
                Optional.of(port).filter(number -> number != 0),
                json);
    }

    private static Limits limits(Section section, Limits usual) {
        var orders = usual.orders();
        var links = usual.links();
        var machine = usual.machine();
        var limits = new Limits(
                new Limits.Orders(
                        section.duration("order-latency", orders.latency()),
                        section.duration("fill-in", orders.fillIn()),
                        section.whole("fill-pct", Math.round(orders.fillPct()), 0, PERCENT),
                        section.whole("error-pct", Math.round(orders.errorPct()), 0, PERCENT)),
                new Limits.Links(
                        section.duration("book-age", links.bookAge()),
                        section.duration("down", links.down()),
                        section.count("reconnects", links.reconnects(), 0),
                        section.duration("clock-offset", links.clock())),
                new Limits.Machine(
                        section.duration("journal", machine.journal()),
                        section.count("inbox", machine.inbox(), 1),
                        section.whole("memory-pct", Math.round(machine.memoryPct()), 1, PERCENT)));
        section.end();
        return limits;
    }

    private static WatchConfig.Sinks sinks(Section section, WatchConfig.Sinks usual) {
        var hooks = new ArrayList<Webhook>();
        var named = section.section("webhooks");
        for (var name : List.copyOf(named.names())) {
            hooks.add(webhook(name, named.section(name)));
        }
        named.end();
        var sinks = new WatchConfig.Sinks(
                section.flag("bell", usual.bell()),
                section.flag("log", usual.log()),
                section.list("command", usual.command(), Function.identity()),
                hooks);
        section.end();
        return sinks;
    }

    private static Webhook webhook(String name, Section section) {
        var shape = section.parsed("shape", Shape.GENERIC, text -> Shape.valueOf(text.toUpperCase(Locale.ROOT)));
        var hook = new Webhook(
                name,
                shape,
                section.text("url-env", ""),
                section.text("key-env"),
                section.parsed("least", Severity.WARNING, text -> Severity.valueOf(text.toUpperCase(Locale.ROOT))));
        if (hook.urlEnv().isEmpty() && shape != Shape.PAGERDUTY) {
            section.wrong("url-env", "must name the environment variable that holds the address");
        }
        if (hook.keyEnv().isEmpty() && shape == Shape.PAGERDUTY) {
            section.wrong("key-env", "must name the environment variable that holds the routing key");
        }
        section.end();
        return hook;
    }

    static void show(Map<String, String> values, WatchConfig watch) {
        var orders = watch.limits().orders();
        var links = watch.limits().links();
        var machine = watch.limits().machine();
        values.put("health.order-latency", Written.time(orders.latency()));
        values.put("health.fill-in", Written.time(orders.fillIn()));
        values.put("health.fill-pct", Written.whole(Math.round(orders.fillPct())));
        values.put("health.error-pct", Written.whole(Math.round(orders.errorPct())));
        values.put("health.book-age", Written.time(links.bookAge()));
        values.put("health.down", Written.time(links.down()));
        values.put("health.reconnects", Written.whole(links.reconnects()));
        values.put("health.clock-offset", Written.time(links.clock()));
        values.put("health.journal", Written.time(machine.journal()));
        values.put("health.inbox", Written.whole(machine.inbox()));
        values.put("health.memory-pct", Written.whole(Math.round(machine.memoryPct())));
        values.put("alerts.bell", Boolean.toString(watch.sinks().bell()));
        values.put("alerts.log", Boolean.toString(watch.sinks().log()));
        values.put("alerts.command", Written.list(watch.sinks().command()));
        watch.sinks().webhooks().forEach(hook -> webhook(values, "alerts.webhooks." + hook.name(), hook));
        values.put("metrics.port", Written.whole(watch.metricsPort().orElse(0)));
        values.put("log.json", Boolean.toString(watch.jsonLog()));
    }

    private static void webhook(Map<String, String> values, String path, Webhook hook) {
        values.put(path + ".shape", Written.text(hook.shape().name().toLowerCase(Locale.ROOT)));
        values.put(path + ".url-env", Written.text(hook.urlEnv()));
        hook.keyEnv().ifPresent(key -> values.put(path + ".key-env", Written.text(key)));
        values.put(path + ".least", Written.text(hook.least().name().toLowerCase(Locale.ROOT)));
    }
}
