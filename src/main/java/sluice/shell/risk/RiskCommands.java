package sluice.shell.risk;

import java.util.List;
import sluice.risk.exposure.TradingState;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class RiskCommands {

    private RiskCommands() {}

    public static List<Entry> entries() {
        return List.of(
                new Entry(
                        "risk",
                        Group.RISK,
                        Needs.SETTLED,
                        "Shows limits, what of them is used, and the trading states",
                        RiskCommand::new),
                new Entry(
                        "halt",
                        Group.RISK,
                        Needs.DESK,
                        "Lets no new order out; working orders stay",
                        session -> new TradingCommand(session, TradingState.HALTED)),
                new Entry(
                        "reduce",
                        Group.RISK,
                        Needs.DESK,
                        "Lets only orders out that reduce a position",
                        session -> new TradingCommand(session, TradingState.REDUCING)),
                new Entry(
                        "resume",
                        Group.RISK,
                        Needs.DESK,
                        "Trades again after halt, reduce or kill",
                        session -> new TradingCommand(session, TradingState.ACTIVE)),
                new Entry(
                        "kill",
                        Group.RISK,
                        Needs.NOTHING,
                        "Lets no new order out, cancels ours everywhere, and stays so until resumed",
                        KillCommand::new));
    }
}
