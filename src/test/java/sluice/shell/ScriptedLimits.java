package sluice.shell;

import sluice.engine.Answer;
import sluice.engine.Command;

/** Limits of the scripted desk: looser ones want to be confirmed. */
final class ScriptedLimits {

    private ScriptedLimits() {}

    static Answer set(Command.SetLimit set) {
        var before = set.key().simulated();
        var after = set.value().orElse(before);
        return after.compareTo(before) <= 0 || set.confirmed()
                ? new Answer.LimitSet(
                        set.scope(), set.key(), before, after, set.value().isEmpty())
                : Answer.Refused.of("CONFIRM_LOOSER", "Not set yet: it allows more, which has to be confirmed.");
    }
}
