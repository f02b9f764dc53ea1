package sluice.shell.orders;

import java.util.ArrayList;
import java.util.List;
import sluice.market.Side;
import sluice.shell.Entry;
import sluice.shell.Group;
import sluice.shell.Needs;

/** The commands of this package, as rows of the table. */
public final class OrderCommands {

    private OrderCommands() {}

    public static List<Entry> entries() {
        var entries = new ArrayList<>(changing());
        entries.addAll(showing());
        return entries;
    }

    private static List<Entry> changing() {
        return List.of(
                new Entry(
                        "buy",
                        Group.ORDERS,
                        Needs.READY,
                        "Places a parent order to buy",
                        session -> new PlaceCommand(session, Side.BUY)),
                new Entry(
                        "sell",
                        Group.ORDERS,
                        Needs.READY,
                        "Places a parent order to sell",
                        session -> new PlaceCommand(session, Side.SELL)),
                new Entry(
                        "cancel", Group.ORDERS, Needs.SETTLED, "Cancels children or whole parents", CancelCommand::new),
                new Entry(
                        "amend",
                        Group.ORDERS,
                        Needs.READY,
                        "Changes quantity or price of a working order",
                        AmendCommand::new),
                new Entry("flatten", Group.ORDERS, Needs.READY, "Reduces a position to zero", FlattenCommand::new));
    }

    private static List<Entry> showing() {
        return List.of(
                new Entry(
                        "orders", Group.ORDERS, Needs.SETTLED, "Lists parents with their children", OrdersCommand::new),
                new Entry(
                        "order",
                        Group.ORDERS,
                        Needs.SETTLED,
                        "Shows one order and its life, request by request",
                        OrderCommand::new),
                new Entry("fills", Group.ORDERS, Needs.SETTLED, "Lists executions", FillsCommand::new),
                new Entry(
                        "positions",
                        Group.ORDERS,
                        Needs.SETTLED,
                        "Shows positions with cost, profit and what the venue holds",
                        PositionsCommand::new),
                new Entry(
                        "balances",
                        Group.ORDERS,
                        Needs.SETTLED,
                        "Shows what the venues say the account holds",
                        BalancesCommand::new));
    }
}
