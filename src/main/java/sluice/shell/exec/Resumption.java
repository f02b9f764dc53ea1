package sluice.shell.exec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.engine.Answer;
import sluice.engine.Command.Note;
import sluice.engine.Command.Resume;
import sluice.order.ParentId;
import sluice.report.Said;
import sluice.shell.ExitStatus;
import sluice.shell.Session;
import sluice.shell.script.Script;
import sluice.shell.script.Typed;
import sluice.shell.words.OrderName;

/**
 * What a batch has behind it. Lines that place orders are known by their orders, and told again; of the others, those
 * that change or wait for something are noted when done, and not done again, as a note is by itself, unless they name
 * the last order and that was placed anew since; the rest only look, and look again. Confined to one thread.
 */
final class Resumption {

    private static final Set<String> ONCE = Set.of(
            "cancel",
            "amend",
            "wait",
            "sleep",
            "halt",
            "reduce",
            "resume",
            "risk",
            "kill",
            "unknown",
            "reconcile",
            "pause",
            "continue");

    private final Session session;
    private final Map<String, ParentId> done;

    private Resumption(Session session, Map<String, ParentId> done) {
        this.session = session;
        this.done = done;
    }

    /** What every run has that is no batch. */
    static Resumption none(Session session) {
        return new Resumption(session, Map.of());
    }

    /** Asks the desk about every line, before any is run. */
    static Answer asked(Session session, List<Script.Item> items) {
        var keys = items.stream()
                .filter(Script.Read.class::isInstance)
                .flatMap(item -> session.batchKey(((Script.Read) item).typed()).stream())
                .toList();
        return session.ask(new Resume(keys));
    }

    static Resumption of(Session session, Answer.Resumed answer) {
        return new Resumption(session, answer.done());
    }

    /** Whether the line was done before; then that is told. */
    boolean skips(Typed typed) {
        var next = session.batchKey(typed).flatMap(key -> Optional.ofNullable(done.get(key)));
        if (next.isEmpty() || namesLast(typed) && isAnew(next.get())) {
            return false;
        }
        var name = session.table().name(typed.command());
        session.printer().result(name, new Said("Done before: " + typed.text(), out -> out.flag("doneBefore", true)));
        return true;
    }

    private static boolean namesLast(Typed typed) {
        return typed.texts().stream().map(OrderName::new).anyMatch(OrderName::isLast);
    }

    private boolean isAnew(ParentId next) {
        return session.last().filter(last -> last.compareTo(next) >= 0).isPresent();
    }

    /** Notes that the line is done, where that is not seen from an order. */
    void ran(Typed typed, ExitStatus status) {
        var name = session.table().name(typed.command());
        if (status == ExitStatus.OK
                && !session.isDryRun()
                && session.manner().batch().isPresent()
                && ONCE.contains(name)) {
            session.runs(typed);
            session.ask(new Note("done: " + typed.text(), session.origin()));
        }
    }
}
