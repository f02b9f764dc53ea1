package sluice.shell.venues;

import java.util.List;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class VenueCommands {

    private VenueCommands() {}

    public static List<Entry> entries() {
        return List.of(
                new Entry(
                        "venues",
                        Group.VENUES,
                        Needs.SETTLED,
                        "Shows how each venue does: health, latency, breaker, budget",
                        VenuesCommand::new),
                new Entry(
                        "venue",
                        Group.VENUES,
                        Needs.SETTLED,
                        "Shows what one venue can do and what its answers prove",
                        VenueCommand::new),
                new Entry("feeds", Group.VENUES, Needs.SETTLED, "Shows where each stream stands", FeedsCommand::new));
    }
}
