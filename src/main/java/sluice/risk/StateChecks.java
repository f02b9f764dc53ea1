package sluice.risk;

import java.util.Optional;
import sluice.risk.exposure.TradingState;

/** Whether orders may go at all now, and whether one that must only reduce does. */
final class StateChecks {

    private StateChecks() {}

    static Optional<Refusal> tradingState(Subject subject) {
        var state = subject.exposure().state();
        return switch (state) {
            case ACTIVE -> Optional.empty();
            case REDUCING ->
                subject.mayAlways()
                        ? Optional.empty()
                        : refused(subject, "Only reduce-only orders may go while trading is REDUCING.");
            case HALTED -> refused(subject, "Trading is HALTED: no new order may go until it is resumed.");
            case KILLED ->
                refused(subject, "Trading is KILLED: no new order may go until it is resumed with a reason.");
        };
    }

    private static Optional<Refusal> refused(Subject subject, String text) {
        var state = subject.exposure().state().name();
        return Refusal.that(Code.RISK_TRADING_STATE, TradingState.ACTIVE.name(), state, text);
    }

    /** On spot nothing can go below zero, so there the desk keeps what the venue has no flag for. */
    static Optional<Refusal> reduceOnly(Subject subject) {
        if (!subject.priced().reduceOnly() || subject.mayAlways()) {
            return Optional.empty();
        }
        var most = subject.exposure().positions().reducible(subject.side());
        var asked = subject.intent().addedQty();
        var text = "A reduce-only %s of %s can be %s at most, which is what the position leaves, and not %s."
                .formatted(subject.side(), subject.place(), most, asked);
        return Refusal.that(Code.RISK_REDUCE_ONLY, most.plain(), asked.plain(), text);
    }
}
