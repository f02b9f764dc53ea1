package sluice.engine.work;

import java.math.BigDecimal;
import java.util.Map;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.DeskEvent;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.risk.limits.LimitKey;

/** Sets limits: a stricter value at once, a looser one when it is asked for a second time, confirmed. */
public final class LimitControl {

    private final Turn turn;

    public LimitControl(Turn turn) {
        this.turn = turn;
    }

    public void set(Input.Asked asked, Command.SetLimit command) {
        var limits = turn.state().limits();
        var key = command.key();
        var before = limits.value(command.scope(), key);
        var after = command.value().orElseGet(() -> limits.configured(command.scope(), key));
        var flaw = key.flaw(after);
        if (flaw.isPresent()) {
            turn.answer(asked.answer(), Answer.Refused.of("BAD_LIMIT", "Not set: " + flaw.get() + "."));
        } else if (loosens(key, before, after) && !command.confirmed()) {
            turn.answer(asked.answer(), unconfirmed(key, before, after));
        } else {
            turn.record(new DeskEvent.LimitChanged(
                    command.scope(), key.toml(), command.value(), command.origin(), turn.now()));
            turn.answer(
                    asked.answer(),
                    new Answer.LimitSet(
                            command.scope(), key, before, after, command.value().isEmpty()));
        }
    }

    private boolean loosens(LimitKey key, BigDecimal before, BigDecimal after) {
        return key.loosens(turn.state().limits().global().with(key, before), after);
    }

    private static Answer.Refused unconfirmed(LimitKey key, BigDecimal before, BigDecimal after) {
        var message = "Not set yet: %s from %s to %s allows more, which has to be confirmed."
                .formatted(key.toml(), before.toPlainString(), after.toPlainString());
        var detail = Map.of("limit", before.toPlainString(), "value", after.toPlainString());
        return new Answer.Refused("CONFIRM_LOOSER", message, detail, Answer.Retry.NEVER);
    }
}
