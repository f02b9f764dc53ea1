package sluice.engine.codec;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import sluice.journal.Entry;
import sluice.market.Money;
import sluice.market.Side;
import sluice.order.ExecId;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.account.AccountEvent;

/** Reads account events back from their payloads. */
final class AccountReader {

    private AccountReader() {}

    static AccountEvent read(Entry entry, Fields in) {
        return switch (entry.type()) {
            case "account.differed" -> differed(entry, in);
            case "account.agreed" ->
                new AccountEvent.Agreed(in.venue("venue"), in.text("key"), in.text("how"), entry.stamp());
            case "account.tradedElsewhere" -> tradedElsewhere(entry, in);
            case "account.adjusted" -> adjusted(entry, in);
            case "account.funded" -> funded(entry, in);
            case "account.banned" -> new AccountEvent.Banned(in.venue("venue"), in.instant("until"), entry.stamp());
            case "account.deadManTurned" ->
                new AccountEvent.DeadManTurned(in.venue("venue"), in.flag("armed"), in.text("why"), entry.stamp());
            default ->
                throw new UnreadableEventException("event " + entry.seq() + " has the unknown type " + entry.type());
        };
    }

    private static AccountEvent differed(Entry entry, Fields in) {
        var parentId = new ParentId(entry.refs().parent());
        var row = Math.toIntExact(in.number("row"));
        return new AccountEvent.Differed(
                in.venue("venue"), in.text("key"), row, in.text("text"), parentId, entry.stamp());
    }

    private static AccountEvent tradedElsewhere(Entry entry, Fields in) {
        return new AccountEvent.TradedElsewhere(
                in.venue("venue"),
                in.text("owner"),
                new OrderId(in.id("orderId")),
                in.symbol("symbol"),
                Side.valueOf(in.text("side")),
                OrderReader.execution(in),
                entry.stamp());
    }

    private static AccountEvent funded(Entry entry, Fields in) {
        return new AccountEvent.Funded(
                in.venue("venue"),
                in.symbol("symbol"),
                new ExecId(in.text("execId")),
                new Money(new BigDecimal(in.text("paid")), in.text("asset")),
                in.instant("settledAt"),
                entry.stamp());
    }

    private static AccountEvent adjusted(Entry entry, Fields in) {
        var assets = in.list("assets");
        var amounts = in.list("amounts");
        var moneys = IntStream.range(0, assets.size())
                .mapToObj(i -> new Money(new BigDecimal(amounts.get(i)), assets.get(i)))
                .toList();
        return new AccountEvent.Adjusted(in.venue("venue"), in.text("cause"), moneys, in.text("reason"), entry.stamp());
    }
}
