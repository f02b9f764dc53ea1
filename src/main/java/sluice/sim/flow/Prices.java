package sluice.sim.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.market.Regime;
import sluice.sim.WorldSpec;

/**
 * What every asset is worth: one efficient price each, moved by a common factor, its own noise and jumps, in a
 * volatility that switches between regimes. Nobody's order moves it, so two runs of one seed see the same prices
 * whatever they trade.
 */
public final class Prices {

    private static final double BPS = 1e-4;
    private static final double PEG_HALF_LIFE = 900;
    private static final String PEGS = "|";

    private final Map<String, Worth> worths = new LinkedHashMap<>();
    private final List<Worth> moving = new ArrayList<>();
    private final List<Peg> pegs = new ArrayList<>();
    private Regime regime = Regime.CALM;
    private Dice dice;

    public Prices(long seed, List<WorldSpec.Asset> assets) {
        dice = Dice.named(seed, "prices");
        for (var asset : assets) {
            var worth = new Worth(asset);
            worths.put(asset.name(), worth);
            if (asset.isPeg()) {
                pegs.add(new Peg(worth, Dice.named(seed, "prices." + asset.name())));
            } else if (asset.beta() != 0) {
                moving.add(worth);
            }
        }
    }

    public void step(double seconds) {
        switchRegime(seconds);
        var root = StrictMath.sqrt(seconds);
        var common = dice.gaussian();
        var climate = Climate.of(regime);
        var jump = dice.chance(climate.jumpsPerHour() * seconds / 3600) ? climate.jumpBps() * dice.gaussian() : 0;
        for (var worth : moving) {
            var sigma = Climate.of(worth.regime(regime)).sigma() * root;
            var move = sigma * (worth.asset.beta() * common + worth.asset.own() * dice.gaussian());
            worth.log += (move + jump * worth.asset.beta()) * BPS;
        }
        pegs.forEach(peg -> peg.step(seconds, Climate.of(regime).sigma() * root));
    }

    /** What one unit of the base is worth in the quote. */
    public double pair(String base, String quote) {
        return StrictMath.exp(worth(base).log - worth(quote).log);
    }

    public Regime regime(String asset) {
        return worth(asset).regime(regime);
    }

    /** Holds an asset in a regime from now on. */
    public void pin(String asset, Regime pinned) {
        worth(asset).pinned = Optional.of(pinned);
    }

    /** The state as text; assets a later world knows beyond it keep what they have. */
    public String state() {
        var words = new ArrayList<Object>(List.of(regime, dice.state()));
        for (var worth : worths.values()) {
            words.add(worth.asset.name());
            words.add(worth.log);
            words.add(worth.pinned.map(Regime::name).orElse("-"));
        }
        words.add(PEGS);
        for (var peg : pegs) {
            words.add(peg.worth.asset.name());
            words.add(peg.dice.state());
        }
        return Words.join(words.toArray());
    }

    public void restore(String state) {
        var words = new Words(state);
        regime = Regime.valueOf(words.text());
        dice = new Dice(words.whole());
        while (words.hasMore()) {
            var name = words.text();
            if (name.equals(PEGS)) {
                restorePegs(words);
                return;
            }
            var worth = worth(name);
            worth.log = words.real();
            var pinned = words.text();
            worth.pinned = pinned.equals("-") ? Optional.empty() : Optional.of(Regime.valueOf(pinned));
        }
    }

    private void restorePegs(Words words) {
        while (words.hasMore()) {
            var name = words.text();
            var state = words.whole();
            pegs.stream().filter(peg -> peg.worth.asset.name().equals(name)).forEach(peg -> peg.dice = new Dice(state));
        }
    }

    private void switchRegime(double seconds) {
        if (!dice.chance(seconds / Climate.of(regime).seconds())) {
            return;
        }
        var up = dice.chance(0.3);
        regime = switch (regime) {
            case CALM -> Regime.VOLATILE;
            case VOLATILE -> up ? Regime.STRESSED : Regime.CALM;
            case STRESSED -> Regime.VOLATILE;
        };
    }

    private Worth worth(String asset) {
        return Optional.ofNullable(worths.get(asset))
                .orElseThrow(() -> new IllegalArgumentException("nobody knows what a " + asset + " is worth"));
    }

    private static final class Worth {

        private final WorldSpec.Asset asset;
        private double log;
        private Optional<Regime> pinned = Optional.empty();

        private Worth(WorldSpec.Asset asset) {
            this.asset = asset;
            this.log = StrictMath.log(asset.price());
        }

        private Regime regime(Regime common) {
            return pinned.orElse(common);
        }
    }

    /** Money of its own, drawn back to its first price; its chance is its own, so that it disturbs no other. */
    private static final class Peg {

        private final Worth worth;
        private final double home;
        private Dice dice;

        private Peg(Worth worth, Dice dice) {
            this.worth = worth;
            this.home = worth.log;
            this.dice = dice;
        }

        private void step(double seconds, double sigma) {
            var back = 1 - StrictMath.pow(0.5, seconds / PEG_HALF_LIFE);
            worth.log += (home - worth.log) * back + sigma * worth.asset.own() * dice.gaussian() * BPS;
        }
    }
}
