package sluice.shell.exec;

import java.util.List;
import java.util.Optional;
import sluice.report.Failure;
import sluice.shell.Caller.Signal;
import sluice.shell.ExitStatus;
import sluice.shell.InterruptedCommandException;
import sluice.shell.Session;
import sluice.shell.run.Leftovers;
import sluice.shell.run.Runner;
import sluice.shell.script.Script;
import sluice.shell.script.Typed;

/**
 * Runs commands one after the other, to the first that fails or leaves a doubt, and says what stays live. Confined to
 * one thread, which an interrupt signal interrupts.
 */
public final class ScriptRun {

    private final Session session;
    private final boolean keepGoing;
    private final Resumption resumption;
    private final Runner runner;
    private boolean interrupted;

    ScriptRun(Session session, boolean keepGoing, Resumption resumption) {
        this.resumption = resumption;
        this.session = session;
        this.keepGoing = keepGoing;
        this.runner = new Runner(session);
    }

    /** One command alone, by the same path. */
    public static ExitStatus of(Session session, Typed typed) {
        return new ScriptRun(session, false, Resumption.none(session))
                .run(Source.Items.of(List.of(new Script.Read(typed))));
    }

    ExitStatus run(Source.Items items) {
        var here = Thread.currentThread();
        try (var interrupts = session.caller().on(Signal.INTERRUPT, here::interrupt)) {
            var status = all(items);
            // The run is over; what is told now must not be cut short by the interrupt that ended it.
            Thread.interrupted();
            return end(status);
        }
    }

    private ExitStatus all(Source.Items items) {
        var status = ExitStatus.OK;
        for (var item = next(items); item.isPresent(); item = next(items)) {
            var ended = Thread.currentThread().isInterrupted() ? ExitStatus.INTERRUPTED : one(item.get());
            status = status.and(ended);
            if (ended == ExitStatus.INTERRUPTED || ended != ExitStatus.OK && !keepGoing) {
                stopped(item.get());
                return status;
            }
        }
        return interrupted ? status.and(ExitStatus.INTERRUPTED) : status;
    }

    private Optional<Script.Item> next(Source.Items items) {
        if (session.isLeaving()) {
            return Optional.empty();
        }
        try {
            return items.next();
        } catch (InterruptedCommandException e) {
            interrupted = true;
            return Optional.empty();
        }
    }

    private ExitStatus one(Script.Item item) {
        return item instanceof Script.Read read ? one(read.typed()) : unreadable((Script.Unreadable) item);
    }

    private ExitStatus one(Typed typed) {
        if (resumption.skips(typed)) {
            return ExitStatus.OK;
        }
        var status = runner.run(typed);
        resumption.ran(typed, status);
        return status;
    }

    private ExitStatus unreadable(Script.Unreadable item) {
        return unreadable(session, item);
    }

    static ExitStatus unreadable(Session session, Script.Unreadable item) {
        var word = item.text().split("\\s", 2)[0];
        session.printer()
                .failure(
                        word,
                        Failure.of(
                                        "USAGE",
                                        item.source() + ":" + item.line() + ":" + item.column() + ": " + item.message())
                                .with("line", item.line())
                                .with("column", item.column()));
        return ExitStatus.USAGE;
    }

    private void stopped(Script.Item item) {
        if (item instanceof Script.Read read && read.typed().source().isEmpty()) {
            return;
        }
        session.printer().note("Stopped at line " + item.line() + "; what follows was not run.");
    }

    private ExitStatus end(ExitStatus status) {
        var live = status == ExitStatus.INTERRUPTED ? Leftovers.all(session) : Leftovers.ofThisRun(session);
        live.forEach(session.printer()::note);
        return Leftovers.isInDoubt(session) ? ExitStatus.IN_DOUBT.and(status) : status;
    }
}
