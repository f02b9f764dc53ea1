package sluice.engine.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import sluice.engine.Answer;

/** Commands that are answered later: when what they wait for has come, or their time is up. */
public final class Waiters {

    private record Waiter(
            CompletableFuture<Answer> future,
            Supplier<Optional<Answer>> ready,
            Supplier<Answer> late,
            long deadlineNanos) {}

    private final Turn turn;
    private final List<Waiter> waiters = new ArrayList<>();

    public Waiters(Turn turn) {
        this.turn = turn;
    }

    /**
     * Answers as soon as {@code ready} gives something, at the end of this turn at the earliest; {@code late} when the
     * time is up.
     */
    public void await(
            CompletableFuture<Answer> future,
            Duration timeout,
            Supplier<Optional<Answer>> ready,
            Supplier<Answer> late) {
        waiters.add(new Waiter(future, ready, late, turn.now().nanos() + timeout.toNanos()));
    }

    /** Answers whoever can be answered now. */
    public void check() {
        if (waiters.isEmpty()) {
            return;
        }
        var now = turn.now().nanos();
        waiters.removeIf(waiter -> {
            var answer = waiter.ready.get();
            if (answer.isEmpty() && waiter.deadlineNanos - now > 0) {
                return false;
            }
            turn.answer(waiter.future, answer.orElseGet(waiter.late));
            return true;
        });
    }

    /** When the first of them runs out of time. */
    public OptionalLong next() {
        return waiters.stream().mapToLong(Waiter::deadlineNanos).min();
    }

    /** Answers everybody who still waits, because the desk ends. */
    public void abandon(Answer answer) {
        waiters.forEach(waiter -> waiter.future.complete(answer));
        waiters.clear();
    }
}
