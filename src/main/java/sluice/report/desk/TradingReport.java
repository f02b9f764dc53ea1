package sluice.report.desk;

import sluice.engine.Scope;
import sluice.report.Json;
import sluice.report.Report;
import sluice.report.Text;
import sluice.risk.exposure.TradingState;

/** What may be sent from now on. Immutable. */
public record TradingReport(Scope scope, TradingState state) implements Report {

    @Override
    public void json(Json out) {
        out.object("trading", members -> members.text("scope", scope).text("state", state));
    }

    @Override
    public void text(Text out) {
        out.line("Trading is " + state + " (" + scope + ")." + meaning());
    }

    private String meaning() {
        return switch (state) {
            case ACTIVE -> "";
            case REDUCING -> " Only orders that reduce a position are sent.";
            case HALTED -> " No new order is sent; working orders stay.";
            case KILLED -> " No new order is sent until resume --reason TEXT.";
        };
    }
}
