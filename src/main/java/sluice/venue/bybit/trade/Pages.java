package sluice.venue.bybit.trade;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.net.gate.Answer;
import sluice.net.gate.Ask;
import sluice.net.gate.Gate;
import sluice.net.text.Fields;

/** Reads a list to its last page. */
record Pages(Gate gate) {

    /** @param page asks for the page that begins at a cursor, the first one without */
    void read(Function<Optional<String>, Ask> page, Consumer<Fields> each, Consumer<Answer> end) {
        read(Optional.empty(), page, each, end);
    }

    private void read(
            Optional<String> cursor,
            Function<Optional<String>, Ask> page,
            Consumer<Fields> each,
            Consumer<Answer> end) {
        gate.soon(page.apply(cursor), answer -> {
            if (!(answer instanceof Answer.Done done)) {
                end.accept(answer);
                return;
            }
            var result = done.body().in("result");
            var rows = result.in("list");
            each.accept(rows);
            var next = Optional.of(result.textOrNone("nextPageCursor"))
                    .filter(text -> !text.isEmpty() && rows.node().size() > 0)
                    .filter(text -> !Optional.of(text).equals(cursor));
            if (next.isPresent()) {
                read(next, page, each, end);
            } else {
                end.accept(answer);
            }
        });
    }
}
