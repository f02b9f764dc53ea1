package sluice.shell;

import java.util.Map;
import java.util.Optional;
import sluice.engine.Answer;
import sluice.engine.Command;

/** What the scripted desk answers without a look at what it holds; looser limits want to be confirmed. */
final class ScriptedAnswers {

    private ScriptedAnswers() {}

    static Optional<Answer> to(Command command) {
        if (command instanceof Command.SetLimit set) {
            return Optional.of(set(set));
        }
        if (command instanceof Command.Note
                || command instanceof Command.KeepAlert
                || command instanceof Command.AcknowledgeAlert) {
            return Optional.of(new Answer.Noted(17));
        }
        return command instanceof Command.Resume ? Optional.of(new Answer.Resumed(Map.of())) : Optional.empty();
    }

    private static Answer set(Command.SetLimit set) {
        var before = set.key().simulated();
        var after = set.value().orElse(before);
        return after.compareTo(before) <= 0 || set.confirmed()
                ? new Answer.LimitSet(
                        set.scope(), set.key(), before, after, set.value().isEmpty())
                : Answer.Refused.of("CONFIRM_LOOSER", "Not set yet: it allows more, which has to be confirmed.");
    }
}
