package sluice.shell.market;

import java.util.List;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class MarketCommands {

    private MarketCommands() {}

    public static List<Entry> entries() {
        return List.of(
                new Entry(
                        "book",
                        Group.MARKET,
                        Needs.READY,
                        "Shows one venue's book, or the consolidated one",
                        BookCommand::new),
                new Entry(
                        "route",
                        Group.MARKET,
                        Needs.READY,
                        "Explains where an order would go, or where one went",
                        RouteCommand::new),
                new Entry(
                        "tape",
                        Group.MARKET,
                        Needs.READY,
                        "Shows the last public trades of all venues",
                        TapeCommand::new),
                new Entry(
                        "symbols", Group.MARKET, Needs.SETTLED, "Lists what can be traded where", SymbolsCommand::new));
    }
}
