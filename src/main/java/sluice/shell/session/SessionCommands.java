package sluice.shell.session;

import java.util.ArrayList;
import java.util.List;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class SessionCommands {

    private SessionCommands() {}

    public static List<Entry> entries() {
        var entries = new ArrayList<>(forScripts());
        entries.addAll(forPeople());
        return entries;
    }

    private static List<Entry> forScripts() {
        return List.of(
                new Entry(
                        "status",
                        Group.SESSION,
                        Needs.SETTLED,
                        "Shows what runs, is in doubt, open, exposed and unhealthy",
                        StatusCommand::new),
                new Entry(
                        "wait",
                        Group.SESSION,
                        Needs.DESK,
                        "Waits until an order is filled, closed or open",
                        WaitCommand::new),
                new Entry("sleep", Group.SESSION, Needs.NOTHING, "Waits that long", SleepCommand::new),
                new Entry("echo", Group.SESSION, Needs.NOTHING, "Says its words", EchoCommand::new),
                new Entry(
                        "note",
                        Group.SESSION,
                        Needs.DESK,
                        "Leaves a line in the journal for the next reader",
                        NoteCommand::new));
    }

    private static List<Entry> forPeople() {
        return List.of(
                new Entry(
                        "help",
                        Group.SESSION,
                        Needs.NOTHING,
                        "Lists the commands, or shows one with examples",
                        HelpCommand::new),
                new Entry(
                        "watch",
                        Group.SESSION,
                        Needs.DESK,
                        "Shows what another command says, over and over",
                        WatchCommand::new),
                new Entry(
                        "history",
                        Group.SESSION,
                        Needs.NOTHING,
                        "Lists what was typed at the prompt",
                        HistoryCommand::new),
                new Entry(
                        "alias",
                        Group.SESSION,
                        Needs.NOTHING,
                        "Lists aliases, or lets a word stand for a command",
                        AliasCommand::new),
                new Entry("exit", Group.SESSION, Needs.NOTHING, "Leaves; orders stay as they are", ExitCommand::new));
    }
}
