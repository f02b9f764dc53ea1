package sluice.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.turn.Input;
import sluice.engine.turn.Turn;

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

    private Set<String> done(List<String> keys) {
        return keys.stream()
                .filter(key ->
                        turn.state().lines().sameLine(key).filter(key::equals).isPresent())
                .collect(Collectors.toSet());
    }

    private Optional<Answer> changed(String key) {
        var placed = turn.orders()
                .sameLine(key)
                .filter(before -> !before.parent().opened().origin().batchKey().equals(Optional.of(key)))
                .map(Placing::changed);
        return placed.or(() -> turn.state()
                .lines()
                .sameLine(key)
                .filter(done -> !done.equals(key))
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
