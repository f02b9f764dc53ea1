package sluice.health.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches one measure for becoming worse, by windows of ten seconds against what is usual. Confined to one thread.
 *
 * <ol>
 *   <li>It is worse when two windows in a row are off by more than four standard errors, or when many are off a little
 *       (CUSUM); and only when it is off enough to matter, whatever of it may be chance.
 *   <li>One window counts no more than {@link #MOST}, so that one odd sample raises nothing.
 *   <li>It is well again after six windows that are hardly off.
 *   <li>What is usual is not learned from what is worse, until that has lasted for so long that it is usual.
 * </ol>
 */
public final class ChangeDetector {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int FEWEST = 12;
    private static final double ODD = 3;
    private static final double FAR = 4;
    private static final double MOST = 4;
    private static final double SLACK = 0.5;
    private static final double SUM_TOO_MUCH = 8;
    private static final double SUM_KEPT = 12;
    private static final double NEAR = 2;
    private static final double SURE = 1;
    private static final int WELL_AFTER = 6;
    private static final int USUAL_AFTER = 180;

    /** What the last window weighs in what is shown and held against the practical size. */
    private static final double NEWEST = 0.5;

    private final Rule rule;
    private final Baseline baseline = new Baseline();
    private Window window = Window.EMPTY;
    private Optional<Instant> opened = Optional.empty();
    private double recent;
    private double recentVariance;
    private boolean farBefore;
    private double cusum;
    private boolean worse;
    private int well;
    private int worseFor;

    public ChangeDetector(Rule rule) {
        this.rule = rule;
    }

    /** A sample, in the rule's scale; more is worse. */
    public void add(double sample, Instant at) {
        if (opened.isEmpty()) {
            opened = Optional.of(at);
        }
        window = window.plus(baseline.isKnown() ? Math.min(sample, oddest()) : sample);
    }

    /** A single sample counts no more than this, however far off it is. */
    private double oddest() {
        return baseline.mean() + ODD * Math.max(Math.sqrt(baseline.variance(rule.leastSpread())), rule.size());
    }

    /** How it stands at this time. */
    public Change judge(Instant now) {
        if (window.count() >= FEWEST
                && opened.filter(from -> !from.plus(WINDOW).isAfter(now)).isPresent()) {
            close();
        }
        return baseline.isKnown() ? new Change(true, worse, baseline.mean(), recent) : Change.UNKNOWN;
    }

    private void close() {
        recent = baseline.isKnown() ? recent + NEWEST * (window.mean() - recent) : window.mean();
        if (baseline.isKnown()) {
            var chance = baseline.variance(rule.leastSpread()) / window.count();
            recentVariance = (1 - NEWEST) * (1 - NEWEST) * recentVariance + NEWEST * NEWEST * chance;
            weigh();
        }
        if (!worse || worseFor > USUAL_AFTER) {
            baseline.learn(window);
        }
        window = Window.EMPTY;
        opened = Optional.empty();
    }

    private void weigh() {
        var off = (window.mean() - baseline.mean()) / baseline.error(window.count(), rule.leastSpread());
        cusum = Math.min(SUM_KEPT, Math.max(0, cusum + Math.min(off, MOST) - SLACK));
        var far = off > FAR;
        var unlikely = far && farBefore || cusum > SUM_TOO_MUCH;
        farBefore = far;
        if (worse) {
            worseFor++;
            well = off < NEAR && recent - baseline.mean() < rule.size() / 2 ? well + 1 : 0;
            if (well >= WELL_AFTER) {
                recover();
            }
            return;
        }
        if (unlikely && rule.isPractical(surelyWorse())) {
            worse = true;
            worseFor = 0;
            well = 0;
        }
    }

    /** How much worse it is at least, chance left aside; the fewer samples, the surer it has to be. */
    private double surelyWorse() {
        var sure = SURE + (double) FEWEST / window.count();
        return recent - baseline.mean() - sure * Math.sqrt(recentVariance);
    }

    private void recover() {
        worse = false;
        cusum = 0;
        farBefore = false;
    }
}
