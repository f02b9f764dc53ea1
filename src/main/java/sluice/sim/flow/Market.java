package sluice.sim.flow;

import sluice.market.Regime;
import sluice.market.Side;
import sluice.sim.match.Book;

/**
 * One symbol's market at one venue: strays from the efficient price by a basis, quotes it through the crowd, and lets
 * outsiders trade. Steps are all of one length. Confined to the simulator's thread.
 */
public final class Market {

    private static final double BASIS_HALF_LIFE = 2;
    private static final double TAKEN_HALF_LIFE = 1.5;

    private final MarketSpec spec;
    private final Crowd crowd;
    private final Takers takers;
    private final double seconds;
    private final double[] taken = new double[2];
    private Dice dice;
    private double basis;
    private double offset;
    private double mid;
    private int turn;

    public Market(MarketSpec spec, Book book, Street street, double seconds) {
        this.spec = spec;
        this.seconds = seconds;
        this.dice = Dice.named(spec.seed(), spec.name());
        this.mid = spec.price() / spec.tick();
        var profile = new Profile(spec);
        crowd = new Crowd(book, profile, spec.depthLots());
        takers = new Takers(book, street, profile);
    }

    /** The price quoted around. */
    public double mid() {
        return mid * spec.tick();
    }

    /**
     * Quotes the whole book, at the start or after the mid was moved; a market nobody ever saw starts where it is
     * worth.
     */
    public void build(double efficient, Regime regime, long millis) {
        mid = turn == 0 && offset == 0 ? efficient / spec.tick() : mid;
        var climate = Climate.of(regime);
        var quotes = Quotes.around(mid, climate.halfSpread());
        crowd.at(climate.depth(), millis);
        crowd.pull(quotes);
        crowd.build(quotes, dice);
    }

    public void step(double efficient, Regime regime, long millis) {
        turn++;
        var climate = Climate.of(regime);
        var fair = fair(efficient);
        if (Math.abs(fair - mid) > mid * climate.halfSpread() * 0.8e-4) {
            mid = fair;
        }
        var quotes = Quotes.around(mid, climate.halfSpread());
        crowd.at(climate.depth(), millis);
        crowd.pull(quotes);
        takers.takeWhatIsThrough(quotes, dice);
        crowd.refresh(quotes, turn, dice);
        takers.trade(quotes, fair, climate.tradesPerSecond() * seconds, dice);
        var left = StrictMath.pow(0.5, seconds / TAKEN_HALF_LIFE);
        for (var side : Side.values()) {
            crowd.keepFloor(side, quotes, taken[side.ordinal()], dice);
            taken[side.ordinal()] *= left;
        }
    }

    /** Nothing moves; some levels are told again. */
    public void rest() {
        crowd.restate(turn++);
    }

    /** An account took lots that stood on the side: the crowd is slow to replace them. */
    public void wasTaken(Side side, long lots) {
        taken[side.ordinal()] += lots;
    }

    /** Moves the market to a price, for good; the caller quotes it anew. */
    public void move(double price, double efficient) {
        offset += StrictMath.log(price / (efficient * StrictMath.exp(offset + basis)));
        mid = price / spec.tick();
    }

    public String state() {
        return Words.join(dice.state(), basis, offset, mid, taken[0], taken[1], takers.heat(), turn);
    }

    public void restore(String state) {
        var words = new Words(state);
        dice = new Dice(words.whole());
        basis = words.real();
        offset = words.real();
        mid = words.real();
        taken[0] = words.real();
        taken[1] = words.real();
        takers.heat(words.real());
        turn = (int) words.whole();
    }

    private double fair(double efficient) {
        var keep = StrictMath.pow(0.5, seconds / BASIS_HALF_LIFE);
        basis = basis * keep + spec.basisBps() * 1e-4 * StrictMath.sqrt(1 - keep * keep) * dice.gaussian();
        return efficient * StrictMath.exp(offset + basis) / spec.tick();
    }
}
