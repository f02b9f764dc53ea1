package sluice.app.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sluice.market.Symbol;
import sluice.risk.limits.Limits;

/** The configuration in force, key by key as the file would say it. Names sources of keys, and no key. */
public final class Effective {

    private Effective() {}

    public static Map<String, String> of(Config config, Limits limits) {
        var values = new LinkedHashMap<String, String>();
        values.put("journal.path", quoted(config.journal().map(Object::toString).orElse("")));
        values.put("shell.ready-timeout", time(config.shell().readyTimeout()));
        values.put("shell.color", Boolean.toString(config.shell().colour()));
        values.put("books.stale-after", time(config.risk().consolidation().staleAfter()));
        values.put("books.outlier-bps", plain(config.risk().consolidation().outlierBps()));
        config.sim().seed().ifPresent(seed -> values.put("sim.seed", Long.toString(seed)));
        values.put("sim.symbols", symbols(config.sim().symbols()));
        transport(values, config.transport());
        limits.values().forEach((key, value) -> values.put("risk." + key.toml(), plain(value)));
        limits.symbols().forEach((symbol, own) -> own(values, "risk.symbols." + quoted(symbol.name()), own));
        config.venues().forEach(venue -> venue(values, "venues." + venue.name(), venue));
        return values;
    }

    private static void transport(Map<String, String> values, Config.Transport transport) {
        values.put(
                "transport.breaker.failures",
                Integer.toString(transport.breaker().failures()));
        values.put("transport.breaker.open", time(transport.breaker().open()));
        values.put("transport.backoff.first", time(transport.backoff().first()));
        values.put("transport.backoff.cap", time(transport.backoff().cap()));
        values.put("transport.backoff.lasted", time(transport.backoff().lasted()));
    }

    private static void own(Map<String, String> values, String path, Limits.Own own) {
        values.put(path + ".max-order-qty", plain(own.maxOrderQty()));
        values.put(path + ".max-position-qty", plain(own.maxPositionQty()));
    }

    private static void venue(Map<String, String> values, String path, VenueConfig venue) {
        values.put(path + ".rest", quoted(venue.hosts().rest()));
        values.put(path + ".streams", quoted(venue.hosts().streams()));
        values.put(path + ".ws-api", quoted(venue.hosts().wsApi()));
        values.put(path + ".symbols", symbols(venue.symbols()));
        keys(values, path + ".keys", venue.keys());
        var limits = venue.limits();
        values.put(path + ".limits.recv-window", time(limits.recvWindow()));
        values.put(path + ".limits.deadline", time(limits.deadline()));
        values.put(path + ".limits.weight-per-minute", Integer.toString(limits.weightPerMinute()));
        values.put(path + ".limits.orders-per-ten-seconds", Integer.toString(limits.ordersPerTenSeconds()));
        values.put(path + ".limits.orders-per-day", Integer.toString(limits.ordersPerDay()));
        var pace = venue.pace();
        values.put(path + ".market-data.snapshot-levels", Integer.toString(pace.snapshotLimit()));
        values.put(path + ".market-data.silence", time(pace.silence()));
        values.put(path + ".market-data.quiet", time(pace.quiet()));
        values.put(path + ".market-data.frozen", time(pace.frozen()));
        values.put(path + ".market-data.life", time(pace.life()));
        values.put(path + ".market-data.relisting", time(pace.relisting()));
        values.put(path + ".market-data.deadline", time(pace.deadline()));
    }

    private static void keys(Map<String, String> values, String path, KeySource source) {
        if (source instanceof KeySource.Environment variables) {
            values.put(path + ".api-key-env", quoted(variables.key()));
            values.put(path + ".api-secret-env", quoted(variables.secret()));
        } else if (source instanceof KeySource.OwnerFile file) {
            values.put(path + ".file", quoted(file.path().toString()));
        } else if (source instanceof KeySource.Command command) {
            values.put(path + ".command", list(command.words()));
        }
    }

    private static String symbols(List<Symbol> symbols) {
        return list(symbols.stream().map(Symbol::name).toList());
    }

    private static String list(List<String> items) {
        return items.stream().map(Effective::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    /** In the coarsest unit that is exact. */
    private static String time(Duration duration) {
        var millis = duration.toMillis();
        if (millis % 1000 != 0) {
            return quoted(millis + "ms");
        }
        var seconds = millis / 1000;
        if (seconds % 3600 == 0 && seconds > 0) {
            return quoted(seconds / 3600 + "h");
        }
        return quoted(seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s");
    }
}
