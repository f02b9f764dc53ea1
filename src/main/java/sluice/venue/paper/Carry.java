package sluice.venue.paper;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import sluice.market.Money;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Stamp;
import sluice.market.Symbol;
import sluice.order.ExecId;
import sluice.order.Execution;
import sluice.order.Liquidity;
import sluice.order.OrderId;
import sluice.order.Reason;
import sluice.venue.OrderNews;
import sluice.venue.VenueEvent;
import sluice.venue.VenueFunding;

/**
 * What holding perpetuals on paper costs: funding, and the end of an account that is not good for them. Confined to its
 * exchange.
 *
 * <ol>
 *   <li>Funding is settled by the mark and the rate that stood last before it was due, on what is held then: longs pay
 *       shorts a positive rate.
 *   <li>Of settlements that fell due while nobody looked, the first is settled by what was seen before; of later ones
 *       nobody here knows the rate, and they are left out.
 *   <li>An account that is not good for its positions any more loses its orders for perpetuals first, then the
 *       positions: each at its mark, and the largest where nothing is left, so that it never owes anything.
 * </ol>
 */
final class Carry {

    private final PaperFees fees;
    private final Account account;
    private final Outbox out;
    private final Matching matching;
    private final Map<Symbol, Fact.Rated> last = new HashMap<>();

    Carry(PaperFees fees, Account account, Outbox out, Matching matching) {
        this.fees = fees;
        this.account = account;
        this.out = out;
        this.matching = matching;
    }

    void marked(VenueEvent.Marked mark, Stamp now) {
        var symbol = mark.symbol();
        settle(symbol, mark, now);
        account.margin().marked(symbol, mark.markPx());
        var next = new Fact.Rated(symbol, mark.markPx(), mark.fundingRate(), mark.nextFunding());
        last.put(symbol, next);
        var isNoted = account.rated(symbol)
                .filter(noted -> noted.due().equals(mark.nextFunding()))
                .isPresent();
        if (account.margin().net(symbol).signum() != 0 && !isNoted) {
            out.record(next);
        }
        var money = account.total(symbol.quote());
        if (!account.margin().holds(symbol.quote(), money)) {
            takeOver(symbol.quote(), now);
        }
    }

    private void settle(Symbol symbol, VenueEvent.Marked mark, Stamp now) {
        var before = Optional.ofNullable(last.get(symbol)).or(() -> account.rated(symbol));
        var net = account.margin().net(symbol);
        if (before.filter(rated -> rated.due().isBefore(mark.nextFunding())).isEmpty() || net.signum() == 0) {
            return;
        }
        var rated = before.get();
        var paid = new Money(net.multiply(rated.markPx().value()).multiply(rated.rate()), symbol.quote());
        var id = new ExecId("paper-funding-" + (account.settled() + 1));
        out.record(new Fact.Funded(symbol, id, paid, rated.due()));
        out.emit(new VenueEvent.Funded(out.venue(), new VenueFunding(symbol, id, paid, rated.due()), now));
    }

    private void takeOver(String asset, Stamp now) {
        account.open().stream()
                .filter(order -> order.terms().symbol().isPerpetual()
                        && order.terms().symbol().quote().equals(asset))
                .toList()
                .forEach(order -> matching.end(order, Reason.VENUE_CANCELLED, now));
        var smallestFirst = account.margin().open(asset).stream()
                .sorted(Comparator.comparing(this::value))
                .toList();
        for (var symbol : smallestFirst) {
            var isLast = symbol.equals(smallestFirst.get(smallestFirst.size() - 1));
            var mark = markOf(symbol);
            var px = isLast
                    ? account.margin().bankruptcy(symbol, account.total(asset)).orElse(mark)
                    : mark;
            takenOver(symbol, px, now);
        }
    }

    private BigDecimal value(Symbol symbol) {
        return account.margin().net(symbol).abs().multiply(markOf(symbol).value());
    }

    private Px markOf(Symbol symbol) {
        return account.positions().stream()
                .filter(position -> position.symbol().equals(symbol))
                .flatMap(position -> position.markPx().or(position::avgPx).stream())
                .findFirst()
                .orElseThrow();
    }

    private void takenOver(Symbol symbol, Px px, Stamp now) {
        var net = account.margin().net(symbol);
        var side = net.signum() > 0 ? Side.SELL : Side.BUY;
        var qty = new Qty(net.abs());
        var number = account.executed() + 1;
        var execution = new Execution(
                new ExecId("paper-" + number),
                qty,
                px,
                fees.fee(symbol, side, qty, px, Liquidity.TAKER),
                Liquidity.TAKER,
                now.at());
        var id = new OrderId("paper-liquidation-" + number);
        out.record(new Fact.TakenOver(id, symbol, side, execution));
        out.emit(new VenueEvent.OrderReport(
                out.venue(), Optional.empty(), Optional.of(id), symbol, new OrderNews.Traded(execution), now));
    }
}
