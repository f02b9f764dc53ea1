package sluice.app.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import sluice.app.toml.Section;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.market.consolidated.Consolidation;
import sluice.recovery.Ours.Orphans;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Reach;
import sluice.risk.limits.Restrictions;

/** Reads {@code [risk]}: limits of the desk, those of single venues, symbols and tags, and what is restricted. */
final class RiskTables {

    private RiskTables() {}

    static RiskConfig of(Section section, Consolidation consolidation) {
        var set = limits(section);
        var scoped = new HashMap<Scope, Map<LimitKey, BigDecimal>>();
        scoped(section.section("venues"), Reach.VENUE, name -> Scope.of(new VenueId(name)), scoped);
        scoped(section.section("symbols"), Reach.SYMBOL, name -> Scope.of(Symbol.of(name)), scoped);
        scoped(section.section("tags"), Reach.TAG, Scope::ofTag, scoped);
        var restrictions = new Restrictions(
                section.list("deny", List.of(), Restrictions.Rule::parse),
                section.list("allow", List.of(), Restrictions.Rule::parse));
        var orphans = section.parsed("orphans", Orphans.CANCEL, RiskTables::orphans);
        var deadMen = deadMen(section.section("dead-man"));
        section.end();
        return new RiskConfig(set, scoped, restrictions, orphans, deadMen, consolidation);
    }

    private static Map<VenueId, Duration> deadMen(Section section) {
        var windows = new HashMap<VenueId, Duration>();
        for (var venue : List.copyOf(section.names())) {
            var window = section.duration(venue, Duration.ZERO);
            if (!window.isZero()) {
                windows.put(new VenueId(venue), window);
            }
        }
        return windows;
    }

    private static Orphans orphans(String text) {
        return switch (text) {
            case "cancel" -> Orphans.CANCEL;
            case "keep" -> Orphans.KEEP;
            default -> throw new IllegalArgumentException("expected cancel or keep, not " + text);
        };
    }

    private static Map<LimitKey, BigDecimal> limits(Section section) {
        var set = new EnumMap<LimitKey, BigDecimal>(LimitKey.class);
        var tables = new HashMap<String, Section>();
        for (var key : LimitKey.values()) {
            var dot = key.toml().indexOf('.');
            var table = tables.computeIfAbsent(key.toml().substring(0, dot), section::section);
            var name = key.toml().substring(dot + 1);
            table.decimal(name).ifPresent(value -> {
                key.flaw(value).ifPresent(flaw -> table.wrong(name, flaw));
                set.put(key, value);
            });
        }
        tables.values().forEach(Section::end);
        return set;
    }

    private static void scoped(
            Section section, Reach reach, Function<String, Scope> scope, Map<Scope, Map<LimitKey, BigDecimal>> into) {
        for (var name : List.copyOf(section.names())) {
            var own = section.section(name);
            var values = limits(own);
            own.end();
            for (var key : values.keySet()) {
                if (!Reach.of(key).contains(reach)) {
                    section.wrong(
                            name,
                            key.toml() + " has no value of its own for a "
                                    + reach.name().toLowerCase(Locale.ROOT));
                }
            }
            if (values.isEmpty()) {
                continue;
            }
            try {
                into.put(scope.apply(name), values);
            } catch (IllegalArgumentException e) {
                section.wrong(name, String.valueOf(e.getMessage()));
            }
        }
    }
}
