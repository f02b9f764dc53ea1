package sluice.engine.state;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.risk.limits.LimitKey;
import sluice.risk.limits.Limits;

/**
 * The limits in force: those of the configuration, and what was set since by command.
 *
 * <ol>
 *   <li>Of one scope, what was set by command stands in the place of what the configuration says.
 *   <li>Of the scopes that an order falls under, the strictest value of each key applies to it.
 *   <li>What was set by command is journaled and outlives a restart; what the configuration says does so by itself.
 * </ol>
 *
 * <p>Confined to the desk thread.
 */
public final class LimitBook {

    private Limits configured = Limits.live();
    private Map<Scope, Map<LimitKey, BigDecimal>> ownConfigured = Map.of();
    private final Map<Scope, Map<LimitKey, BigDecimal>> set = new HashMap<>();
    private final Map<Under, Limits> known = new HashMap<>();
    private Map<Scope, Map<LimitKey, BigDecimal>> own = Map.of();
    private Limits global = configured;

    private record Under(Optional<VenueId> venue, Symbol symbol, Optional<String> tag) {}

    /** Puts what the configuration says under what is set. */
    public void configure(Limits limits, Map<Scope, Map<LimitKey, BigDecimal>> scoped) {
        configured = limits;
        ownConfigured = Map.copyOf(scoped);
        combine();
    }

    void apply(DeskEvent.LimitChanged event) {
        var key = LimitKey.named(event.key());
        if (key.isEmpty() || event.value().flatMap(key.get()::flaw).isPresent()) {
            return;
        }
        var there = set.computeIfAbsent(event.scope(), scope -> new TreeMap<>());
        event.value().ifPresentOrElse(value -> there.put(key.get(), value), () -> there.remove(key.get()));
        combine();
    }

    void restore(Map<Scope, Map<LimitKey, BigDecimal>> kept) {
        kept.forEach((scope, values) -> set.put(scope, new TreeMap<>(values)));
        combine();
    }

    private void combine() {
        known.clear();
        var combined = new HashMap<Scope, Map<LimitKey, BigDecimal>>();
        ownConfigured.forEach((scope, values) -> combined.put(scope, new TreeMap<>(values)));
        set.forEach((scope, values) ->
                combined.computeIfAbsent(scope, any -> new TreeMap<>()).putAll(values));
        global = configured;
        var everywhere = combined.remove(Scope.GLOBAL);
        if (everywhere != null) {
            for (var each : everywhere.entrySet()) {
                global = global.with(each.getKey(), each.getValue());
            }
        }
        combined.values().removeIf(Map::isEmpty);
        own = Collections.unmodifiableMap(combined);
    }

    /** Those of the whole desk. */
    public Limits global() {
        return global;
    }

    /** Those that an order falls under. */
    public Limits of(VenueId venue, Symbol symbol, Optional<String> tag) {
        return of(Optional.of(venue), symbol, tag);
    }

    /** Those of an order that has no venue yet. */
    public Limits of(Symbol symbol, Optional<String> tag) {
        return of(Optional.empty(), symbol, tag);
    }

    private Limits of(Optional<VenueId> venue, Symbol symbol, Optional<String> tag) {
        return own.isEmpty() ? global : known.computeIfAbsent(new Under(venue, symbol, tag), this::strictest);
    }

    private Limits strictest(Under under) {
        var limits = global.tightened(own.getOrDefault(Scope.of(under.symbol), Map.of()));
        if (under.venue.isPresent()) {
            limits = limits.tightened(own.getOrDefault(Scope.of(under.venue.get()), Map.of()));
        }
        return under.tag.isPresent()
                ? limits.tightened(own.getOrDefault(Scope.ofTag(under.tag.get()), Map.of()))
                : limits;
    }

    /** What a scope has of its own, or the desk's value: what another value of that key would take the place of. */
    public BigDecimal value(Scope scope, LimitKey key) {
        return own.getOrDefault(scope, Map.of()).getOrDefault(key, key.of(global));
    }

    /** What the configuration says of it. */
    public BigDecimal configured(Scope scope, LimitKey key) {
        return ownConfigured
                .getOrDefault(scope, Map.of())
                .getOrDefault(key, key.of(scope.isGlobal() ? configured : global));
    }

    /** By scope, everything that single scopes have of their own. */
    public Map<Scope, Map<LimitKey, BigDecimal>> own() {
        return own;
    }

    /** By scope, what was set by command. */
    public Map<Scope, Map<LimitKey, BigDecimal>> set() {
        var copy = new HashMap<Scope, Map<LimitKey, BigDecimal>>();
        set.forEach((scope, values) -> copy.put(scope, Map.copyOf(values)));
        copy.values().removeIf(Map::isEmpty);
        return copy;
    }
}
