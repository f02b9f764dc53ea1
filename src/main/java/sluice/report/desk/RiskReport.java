package sluice.report.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.engine.Scope;
import sluice.engine.view.RiskView;
import sluice.market.Symbol;
import sluice.report.Cell;
import sluice.report.Figures;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;
import sluice.risk.limits.LimitKey;

/** Limits, what of them is used, and the trading states. Immutable. */
public record RiskReport(RiskView risk, Optional<Symbol> symbol) implements Report {

    public RiskReport(RiskView risk) {
        this(risk, Optional.empty());
    }

    /** One scope that has a state of its own; the global one always has. */
    record Trading(Scope scope, TradingState state, String reason) {}

    static List<Trading> trading(RiskView risk) {
        var states = risk.states();
        var lines = new ArrayList<Trading>();
        lines.add(line(risk, Scope.GLOBAL, states.global()));
        states.venues().forEach((venue, state) -> lines.add(line(risk, Scope.of(venue), state)));
        states.symbols().forEach((symbol, state) -> lines.add(line(risk, Scope.of(symbol), state)));
        states.tags().forEach((tag, state) -> lines.add(line(risk, Scope.ofTag(tag), state)));
        lines.subList(1, lines.size()).sort(Comparator.comparing(line -> line.scope.toString()));
        return lines;
    }

    private static Trading line(RiskView risk, Scope scope, TradingState state) {
        return new Trading(scope, state, risk.reasons().getOrDefault(scope, ""));
    }

    @Override
    public void json(Json out) {
        out.list(
                "trading",
                trading(risk),
                (members, line) -> members.text("scope", line.scope)
                        .text("state", line.state)
                        .text("reason", Optional.of(line.reason).filter(why -> !why.isEmpty())));
        out.list(
                "limits",
                limits(),
                (members, limit) -> members.text("key", limit.key.toml())
                        .text("scope", limit.scope)
                        .decimal("value", limit.value)
                        .text("source", limit.isSet ? "set" : "config")
                        .text("about", limit.key.doc()));
        out.list("uses", uses(), RiskReport::use);
    }

    static void use(Json out, RiskView.Use use) {
        out.text("limit", use.limit())
                .text("scope", use.scope())
                .decimal("used", use.used())
                .decimal("max", use.max())
                .decimal("left", use.left());
    }

    /** A limit of the desk, or one that a scope has of its own. */
    private record Limit(Scope scope, LimitKey key, BigDecimal value, boolean isSet) {}

    private List<Limit> limits() {
        var limits = new ArrayList<Limit>();
        risk.limits().values().forEach((key, value) -> limits.add(limit(Scope.GLOBAL, key, value)));
        risk.own().entrySet().stream()
                .filter(own -> concerns(own.getKey()))
                .sorted(Comparator.comparing(own -> own.getKey().toString()))
                .forEach(own -> new TreeMap<>(own.getValue())
                        .forEach((key, value) -> limits.add(limit(own.getKey(), key, value))));
        return limits;
    }

    private Limit limit(Scope scope, LimitKey key, BigDecimal value) {
        return new Limit(
                scope, key, value, risk.set().getOrDefault(scope, Map.of()).containsKey(key));
    }

    /** Of a symbol's limits only its own; those of venues and tags concern it all the same. */
    private boolean concerns(Scope scope) {
        return symbol.isEmpty() || scope.symbol().isEmpty() || scope.symbol().equals(symbol);
    }

    /** What is used of the symbol's limits, and of those that are no single symbol's. */
    private List<RiskView.Use> uses() {
        return risk.uses().stream().filter(use -> concerns(use.scope())).toList();
    }

    private boolean concerns(String scope) {
        var name = scope.replaceFirst(" at .*", "");
        return symbol.isEmpty()
                || !name.contains("-")
                || name.equals(symbol.get().name());
    }

    @Override
    public void text(Text out) {
        var states = new Table("SCOPE", "TRADING", "REASON");
        for (var line : trading(risk)) {
            var ink = line.state == TradingState.ACTIVE ? Ink.GOOD : Ink.BAD;
            states.row(line.scope, new Cell(line.state.name(), ink), line.reason);
        }
        out.table(states, "");
        var limits = new Table("LIMIT", "SCOPE", ">VALUE", "FROM", "WHAT IT IS");
        limits().forEach(limit -> limits.row(
                limit.key.toml(),
                limit.scope,
                limit.value.toPlainString(),
                limit.isSet ? "set" : "config",
                limit.key.doc()));
        out.line("").table(limits, "No limits.");
        var uses = new Table("LIMIT", "SCOPE", ">USED", ">MOST", ">LEFT");
        uses().forEach(use -> uses.row(
                use.limit(),
                use.scope(),
                Figures.readable(use.used()),
                Figures.plain(use.max()),
                Figures.readable(use.left())));
        out.line("").table(uses, "Nothing is used.");
    }
}
