package sluice.attach;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import sluice.engine.Desk;
import sluice.engine.KillPath;
import sluice.market.Clock;
import sluice.report.Printer;
import sluice.shell.Caller;
import sluice.shell.CommandTable;
import sluice.shell.Group;
import sluice.shell.Settings;
import sluice.shell.ShellContext;

/**
 * What a desk puts at the disposal of those who attach. Immutable.
 *
 * @param self who the desk is
 * @param desk waits until the desk is there, which may take as long as a replay does
 * @param settings the desk's own
 */
public record Host(
        Greeting self,
        Supplier<Desk> desk,
        Supplier<KillPath> killPath,
        Clock clock,
        Settings settings,
        CommandTable table) {

    /** Longer than any turn of a desk that works, on a machine that is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** They stand for scripts; all others of the program are run where they are called. */
    private static final Set<String> SCRIPTS = Set.of("exec");

    ShellContext context(Task task, String user, Caller caller, Printer printer) {
        var habits = new Settings.Habits(
                task.readyTimeout(),
                settings.habits().confirmAbove(),
                task.screen().pager());
        var own = settings.of(user, task.yes(), habits);
        return new ShellContext(
                () -> new WatchedDesk(desk.get(), self.process(), PATIENCE), killPath, clock, printer, caller, own);
    }

    CommandTable visible() {
        return new CommandTable(table.entries().stream()
                .filter(entry -> entry.group() != Group.PROGRAM || SCRIPTS.contains(entry.name()))
                .toList());
    }
}
