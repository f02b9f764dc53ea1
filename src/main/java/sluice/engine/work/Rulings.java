package sluice.engine.work;

import java.util.ArrayList;
import java.util.List;
import sluice.engine.DeskEvent;
import sluice.engine.Scope;
import sluice.engine.judging.Judging;
import sluice.engine.turn.Turn;
import sluice.order.ParentId;
import sluice.order.Terms;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.risk.Code;
import sluice.risk.Refusal;
import sluice.risk.exposure.TradingState;

/**
 * What risk had to say, journaled, and whoever runs wild, halted.
 *
 * <p>A tag whose orders repeat themselves is halted until an operator resumes it; without a tag its symbol is.
 */
final class Rulings {

    private final Turn turn;

    Rulings(Turn turn) {
        this.turn = turn;
    }

    /** An order whose like was asked for. */
    record Asked(Terms terms, Instructions instructions, Origin origin) {}

    /** Takes down why an order did not go. */
    void refused(ParentId about, Asked asked, Judging.Decision decision) {
        var findings = new ArrayList<>(texts(decision.findings()));
        if (findings.isEmpty()) {
            decision.refusal().ifPresent(refusal -> findings.add(refusal.code() + ": " + refusal.message()));
        }
        turn.record(new DeskEvent.Judged(about, false, words(asked.terms), findings, asked.origin, turn.now()));
        trip(asked, decision.findings());
    }

    /** Takes down what is worth a remark of an order that went. */
    void passed(ParentId about, Asked asked, Judging.Decision decision) {
        if (!decision.findings().isEmpty()) {
            var findings = texts(decision.findings());
            turn.record(new DeskEvent.Judged(about, true, words(asked.terms), findings, asked.origin, turn.now()));
        }
    }

    private void trip(Asked asked, List<Refusal> findings) {
        var wild = findings.stream()
                .filter(finding -> finding.code() == Code.RISK_REPEATED)
                .findFirst();
        var symbol = asked.terms.symbol();
        var scope = asked.instructions.tag().map(Scope::ofTag).orElseGet(() -> Scope.of(symbol));
        if (wild.isEmpty() || turn.state().trading().of(scope).compareTo(TradingState.HALTED) >= 0) {
            return;
        }
        var why = wild.get().message();
        turn.record(new DeskEvent.TradingChanged(scope, TradingState.HALTED, why, asked.origin, turn.now()));
        turn.alert("REPEATED", scope + " is halted: " + why, DeskEvent.Alerted.NO_ORDER);
    }

    private static List<String> texts(List<Refusal> findings) {
        return findings.stream()
                .map(each -> "%s (limit %s, value %s): %s"
                        .formatted(each.code(), each.limit(), each.value(), each.message()))
                .toList();
    }

    private static String words(Terms terms) {
        var px = terms.px().map(own -> " at " + own).orElse(" at the market");
        return terms.side() + " " + terms.orderQty() + " " + terms.symbol() + px + " " + terms.tif();
    }
}
