package sluice.engine.desk;

import sluice.engine.market.Regimes;
import sluice.engine.turn.Due;
import sluice.engine.turn.Turn;
import sluice.engine.watch.DeadMen;
import sluice.engine.watch.LossWatch;
import sluice.engine.watch.Patrol;
import sluice.engine.work.Doubts;
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
    private final Patrol patrol;
    private final LossWatch losses;
    private final DeadMen deadMen;

    /** Those who ask for timers. */
    record Askers(
            Doubts doubts,
            Working working,
            TradingControl trading,
            Reconciling reconciling,
            Patrol patrol,
            LossWatch losses,
            DeadMen deadMen) {}

    Dues(Turn turn, Regimes regimes, Askers askers) {
        this.losses = askers.losses;
        this.turn = turn;
        this.regimes = regimes;
        this.doubts = askers.doubts;
        this.working = askers.working;
        this.trading = askers.trading;
        this.reconciling = askers.reconciling;
        this.patrol = askers.patrol;
        this.deadMen = askers.deadMen;
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
        } else if (due instanceof Due.PatrolDue round) {
            patrol.due(round);
        } else if (due instanceof Due.LookDue look) {
            patrol.due(look);
        } else if (due instanceof Due.DeadManDue deadMan) {
            deadMen.due(deadMan);
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
