package sluice.shell.quality;

import java.util.List;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class QualityCommands {

    private QualityCommands() {}

    public static List<Entry> entries() {
        return List.of(
                new Entry(
                        "quality",
                        Group.QUALITY,
                        Needs.DESK,
                        "Shows what executions cost, how they filled and how long they took",
                        QualityCommand::new),
                new Entry(
                        "health",
                        Group.QUALITY,
                        Needs.SETTLED,
                        "Shows what is well, what is not and what is not known",
                        HealthCommand::new),
                new Entry(
                        "alerts",
                        Group.QUALITY,
                        Needs.DESK,
                        "Lists what operators were alerted to, and acknowledges it",
                        AlertsCommand::new));
    }
}
