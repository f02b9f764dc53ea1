package sluice.engine.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.state.Lines;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;
import sluice.order.ParentId;

/** Says what of a batch was done before, and refuses one whose lines were changed since. */
public final class Batches {

    private final Turn turn;

    public Batches(Turn turn) {
        this.turn = turn;
    }

    public void resume(Input.Asked asked, Command.Resume command) {
        var changed = command.keys().stream()
                .map(this::changed)
                .flatMap(Optional::stream)
                .findFirst();
        turn.answer(asked.answer(), changed.orElseGet(() -> new Answer.Resumed(done(command.keys()))));
    }

    private Map<String, ParentId> done(List<String> keys) {
        return keys.stream()
                .flatMap(key -> turn.state().lines().sameLine(key).stream())
                .collect(Collectors.toMap(Lines.Done::key, Lines.Done::next, (one, same) -> one));
    }

    private Optional<Answer> changed(String key) {
        var placed = turn.orders()
                .sameLine(key)
                .filter(before -> !before.parent().opened().origin().batchKey().equals(Optional.of(key)))
                .map(Placing::changed);
        return placed.or(() -> turn.state()
                .lines()
                .sameLine(key)
                .filter(done -> !done.key().equals(key))
                .map(done -> changedLine(line(key))));
    }

    private static Answer changedLine(String line) {
        return Answer.Refused.of(
                "BATCH_CHANGED", "Not sent: line " + line + " of the batch was another one when it was done before.");
    }

    private static String line(String key) {
        return key.split(":")[1];
    }
}
