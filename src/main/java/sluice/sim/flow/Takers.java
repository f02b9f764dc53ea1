package sluice.sim.flow;

import sluice.market.Side;
import sluice.sim.match.Book;

/** Everybody who takes: bursts of small orders both ways, and those who take a standing price the market has left. */
final class Takers {

    private static final double REACH_BPS = 3;

    private final Book book;
    private final Street street;
    private final Profile profile;
    private double heat;

    Takers(Book book, Street street, Profile profile) {
        this.book = book;
        this.street = street;
        this.profile = profile;
    }

    double heat() {
        return heat;
    }

    void heat(double value) {
        heat = value;
    }

    /**
     * What still stands through the other side's quote belongs to accounts, and is cheap: it is taken, not all at once.
     */
    void takeWhatIsThrough(Quotes quotes, Dice dice) {
        for (var side : Side.values()) {
            if (book.depth(side) > 0) {
                takeThrough(side, quotes, dice);
            }
        }
    }

    void trade(Quotes quotes, double fair, double expected, Dice dice) {
        heat *= 0.9;
        var chance = expected * (0.6 + heat);
        while (dice.chance(Math.min(0.7, chance))) {
            heat = Math.min(2, heat + 0.4);
            chance *= 0.5;
            var lean = Math.max(-0.3, Math.min(0.3, (fair - quotes.mid()) / quotes.mid() * 1e4 * 0.3));
            take(dice.chance(0.5 + lean) ? Side.BUY : Side.SELL, quotes, dice);
        }
    }

    private void takeThrough(Side side, Quotes quotes, Dice dice) {
        var ticks = book.ticksAt(side, 0);
        var beyond = (ticks - quotes.touch(side.opposite())) * side.sign();
        if (beyond >= 0) {
            var bps = 0.3 + beyond / quotes.mid() * 1e4;
            var lots = profile.density(0) * bps * (0.5 + dice.uniform());
            street.take(side.opposite(), ticks, Math.max(1, (long) lots));
        }
    }

    private void take(Side side, Quotes quotes, Dice dice) {
        var usual = profile.density(0) * 0.05;
        var lots = Math.min(usual * 40, usual * StrictMath.exp(1.3 * dice.gaussian()));
        var reach = ((long) (quotes.mid() * REACH_BPS * 1e-4)) * side.sign();
        street.take(side, quotes.touch(side.opposite()) + reach, Math.max(1, (long) lots));
    }
}
