package sluice.sim.match;

import sluice.market.Side;
import sluice.sim.SelfTrade;

/** An order on its way through the book: what it may still take, and what it got. Used once. */
public final class Taker {

    private static final long ANY = Long.MAX_VALUE;

    final Side side;
    final int owner;
    final SelfTrade selfTrade;

    private final long limit;
    private long lotsLeft;
    private long quoteLeft;
    private long filledLots;
    private long filledQuote;
    private long lastTicks;
    private boolean expired;

    private Taker(Side side, int owner, SelfTrade selfTrade, long limit, long lots, long quote) {
        this.side = side;
        this.owner = owner;
        this.selfTrade = selfTrade;
        this.limit = limit;
        this.lotsLeft = lots;
        this.quoteLeft = quote;
    }

    /** Takes so many lots at the limit or better. */
    public static Taker limit(Side side, int owner, SelfTrade selfTrade, long limit, long lots) {
        return new Taker(side, owner, selfTrade, limit, lots, ANY);
    }

    /** Takes so many lots at whatever price. */
    public static Taker market(Side side, int owner, SelfTrade selfTrade, long lots) {
        return limit(side, owner, selfTrade, side == Side.BUY ? ANY : 0, lots);
    }

    /** Takes what the quote money, counted in ticks times lots, pays for or what raises it. */
    public static Taker spending(Side side, int owner, SelfTrade selfTrade, long quote) {
        return new Taker(side, owner, selfTrade, side == Side.BUY ? ANY : 0, ANY, quote);
    }

    /** The same order before it took anything. */
    Taker again() {
        return new Taker(side, owner, selfTrade, limit, lotsLeft, quoteLeft);
    }

    boolean reaches(long ticks) {
        return side == Side.BUY ? ticks <= limit : ticks >= limit;
    }

    boolean wants() {
        return lotsLeft > 0 && quoteLeft > 0 && !expired;
    }

    /** The most lots it would take at the price. */
    long most(long ticks) {
        return quoteLeft == ANY ? lotsLeft : Math.min(lotsLeft, quoteLeft / ticks);
    }

    boolean isOwn(Resting maker) {
        return owner != Resting.CROWD && maker.owner() == owner && selfTrade != SelfTrade.NONE;
    }

    void took(long ticks, long lots) {
        var quote = Math.multiplyExact(ticks, lots);
        filledLots += lots;
        lastTicks = ticks;
        filledQuote = Math.addExact(filledQuote, quote);
        if (lotsLeft != ANY) {
            lotsLeft -= lots;
        }
        if (quoteLeft != ANY) {
            quoteLeft -= quote;
        }
    }

    void expire() {
        expired = true;
    }

    public Side side() {
        return side;
    }

    public long lotsLeft() {
        return lotsLeft;
    }

    public long filledLots() {
        return filledLots;
    }

    /** What was paid or raised, in ticks times lots. */
    public long filledQuote() {
        return filledQuote;
    }

    /** Whether it has all it asked for, or the rest of its money does not pay for one more lot. */
    public boolean isSated() {
        return lotsLeft == 0 || quoteLeft != ANY && lastTicks > 0 && quoteLeft < lastTicks;
    }

    /** Whether it met an order of its own account and ended there. */
    public boolean isExpired() {
        return expired;
    }
}
