package sluice.sim.flow;

import sluice.market.Side;
import sluice.sim.match.Book;

/**
 * Everybody who quotes: follows the mid, refills what was taken, thins and thickens levels, and leaves the far ones.
 *
 * <p>Each step visits the touch and a part of the lattice, so that a hole is filled over some seconds; depth near the
 * mid never falls below the floor but by what accounts took a moment ago.
 */
final class Crowd {

    /** Steps in which the whole lattice is visited once. */
    private static final int ROUND = 20;

    private static final double FLOOR_BPS = 18;

    /** Basis points of usual depth that are always there inside {@link #FLOOR_BPS}. */
    private static final double FLOOR = 7;

    private final Book book;
    private final Profile profile;
    private final double floorLots;
    private double climate = 1;
    private long millis;
    private double rate = 0.5;

    Crowd(Book book, Profile profile, double depthLots) {
        this.book = book;
        this.profile = profile;
        this.floorLots = FLOOR * depthLots;
    }

    void at(double depth, long now) {
        climate = depth;
        millis = now;
    }

    /** Quotes the whole book anew. */
    void build(Quotes quotes, Dice dice) {
        rate = 1;
        for (var side : Side.values()) {
            near(side, quotes, dice);
            sweep(side, quotes, 0, profile.slots(), dice);
        }
        rate = 0.5;
    }

    /** Takes back everything that is better than it should be. */
    void pull(Quotes quotes) {
        for (var side : Side.values()) {
            int depth = 0;
            while (depth < book.depth(side) && quotes.isInside(side, book.ticksAt(side, depth))) {
                depth += withdraw(side, depth);
            }
        }
    }

    void refresh(Quotes quotes, int turn, Dice dice) {
        var part = profile.slots() / ROUND + 1;
        for (var side : Side.values()) {
            near(side, quotes, dice);
            sweep(side, quotes, Math.floorMod(turn, ROUND) * part, part, dice);
            sweep(side, quotes, dice.below(12), 2, dice);
            trim(side, quotes);
        }
    }

    /** Tops a side up to the floor, less what accounts took a moment ago. */
    void keepFloor(Side side, Quotes quotes, double taken, Dice dice) {
        var missing = floorLots - taken - depth(side, quotes);
        if (missing <= 0) {
            return;
        }
        var touch = profile.slotOf(quotes.touch(side));
        var slots = (int) Math.max(1, profile.slots() * FLOOR_BPS * 0.8 / Profile.RANGE_BPS);
        var each = (long) Math.ceil(missing / slots);
        for (int i = 1; i <= slots; i++) {
            var ticks = profile.ticks(touch - (long) side.sign() * i);
            book.crowd(side, ticks, book.crowd(side, ticks) + each, dice.chance(0.5));
        }
    }

    /** Tells the best level and one more of each side again. */
    void restate(int turn) {
        for (var side : Side.values()) {
            var depth = book.depth(side);
            if (depth > 0) {
                book.restate(side, 0);
                book.restate(side, Math.floorMod(turn, depth));
            }
        }
    }

    private double depth(Side side, Quotes quotes) {
        double sum = 0;
        for (int i = 0; i < book.depth(side); i++) {
            if (quotes.distanceBps(book.ticksAt(side, i)) > FLOOR_BPS) {
                break;
            }
            sum += book.crowdAt(side, i);
        }
        return sum;
    }

    private void near(Side side, Quotes quotes, Dice dice) {
        for (int i = 0; i < profile.nearCount(); i++) {
            if (i == 0 || rate == 1 || dice.chance(0.3)) {
                adjust(side, quotes, profile.near(side, quotes, i), dice);
            }
        }
    }

    private void sweep(Side side, Quotes quotes, int from, int count, Dice dice) {
        var touch = profile.slotOf(quotes.touch(side));
        for (int i = from; i < Math.min(from + count, profile.slots()); i++) {
            visit(side, quotes, touch - (long) side.sign() * i, dice);
        }
    }

    /** Everything in the slot, and its own price, comes nearer to what it should be. */
    private void visit(Side side, Quotes quotes, long slot, Dice dice) {
        var best = side == Side.BUY ? profile.last(slot) : profile.first(slot);
        int depth = book.betterThan(side, best);
        while (depth < book.depth(side) && profile.slotOf(book.ticksAt(side, depth)) == slot) {
            var ticks = book.ticksAt(side, depth);
            if (ticks != profile.ticks(slot)) {
                adjust(side, quotes, ticks, dice);
            }
            var stayed = depth < book.depth(side) && book.ticksAt(side, depth) == ticks;
            depth += stayed ? 1 : 0;
        }
        adjust(side, quotes, profile.ticks(slot), dice);
    }

    private void adjust(Side side, Quotes quotes, long ticks, Dice dice) {
        if (ticks <= 0) {
            return;
        }
        var target = profile.target(side, quotes, ticks, climate, millis);
        var had = book.crowd(side, ticks);
        if (target == 0) {
            book.crowd(side, ticks, 0, false);
        } else if (Math.abs(target - had) * 20 > target) {
            book.crowd(side, ticks, had + (long) Math.ceil((target - had) * rate), dice.chance(0.5));
        }
    }

    private void trim(Side side, Quotes quotes) {
        for (int i = book.depth(side) - 1; i >= 0; i--) {
            if (quotes.distanceBps(book.ticksAt(side, i)) < Profile.RANGE_BPS * 1.1) {
                return;
            }
            withdraw(side, i);
        }
    }

    /** Takes the crowd out of a level; how far the next one is on: none when the level went with it. */
    private int withdraw(Side side, int depth) {
        var ticks = book.ticksAt(side, depth);
        book.crowd(side, ticks, 0, false);
        return depth < book.depth(side) && book.ticksAt(side, depth) == ticks ? 1 : 0;
    }
}
