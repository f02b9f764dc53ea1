package sluice.shell.recovery;

import java.util.List;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class RecoveryCommands {

    private RecoveryCommands() {}

    public static List<Entry> entries() {
        return List.of(
                new Entry(
                        "unknown",
                        Group.RECOVERY,
                        Needs.SETTLED,
                        "Lists orders in doubt, asks about one, or takes your word",
                        UnknownCommand::new),
                new Entry(
                        "reconcile",
                        Group.RECOVERY,
                        Needs.SETTLED,
                        "Compares the journal with the venues",
                        ReconcileCommand::new));
    }
}
