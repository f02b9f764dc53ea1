package sluice.engine.checkpoint;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.engine.packed.Bytes;
import sluice.engine.state.Picture;
import sluice.engine.view.DifferenceView;
import sluice.market.Money;
import sluice.market.Place;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.ParentId;
import sluice.order.account.AccountEvent;

/** What is known of accounts as bytes and back. */
final class AccountBytes {

    private AccountBytes() {}

    static void write(Bytes out, Picture.Accounts accounts) {
        out.all(accounts.open(), each -> difference(out, each));
        moneys(out, accounts.held());
        moneys(out, accounts.adjusted());
        out.all(accounts.elsewhere().positions(), position -> StateBytes.position(out, position));
        out.all(accounts.elsewhere().taken(), taken -> taken(out, taken));
        out.all(
                new TreeMap<>(accounts.funding()).entrySet(),
                entry -> out.text(entry.getKey().venue().name())
                        .text(entry.getKey().symbol().name())
                        .text(entry.getValue().asset())
                        .decimal(entry.getValue().amount()));
        out.all(accounts.booked(), out::text);
        out.all(
                accounts.bans(),
                ban -> out.text(ban.venue().name()).instant(ban.until()).stamp(ban.at()));
    }

    static Picture.Accounts read(Bytes.Reader in) {
        var open = in.list(() -> difference(in));
        var held = moneys(in);
        var adjusted = moneys(in);
        var positions = in.list(() -> StateBytes.position(in));
        var elsewhere = new Picture.Elsewhere(positions, in.list(() -> taken(in)));
        var funding = new TreeMap<Place, Money>();
        for (int left = in.count(); left > 0; left--) {
            var place = new Place(new VenueId(in.text()), Symbol.of(in.text()));
            funding.put(place, money(in));
        }
        var booked = in.list(in::text);
        return new Picture.Accounts(open, held, adjusted, elsewhere, funding, booked, in.list(() -> ban(in)));
    }

    private static void taken(Bytes out, AccountEvent.TradedElsewhere taken) {
        var execution = taken.execution();
        out.text(taken.venue().name()).text(taken.owner()).text(taken.orderId().value());
        out.text(taken.symbol().name()).bool(taken.side() == Side.BUY).stamp(taken.at());
        out.text(execution.execId().value()).decimal(execution.lastQty().value());
        out.decimal(execution.lastPx().value()).text(execution.fee().asset());
        out.decimal(execution.fee().amount()).bool(execution.liquidity() == Liquidity.MAKER);
        out.instant(execution.at());
    }

    private static AccountEvent.TradedElsewhere taken(Bytes.Reader in) {
        var venue = new VenueId(in.text());
        var owner = in.text();
        var id = new OrderId(in.text());
        var symbol = in.symbol();
        var side = in.bool() ? Side.BUY : Side.SELL;
        var at = in.stamp();
        var execId = new ExecId(in.text());
        var qty = new Qty(in.decimal());
        var px = new Px(in.decimal());
        var fee = money(in);
        var liquidity = in.bool() ? Liquidity.MAKER : Liquidity.TAKER;
        var execution = new Execution(execId, qty, px, fee, liquidity, in.instant());
        return new AccountEvent.TradedElsewhere(venue, owner, id, symbol, side, execution, at);
    }

    private static void moneys(Bytes out, Map<VenueId, List<Money>> amounts) {
        out.all(new TreeMap<>(amounts).entrySet(), entry -> {
            out.text(entry.getKey().name());
            out.all(entry.getValue(), money -> out.text(money.asset()).decimal(money.amount()));
        });
    }

    private static Map<VenueId, List<Money>> moneys(Bytes.Reader in) {
        var amounts = new TreeMap<VenueId, List<Money>>();
        for (int left = in.count(); left > 0; left--) {
            amounts.put(new VenueId(in.text()), in.list(() -> money(in)));
        }
        return amounts;
    }

    private static AccountEvent.Banned ban(Bytes.Reader in) {
        var venue = new VenueId(in.text());
        var until = in.instant();
        return new AccountEvent.Banned(venue, until, in.stamp());
    }

    private static Money money(Bytes.Reader in) {
        var asset = in.text();
        return new Money(in.decimal(), asset);
    }

    private static void difference(Bytes out, DifferenceView each) {
        out.number(each.id()).text(each.venue().name()).text(each.key()).number(each.row());
        out.text(each.text()).number(each.parentId().number()).stamp(each.since());
    }

    private static DifferenceView difference(Bytes.Reader in) {
        var id = in.number();
        var venue = new VenueId(in.text());
        var key = in.text();
        var row = Math.toIntExact(in.number());
        var text = in.text();
        var parentId = new ParentId(in.number());
        return new DifferenceView(id, venue, key, row, text, parentId, in.stamp());
    }
}
