package sluice.health.change;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches one measure for becoming worse than it usually is. Confined to one thread.
 *
 * <ol>
 *   <li>Each sample tells how much likelier it is if all are worse by the rule's change than if all is as usual; the
 *       sum of the logarithms since it last fell to nothing is the evidence (CUSUM).
 *   <li>It is worse when the evidence is {@link Rule#enough}, and the samples behind it, odd ones cut, are worse by
 *       three fifths of the change.
 *   <li>One second counts no more than {@link #MOST}, so that one odd moment raises nothing.
 *   <li>It is also worse when two stretches in a row are off by more than four standard errors, and by three fifths of
 *       the change.
 *   <li>It is well again when the evidence for that reaches {@link #WELL}, after a minute at the soonest.
 *   <li>What is usual is not learned from what is worse, until that has lasted for so long that it is usual.
 *   <li>Where nothing is traded nothing is learned, and nothing is worse.
 * </ol>
 *
 * <p>The threshold. While all is as usual the likelihood ratio of a second has mean 1, so that evidence of {@code h} is
 * reached no more than once in {@code e^h} seconds with orders, whatever the distribution (Lorden 1971): with 13, once
 * in 442,000. As the sum overshoots it is about a fifth of that (Siegmund 1985): once in some 25 days with an order in
 * every second, and more seldom at a slower pace. A change adds its divergence from the usual with each order: half as
 * much latency again 0.9 where logarithms scatter by 0.3, twenty points of fade about 0.8, so that fade is seen after
 * some 18 orders whatever their pace: one every two seconds is about the slowest at which a minute is enough. Latency
 * is seen sooner by what is asked every second; {@code docs/decisions.md} has what was measured.
 */
public final class ChangeDetector {

    private static final double MOST = 3.25;
    private static final double WELL = 7;
    private static final double FAR = 4;
    private static final int FEWEST = 12;
    private static final int FEWEST_IN_ALL = 6;
    private static final Duration STRETCH = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration WELL_AFTER = Duration.ofMinutes(1);
    private static final Duration USUAL_AFTER = Duration.ofMinutes(30);

    private final Rule rule;
    private Usual usual;
    private Usual later;
    private Evidence evidence = Evidence.NONE;
    private Stretch second = Stretch.EMPTY;
    private Stretch stretch = Stretch.EMPTY;
    private boolean farBefore;
    private Optional<Instant> worseSince = Optional.empty();
    private double well;
    private double now;

    public ChangeDetector(Rule rule) {
        this.rule = rule;
        this.usual = new Usual(rule);
        this.later = new Usual(rule);
    }

    /** A sample, in the rule's scale; more is worse. */
    public void add(double sample, Instant at) {
        if (usual.isKnown()) {
            var bounded = usual.bounded(sample);
            second = second.plus(bounded, usual.likelier(bounded), at);
            stretch = stretch.plus(bounded, 0, at);
        }
        if (worseSince.isPresent()) {
            later.learn(sample);
        } else {
            usual.learn(sample);
        }
    }

    /** How it stands at this time. */
    public Change judge(Instant at) {
        if (second.isOver(STEP, at)) {
            weigh(at);
            second = Stretch.EMPTY;
        }
        if (stretch.count() >= FEWEST && stretch.isOver(STRETCH, at)) {
            compare(at);
            stretch = Stretch.EMPTY;
        }
        return usual.isKnown() ? new Change(true, worseSince.isPresent(), usual.mean(), now) : Change.UNKNOWN;
    }

    private void weigh(Instant at) {
        var step = Math.max(-MOST, Math.min(MOST, second.likelier()));
        if (worseSince.isPresent()) {
            now += (second.mean() - now) * Math.min(1, second.count() / (double) FEWEST);
            well = Math.max(0, well - step);
            endure(at);
            return;
        }
        evidence = evidence.plus(second, step);
        now = evidence.count() == 0 ? usual.mean() : evidence.mean();
        if (evidence.sum() >= rule.enough() && evidence.count() >= FEWEST_IN_ALL && isLarge(evidence.mean())) {
            begin(at);
        }
    }

    private void compare(Instant at) {
        var error = usual.spread() / Math.sqrt(stretch.count());
        var far = stretch.mean() - usual.mean() > FAR * error && isLarge(stretch.mean());
        if (far && farBefore && worseSince.isEmpty()) {
            now = stretch.mean();
            begin(at);
        }
        farBefore = far;
    }

    private boolean isLarge(double mean) {
        return rule.matters(usual.mean(), mean);
    }

    private void begin(Instant at) {
        worseSince = Optional.of(at);
        well = 0;
        later = new Usual(rule);
        usual.forgetNewest();
    }

    private void endure(Instant at) {
        var since = worseSince.orElse(at);
        if (well >= WELL && !since.plus(WELL_AFTER).isAfter(at)) {
            end();
        } else if (later.isKnown() && !since.plus(USUAL_AFTER).isAfter(at)) {
            usual = later;
            end();
        }
    }

    private void end() {
        worseSince = Optional.empty();
        evidence = Evidence.NONE;
        farBefore = false;
    }
}
