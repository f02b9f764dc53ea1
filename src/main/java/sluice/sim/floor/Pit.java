package sluice.sim.floor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Regime;
import sluice.market.Side;
import sluice.market.book.Level;
import sluice.sim.OrderChange.Kind;
import sluice.sim.Picture;
import sluice.sim.SelfTrade;
import sluice.sim.SimOrder.Cause;
import sluice.sim.flow.Market;
import sluice.sim.flow.MarketSpec;
import sluice.sim.match.Book;
import sluice.sim.match.Resting;
import sluice.sim.match.Scales;
import sluice.sim.match.Taker;
import sluice.sim.perp.FundingRate;
import sluice.sim.perp.Marking;

/** Where one listing is traded: its book, the market around it, and the numbering of the book's updates. */
final class Pit {

    /** More updates than can happen between two checkpoints. */
    private static final long SKIP = 1_000_000;

    private final Scales scales;
    private final BackOffice office;
    private final Book book = new Book();
    private final Market market;
    private final Map<Integer, Picture> pictures = new HashMap<>();
    private long picturedAt = -1;
    private long picturedUpdateId;
    private long updateId = 1;
    private double efficient;

    Pit(Scales scales, MarketSpec spec, BackOffice office, double seconds) {
        this.scales = scales;
        this.office = office;
        this.market = new Market(spec, book, this::outsider, seconds);
    }

    Scales scales() {
        return scales;
    }

    Book book() {
        return book;
    }

    BackOffice office() {
        return office;
    }

    Px mid() {
        return scales.px(ticks(market.mid()));
    }

    Px efficient() {
        return scales.px(ticks(efficient));
    }

    /** Half way between what it is worth and what is quoted. */
    long markTicks() {
        return ticks((efficient + market.mid()) / 2);
    }

    Marking marking() {
        var interval = scales.listing().contract().orElseThrow().fundingInterval();
        return new Marking(
                efficient(),
                scales.px(markTicks()),
                FundingRate.of(market.mid() / efficient - 1),
                FundingRate.next(office.now(), interval));
    }

    void open(double worth, Regime regime, long millis) {
        efficient = worth;
        market.build(worth, regime, millis);
        publish();
    }

    void step(double worth, Regime regime, long millis) {
        efficient = worth;
        market.step(worth, regime, millis);
        publish();
    }

    void rest() {
        market.rest();
        publish();
    }

    void move(Px price, Regime regime, long millis) {
        market.move(price.value().doubleValue(), efficient);
        market.build(efficient, regime, millis);
        publish();
    }

    /** Orders that may only make a position smaller shrink with it, and go when it is gone. */
    void keepReducing(int account) {
        if (!scales.listing().isPerpetual()) {
            return;
        }
        for (var ticket : office.tickets().open(account)) {
            if (ticket.scales == scales && ticket.request().reduceOnly() && ticket.isResting()) {
                keepReducing(ticket, office.room(ticket));
            }
        }
    }

    private void keepReducing(Ticket ticket, long room) {
        var tooMuch = ticket.leaves() - room;
        if (room == 0) {
            book.cancel(ticket.resting());
            office.close(ticket, Cause.REDUCE_ONLY, Kind.CANCELED);
        } else if (tooMuch > 0) {
            book.shrink(ticket.resting(), tooMuch);
            office.reduce(ticket, ticket.lots() - tooMuch, ticket.clientId());
        }
    }

    /** Lets an account's order take; the crowd will be slow to replace what it gave. */
    Dealing deal(Ticket ticket, Taker taker) {
        var dealing = new Dealing(this, office, ticket.side(), Optional.of(ticket));
        book.match(taker, dealing);
        market.wasTaken(ticket.side().opposite(), dealing.fromCrowd());
        return dealing;
    }

    /** Puts an account's order where it waits. */
    void rest(Ticket ticket) {
        ticket.rests(book.rest(ticket.side(), ticket.limit(), ticket.id, ticket.account, ticket.leaves()));
    }

    /** An outsider takes at exactly one price: accounts' orders there or better first, then the crowd. */
    Qty trade(Side side, Px px, Qty qty) {
        var ticks = scales.ticks(px);
        var lots = scales.lots(qty.value());
        var dealing = new Dealing(this, office, side, Optional.empty());
        var left = lots;
        for (var maker : standing(side.opposite(), ticks)) {
            var given = Math.min(left, maker.lots());
            if (given > 0) {
                book.shrink(maker, given);
                dealing.traded(maker, given);
                left -= given;
            }
        }
        if (left > 0) {
            var had = book.crowd(side.opposite(), ticks);
            book.crowd(side.opposite(), ticks, Math.max(0, had - left), true);
            office.print(scales, side, ticks, left);
        }
        publish();
        return scales.qty(lots - left);
    }

    /** Tells what changed in the book, every change with an update id of its own. */
    void publish() {
        var first = updateId + 1;
        if (!office.outbox().isHeard()) {
            updateId += book.drain((side, ticks, lots) -> {});
            return;
        }
        var changes = new Changes(scales, book.changes());
        updateId += book.drain(changes);
        var last = updateId;
        if (last >= first) {
            var symbol = scales.listing().symbol();
            office.outbox().tell(to -> to.booksChanged(symbol, first, last, changes));
        }
    }

    Picture picture(int depth) {
        if (picturedAt != book.revision() || picturedUpdateId != updateId) {
            pictures.clear();
            picturedAt = book.revision();
            picturedUpdateId = updateId;
        }
        return pictures.computeIfAbsent(depth, this::pictured);
    }

    private Picture pictured(int depth) {
        return new Picture(scales.listing().symbol(), updateId, levels(Side.BUY, depth), levels(Side.SELL, depth));
    }

    String state() {
        return updateId + " " + market.state();
    }

    void restore(String state) {
        var cut = state.indexOf(' ');
        updateId = Long.parseLong(state.substring(0, cut)) + SKIP;
        market.restore(state.substring(cut + 1));
    }

    private void outsider(Side side, long limit, long lots) {
        var taker = Taker.limit(side, Resting.CROWD, SelfTrade.NONE, limit, lots);
        book.match(taker, new Dealing(this, office, side, Optional.empty()));
    }

    private List<Resting> standing(Side side, long ticks) {
        return office.tickets().standing(scales.listing().symbol(), side, ticks);
    }

    private List<Level> levels(Side side, int depth) {
        var count = Math.min(depth, book.depth(side));
        var levels = new ArrayList<Level>(count);
        for (int i = 0; i < count; i++) {
            levels.add(book.levelAt(side, i, scales));
        }
        return levels;
    }

    private long ticks(double price) {
        return Math.max(1, Math.round(price / scales.listing().tick().doubleValue()));
    }
}
