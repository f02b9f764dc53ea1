package sluice.engine.desk;

import sluice.engine.market.Regimes;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.engine.work.Doubts;
import sluice.engine.work.LossWatch;
import sluice.engine.work.Reconciling;
import sluice.engine.work.TradingControl;
import sluice.engine.work.Working;

/** Sends each timer that has come to the one who asked for it. */
final class Dues {

    private final Turn turn;
    private final Regimes regimes;
    private final Doubts doubts;
    private final Working working;
    private final TradingControl trading;
    private final Reconciling reconciling;
    private final LossWatch losses;

    Dues(
            Turn turn,
            Regimes regimes,
            Doubts doubts,
            Working working,
            TradingControl trading,
            Reconciling reconciling,
            LossWatch losses) {
        this.losses = losses;
        this.turn = turn;
        this.regimes = regimes;
        this.doubts = doubts;
        this.working = working;
        this.trading = trading;
        this.reconciling = reconciling;
    }

    void fire(Due due) {
        if (due instanceof Due.ProbeDue probe) {
            doubts.due(probe);
        } else if (due instanceof Due.CancelDue cancel) {
            working.due(cancel);
        } else if (due instanceof Due.ReplanDue replan) {
            working.due(replan);
        } else if (due instanceof Due.MassStatusDue status) {
            reconciling.due(status);
        } else if (due instanceof Due.RecoverDue recover) {
            reconciling.due(recover);
        } else if (due instanceof Due.CompareDue compare) {
            reconciling.due(compare);
        } else if (due instanceof Due.KillDue kill) {
            trading.due(kill);
        } else if (due instanceof Due.LossDue loss) {
            losses.due(loss);
        } else if (due instanceof Due.SampleDue sample) {
            turn.after(regimes.sample(), sample);
        } else if (!(due instanceof Due.AppendDue)) {
            throw new AssertionError(due);
        }
    }
}
