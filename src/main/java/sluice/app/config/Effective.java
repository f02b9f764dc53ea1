package sluice.app.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sluice.app.toml.Written;
import sluice.app.venue.KeySource;
import sluice.app.venue.VenueConfig;
import sluice.engine.Scope;
import sluice.engine.watch.Diligence;
import sluice.market.consolidated.Group;
import sluice.risk.limits.Limits;
import sluice.risk.limits.Restrictions;

/** The configuration in force, key by key as the file would say it. Names sources of keys, and no key. */
public final class Effective {

    static final String NONE = "none";

    private Effective() {}

    public static Map<String, String> of(Config config, Limits limits) {
        var values = new LinkedHashMap<String, String>();
        values.put(
                "journal.path",
                Written.text(config.journal().map(Object::toString).orElse("")));
        values.put("shell.ready-timeout", Written.time(config.shell().readyTimeout()));
        values.put("shell.color", Boolean.toString(config.shell().colour()));
        values.put("shell.pager", Boolean.toString(config.shell().pager()));
        values.put(
                "shell.confirm-above",
                config.shell().confirmAbove().map(Written::decimal).orElse(Written.text(NONE)));
        values.put(
                "books.stale-after", Written.time(config.risk().consolidation().staleAfter()));
        values.put(
                "books.outlier-bps",
                Written.decimal(config.risk().consolidation().outlierBps()));
        config.risk().consolidation().groups().all().forEach(group -> group(values, group));
        config.sim().seed().ifPresent(seed -> values.put("sim.seed", Long.toString(seed)));
        values.put("sim.symbols", Written.symbols(config.sim().symbols()));
        paper(values, config.paper());
        TransportTable.show(values, config.transport().links());
        diligence(values, config.transport().diligence());
        WatchTables.show(values, config.watch());
        limits.values().forEach((key, value) -> values.put("risk." + key.toml(), Written.decimal(value)));
        new TreeMap<>(config.risk().deadMen())
                .forEach((venue, window) -> values.put("risk.dead-man." + venue, Written.time(window)));
        var restrictions = config.risk().restrictions();
        values.put("risk.orphans", Written.text(config.risk().orphans().name().toLowerCase(Locale.ROOT)));
        values.put("risk.deny", rules(restrictions.deny()));
        values.put("risk.allow", rules(restrictions.allow()));
        config.risk().scoped().forEach((scope, own) -> {
            var path = "risk." + path(scope);
            own.forEach((key, value) -> values.put(path + "." + key.toml(), Written.decimal(value)));
        });
        config.names()
                .forEach((venue, names) -> names.forEach((there, here) ->
                        values.put("symbols." + venue + "." + Written.text(there.name()), Written.text(here.name()))));
        config.venues().forEach(venue -> venue(values, "venues." + venue.name(), venue));
        return values;
    }

    private static void group(Map<String, String> values, Group group) {
        values.put("groups." + group.name() + ".symbols", Written.symbols(group.symbols()));
        values.put("groups." + group.name() + ".through", Written.symbols(group.through()));
    }

    private static void paper(Map<String, String> values, Config.Paper paper) {
        values.put("paper.latency", Written.time(paper.latency()));
        values.put("paper.jitter", Written.time(paper.jitter()));
        new TreeMap<>(paper.balances())
                .forEach((asset, amount) -> values.put("paper.balances." + asset, Written.decimal(amount)));
    }

    private static void diligence(Map<String, String> values, Diligence diligence) {
        values.put("recovery.escalate-after", Written.whole(diligence.escalateAfter()));
        values.put("recovery.compare-every", Written.time(diligence.compareEvery()));
        values.put("recovery.quiet-after", Written.time(diligence.quietAfter()));
        values.put("recovery.quiet-every", Written.time(diligence.quietEvery()));
    }

    private static String rules(List<Restrictions.Rule> rules) {
        return Written.list(rules.stream().map(Restrictions.Rule::toString).toList());
    }

    private static String path(Scope scope) {
        return scope.venue()
                .map(venue -> "venues." + Written.text(venue.name()))
                .or(() -> scope.symbol().map(symbol -> "symbols." + Written.text(symbol.name())))
                .orElseGet(() -> "tags." + Written.text(scope.tag().orElseThrow()));
    }

    private static void venue(Map<String, String> values, String path, VenueConfig venue) {
        values.put(path + ".kind", Written.text(venue.wiring().kind()));
        venue.wiring().shown().forEach((key, value) -> values.put(path + "." + key, value));
        values.put(path + ".symbols", Written.symbols(venue.symbols()));
        keys(values, path + ".keys", venue.keys());
    }

    private static void keys(Map<String, String> values, String path, KeySource source) {
        if (source instanceof KeySource.Environment variables) {
            values.put(path + ".api-key-env", Written.text(variables.key()));
            values.put(path + ".api-secret-env", Written.text(variables.secret()));
        } else if (source instanceof KeySource.OwnerFile file) {
            values.put(path + ".file", Written.text(file.path().toString()));
        } else if (source instanceof KeySource.Command command) {
            values.put(path + ".command", Written.list(command.words()));
        }
    }
}
