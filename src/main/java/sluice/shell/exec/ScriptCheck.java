package sluice.shell.exec;

import java.util.List;
import java.util.Map;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.report.Failure;
import sluice.shell.ExitStatus;
import sluice.shell.Needs;
import sluice.shell.Session;
import sluice.shell.run.Runner;
import sluice.shell.script.Script;

/** Looks at every command of a script before any is run, and tells all that is wrong. */
final class ScriptCheck {

    private final Session session;
    private final Runner runner;

    ScriptCheck(Session session) {
        this.session = session;
        this.runner = new Runner(session);
    }

    ExitStatus run(List<Script.Item> items) {
        var wrong = wrong(items, false);
        if (wrong == 0 && needsDesk(items)) {
            var unready = listings();
            if (!unready.isEmpty()) {
                return notReady(unready);
            }
            wrong = wrong(items, true);
        }
        if (wrong > 0) {
            session.printer().note("Nothing was sent: " + wrong + " of " + items.size() + " commands are wrong.");
        }
        return wrong == 0 ? ExitStatus.OK : ExitStatus.USAGE;
    }

    private int wrong(List<Script.Item> items, boolean deep) {
        var wrong = 0;
        for (var item : items) {
            var status = item instanceof Script.Read read
                    ? runner.check(read.typed(), deep)
                    : ScriptRun.unreadable(session, (Script.Unreadable) item);
            wrong += status == ExitStatus.OK ? 0 : 1;
        }
        return wrong;
    }

    private boolean needsDesk(List<Script.Item> items) {
        return items.stream()
                .anyMatch(item -> item instanceof Script.Read read && runner.needs(read.typed()) != Needs.NOTHING);
    }

    /** Symbols and grids can only be looked at once the venues have told them. */
    private Map<?, String> listings() {
        var answer =
                session.ask(new Command.AwaitReady(List.of(), session.manner().readyTimeout()));
        var unready = answer instanceof Answer.Ready ready ? ready.unready() : Map.<Object, String>of();
        return session.look().venues().values().stream()
                        .anyMatch(venue -> !venue.instruments().isEmpty())
                ? Map.of()
                : unready;
    }

    private ExitStatus notReady(Map<?, String> unready) {
        session.printer()
                .failure(
                        "exec",
                        Failure.of("NOT_READY", "Nothing was checked or sent: not ready in time: " + unready)
                                .retry(Answer.Retry.AFTER));
        return ExitStatus.NOT_READY;
    }
}
