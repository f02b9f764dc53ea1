package sluice.report.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.engine.Scope;
import sluice.engine.view.RiskView;
import sluice.report.Cell;
import sluice.report.Ink;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Table;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;

/** Limits, what of them is used, and the trading states. Immutable. */
public record RiskReport(RiskView risk) implements Report {

    /** One scope that has a state of its own; the global one always has. */
    record Trading(Scope scope, TradingState state, String reason) {}

    static List<Trading> trading(RiskView risk) {
        var states = risk.states();
        var lines = new ArrayList<Trading>();
        lines.add(line(risk, Scope.GLOBAL, states.global()));
        states.venues().forEach((venue, state) -> lines.add(line(risk, Scope.of(venue), state)));
        states.symbols().forEach((symbol, state) -> lines.add(line(risk, Scope.of(symbol), state)));
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
                risk.limits().values().entrySet(),
                (members, limit) -> members.text("key", limit.getKey().toml())
                        .decimal("value", limit.getValue())
                        .text("about", limit.getKey().doc()));
        out.list(
                "uses",
                risk.uses(),
                (members, use) -> members.text("limit", use.limit())
                        .text("scope", use.scope())
                        .text("used", use.used())
                        .text("max", use.max()));
    }

    @Override
    public void text(Text out) {
        var states = new Table("SCOPE", "TRADING", "REASON");
        for (var line : trading(risk)) {
            var ink = line.state == TradingState.ACTIVE ? Ink.GOOD : Ink.BAD;
            states.row(line.scope, new Cell(line.state.name(), ink), line.reason);
        }
        out.table(states, "");
        var limits = new Table("LIMIT", ">VALUE", "WHAT IT IS");
        risk.limits().values().forEach((key, value) -> limits.row(key.toml(), value.toPlainString(), key.doc()));
        out.line("").table(limits, "No limits.");
        var uses = new Table("USED", "SCOPE", ">NOW", ">MOST");
        risk.uses().forEach(use -> uses.row(use.limit(), use.scope(), use.used(), use.max()));
        out.line("").table(uses, "Nothing is used.");
    }
}
