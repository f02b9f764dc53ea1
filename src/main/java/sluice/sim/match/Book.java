package sluice.sim.match;

import java.util.ArrayList;
import java.util.List;
import sluice.market.Side;

/**
 * One symbol's book, in price-time order, and the list of levels that changed since they were last asked for.
 *
 * <p>Never crossed: whoever adds has matched first, and the crowd does not quote through the other side. Confined to
 * the simulator's thread.
 */
public final class Book {

    private final Ranks bids = new Ranks(Side.BUY);
    private final Ranks asks = new Ranks(Side.SELL);
    private final List<Level> touched = new ArrayList<>();
    private final List<Level> gone = new ArrayList<>();
    private long revision;

    public int depth(Side side) {
        return ranks(side).size();
    }

    /** The price of the n-th best level, from 0. */
    public long ticksAt(Side side, int depth) {
        return ranks(side).at(depth).ticks;
    }

    public long lotsAt(Side side, int depth) {
        return ranks(side).at(depth).lots;
    }

    public long crowdAt(Side side, int depth) {
        return ranks(side).at(depth).crowdLots;
    }

    /** The n-th best level as others are told of it. */
    public sluice.market.book.Level levelAt(Side side, int depth, Scales scales) {
        return ranks(side).at(depth).shown(scales);
    }

    /** Changes whenever anything in the book does. */
    public long revision() {
        return revision;
    }

    public int betterThan(Side side, long ticks) {
        return ranks(side).betterThan(ticks);
    }

    /** What the crowd has at a price. */
    public long crowd(Side side, long ticks) {
        return ranks(side).find(ticks).map(level -> level.crowdLots).orElse(0L);
    }

    /** Whether an order at the price would trade at once. */
    public boolean crosses(Side side, long ticks) {
        var other = ranks(side.opposite()).best();
        return other != null && (side == Side.BUY ? ticks >= other.ticks : ticks <= other.ticks);
    }

    public void match(Taker taker, Trades trades) {
        var makers = ranks(taker.side.opposite());
        var best = makers.best();
        while (best != null && taker.wants() && taker.reaches(best.ticks)) {
            if (!takeFirst(best, taker, trades)) {
                return;
            }
            best = makers.best();
        }
    }

    /** What the order would get, changing nothing; the answer is the order as it would be afterwards. */
    public Taker rehearse(Taker taker) {
        var trial = taker.again();
        var makers = ranks(taker.side.opposite());
        for (int i = 0; i < makers.size() && trial.wants() && trial.reaches(makers.at(i).ticks); i++) {
            rehearse(trial, makers.at(i));
        }
        return trial;
    }

    public Resting rest(Side side, long ticks, long id, int owner, long lots) {
        var level = open(side, ticks);
        touch(level);
        return level.append(id, owner, lots);
    }

    public void cancel(Resting order) {
        shrink(order, order.lots);
    }

    /** Takes lots out of an order without moving it in its queue. */
    public void shrink(Resting order, long by) {
        var level = order.level;
        level.shrink(order, by);
        settle(level);
    }

    /** Sets what the crowd has at a price; more of it queues up behind, less leaves from either end. */
    public void crowd(Side side, long ticks, long lots, boolean fromFront) {
        var had = crowd(side, ticks);
        if (lots > had && !crosses(side, ticks)) {
            var level = open(side, ticks);
            level.append(0, Resting.CROWD, lots - had);
            touch(level);
        } else if (lots < had) {
            var level = open(side, ticks);
            level.thin(had - lots, fromFront);
            settle(level);
        }
    }

    /** Makes the level at a depth count as changed. */
    public void restate(Side side, int depth) {
        touch(ranks(side).at(depth));
    }

    /** Tells every changed level once, and forgets the changes. */
    public int drain(Restated to) {
        var count = touched.size();
        for (int i = 0; i < count; i++) {
            var level = touched.get(i);
            level.touched = false;
            to.level(level.side, level.ticks, level.lots);
        }
        touched.clear();
        gone.clear();
        return count;
    }

    public int changes() {
        return touched.size();
    }

    private boolean takeFirst(Level level, Taker taker, Trades trades) {
        var maker = level.first;
        if (maker == null) {
            throw new AssertionError("an empty level at " + level.ticks);
        }
        if (taker.isOwn(maker)) {
            prevent(maker, taker, trades);
            return true;
        }
        var lots = Math.min(maker.lots, taker.most(level.ticks));
        if (lots == 0) {
            return false;
        }
        shrink(maker, lots);
        taker.took(level.ticks, lots);
        trades.traded(maker, lots);
        return true;
    }

    private void prevent(Resting maker, Taker taker, Trades trades) {
        if (taker.selfTrade.expiresMaker()) {
            cancel(maker);
            trades.prevented(maker);
        }
        if (taker.selfTrade.expiresTaker()) {
            taker.expire();
        }
    }

    private static void rehearse(Taker trial, Level level) {
        for (var maker = level.first; maker != null && trial.wants(); maker = maker.behind) {
            if (!trial.isOwn(maker)) {
                trial.took(level.ticks, Math.min(maker.lots, trial.most(level.ticks)));
            } else if (trial.selfTrade.expiresTaker()) {
                trial.expire();
            }
        }
    }

    private Level open(Side side, long ticks) {
        var ranks = ranks(side);
        return ranks.find(ticks).orElseGet(() -> {
            var level = revive(side, ticks);
            ranks.add(level);
            return level;
        });
    }

    /** A level that went and came back between two tellings is told once. */
    private Level revive(Side side, long ticks) {
        for (int i = 0; i < gone.size(); i++) {
            var level = gone.get(i);
            if (level.ticks == ticks && level.side == side) {
                return gone.remove(i);
            }
        }
        return new Level(side, ticks);
    }

    private void settle(Level level) {
        touch(level);
        if (level.lots == 0) {
            ranks(level.side).remove(level);
            gone.add(level);
        }
    }

    private void touch(Level level) {
        revision++;
        if (!level.touched) {
            level.touched = true;
            touched.add(level);
        }
    }

    private Ranks ranks(Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
