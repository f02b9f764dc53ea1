package sluice.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.view.View;
import sluice.journal.SimulatedDisk;
import sluice.order.Order;
import sluice.order.parent.Origin;

/**
 * One seed's run: a trader trades while things go wrong, then nothing goes wrong any more, and in the end desk and
 * venues must agree. The same seed always runs alike.
 */
final class Simulation {

    static final String REST = "everythingComesToRest";

    private static final Origin OPERATOR = new Origin("operator", "simulation", "settle", Optional.empty());
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_LAG = 20 * SECOND;

    /** Longer than a ban, the longest of which is ten minutes. */
    private static final int PATIENCE_SECONDS = 800;

    private static final long BANNED = 90 * SECOND;
    /** How much seldomer things go wrong while nothing can be placed as it is. */
    private static final int PITY = 4;

    private static final int RECONCILIATIONS = 8;
    private static final int MOST_AT_ONCE = 10_000;
    private static final int COMPARE_EVERY = 1_024;
    private static final int REREAD_EVERY = 8;

    private final VirtualTime time = new VirtualTime();
    private final Findings findings;
    private final Plan plan;
    private final Tempo tempo;
    private final Dice dice;
    private final SimulatedDisk disk;
    private final SimulatedWorld world;
    private final Watchers watchers;
    private final Chronicle chronicle;
    private final Surroundings around;
    private final Trader trader;
    private final Mischief mischief;
    private final SplittableRandom tags;
    private Optional<DeskProcess> desk = Optional.empty();
    private final long longest;
    private final boolean isSample;
    private long steps;

    private Simulation(long seed, Plan plan, boolean tells) {
        this.plan = plan;
        this.isSample = seed % REREAD_EVERY == 0;
        this.tempo = plan.cast().tempo();
        this.findings = new Findings(time, tells);
        this.dice = Dice.of(seed);
        this.disk = new SimulatedDisk(dice.split().random());
        this.world = new SimulatedWorld(time, Worlds.of(seed, plan.cast()), tempo);
        this.watchers = new Watchers(world, findings, plan.limits());
        this.chronicle = new Chronicle(findings, watchers.invariants());
        this.around = new Surroundings(time, dice.split(), world, findings);
        this.trader = new Trader(dice.split(), world, plan.cast(), this::heard);
        this.mischief = new Mischief(dice.split(), around, disk, tempo.isQuiet());
        this.tags = dice.split().random();
        this.longest = Math.min(plan.trading().toNanos(), tempo.longest().toNanos());
        around.setWall(dice.millis(0, 600) - Duration.ofMillis(300).toNanos());
    }

    /** What came of a run. */
    record Outcome(
            Optional<Findings.Broken> broken,
            Set<String> names,
            Map<String, Integer> counts,
            List<String> story,
            Chronicle chronicle) {}

    static Outcome run(long seed, Plan plan) {
        return run(seed, plan, false);
    }

    static Outcome run(long seed, Plan plan, boolean tells) {
        var simulation = new Simulation(seed, plan, tells);
        CheapSignatures.during(simulation::play);
        return simulation.outcome();
    }

    private Outcome outcome() {
        return new Outcome(findings.broken(), findings.names(), findings.counts(), findings.story(), chronicle);
    }

    private void play() {
        start();
        around.weather(Weather.FAIR);
        time.after(SECOND, this::trade);
        time.after(SECOND, this::meddle);
        while (isTrading() && findings.broken().isEmpty()) {
            runUntil(time.nanos() + SECOND / 10);
        }
        mischief.over();
        if (findings.broken().isEmpty()) {
            settle();
        }
    }

    private void heard(Answer answer) {
        var refused = answer instanceof Answer.Refused refusal ? " " + refusal.code() : "";
        findings.count("answer " + answer.getClass().getSimpleName() + refused);
        watchers.answered(answer);
    }

    private boolean isTrading() {
        return time.nanos() < longest && watchers.ordered() < tempo.orders();
    }

    private void trade() {
        if (isTrading()) {
            desk.ifPresent(process -> trader.acts(process, chronicle.state()));
            time.after(trader.pause(), this::trade);
        }
    }

    private void meddle() {
        if (!isTrading()) {
            return;
        }
        mischief.outsiderTrades();
        if (findings.broken().isEmpty()) {
            desk.ifPresent(mischief::strike);
        }
        time.after(dice.around(tempo.strikes().multipliedBy(trader.isDiscouraged() ? PITY : 1)), this::meddle);
    }

    private void start() {
        disk.odds(SimulatedDisk.Odds.NONE);
        findings.count("start");
        findings.tell(() -> "the desk starts");
        var tag = Long.toString(Math.floorMod(tags.nextLong(), 60_466_176L) + 60_466_176L, 36);
        var fragile = new FragileJournal(plan.store().apply(disk), disk);
        var life = new DeskProcess.Life(fragile, chronicle, watchers, tag, tags.split());
        var network = new SimulatedNetwork(around, call -> {
            findings.tell(() -> "  " + call + " leaves");
            watchers.leaves(call);
        });
        try {
            var process =
                    new DeskProcess(around, time.on(around::wallNanos, tags.nextLong(1L << 50)), plan, network, life);
            desk = Optional.of(process);
            process.start();
        } catch (RuntimeException bug) {
            findings.broken(DeskProcess.BUG, "the desk does not start: " + bug + " at " + List.of(bug.getStackTrace()));
        }
    }

    private void bury() {
        findings.tell(() -> "the desk is dead");
        desk = Optional.empty();
        disk.crash();
        time.after(around.dice().nanos(Duration.ofMillis(20), tempo.longestDown()), () -> {
            if (desk.isEmpty() && findings.broken().isEmpty()) {
                start();
            }
        });
    }

    /** Looks at everything after each step; the whole of the desk against the whole of the journal now and then. */
    private void runUntil(long nanos) {
        while (findings.broken().isEmpty() && time.step(nanos)) {
            desk.filter(process -> !process.isAlive()).ifPresent(process -> bury());
            if (++steps % COMPARE_EVERY == 0) {
                desk.ifPresent(DeskProcess::compare);
            }
            if (time.stepsNow() > MOST_AT_ONCE) {
                findings.broken(DeskProcess.BUG, "something is done again and again, and time stands still");
            }
        }
    }

    private void settle() {
        runUntil(time.nanos() + LONGEST_LAG);
        for (var round = 0; round < RECONCILIATIONS; round++) {
            if (!rests()) {
                return;
            }
            var found = reconcile(true);
            if (found.filter(this::isUnreached).isPresent()) {
                runUntil(time.nanos() + BANNED);
            }
            if (findings.broken().isPresent() || found.filter(this::isEmpty).isPresent() && rests()) {
                break;
            }
        }
        if (findings.broken().isEmpty()) {
            agree();
        }
    }

    /** What a venue would not hear, its request limit being used up, proves nothing either way. */
    private boolean isUnreached(Answer.Reconciled found) {
        return !found.unreached().isEmpty();
    }

    private boolean isEmpty(Answer.Reconciled found) {
        return found.plan().isEmpty() && found.unreached().isEmpty();
    }

    private boolean rests() {
        for (var second = 0; second < PATIENCE_SECONDS && findings.broken().isEmpty(); second++) {
            if (desk.filter(this::isAtRest).isPresent()) {
                return true;
            }
            runUntil(time.nanos() + SECOND);
        }
        if (findings.broken().isEmpty()) {
            findings.broken(REST, desk.map(this::restless).orElse("the desk is down"));
        }
        return false;
    }

    private boolean isAtRest(DeskProcess process) {
        return process.isAlive()
                && process.owed() == 0
                && chronicle.state().orders().open().stream().noneMatch(Simulation::isBusy)
                && process.unready().isEmpty()
                && busy(process.view()).isEmpty();
    }

    private static List<Order> busy(View view) {
        return view.orders().parents().stream()
                .flatMap(parent -> parent.children().stream())
                .filter(Simulation::isBusy)
                .toList();
    }

    private static boolean isBusy(Order child) {
        return child.inFlight().isPresent()
                || child.isInDoubt()
                || child.standing().isPending();
    }

    private String restless(DeskProcess process) {
        return process.unready() + ", answers owed: " + process.owed() + ", " + busy(process.view());
    }

    private Optional<Answer.Reconciled> reconcile(boolean apply) {
        var answer = desk.orElseThrow().ask(new Command.Reconcile(Optional.empty(), apply, OPERATOR));
        answer.thenAccept(this::heard);
        for (var second = 0; second < PATIENCE_SECONDS && !answer.isDone(); second++) {
            runUntil(time.nanos() + SECOND);
        }
        return Optional.ofNullable(answer.getNow(null))
                .filter(Answer.Reconciled.class::isInstance)
                .map(Answer.Reconciled.class::cast);
    }

    private void agree() {
        var again = reconcile(false);
        for (var round = 0;
                round < RECONCILIATIONS && again.filter(this::isUnreached).isPresent();
                round++) {
            runUntil(time.nanos() + BANNED);
            again = reconcile(false);
        }
        if (again.filter(this::isEmpty).isEmpty()) {
            findings.broken(Chronicle.REPLAY, "another reconciliation finds " + again);
        }
        if (!rests()) {
            return;
        }
        desk.orElseThrow().flush();
        var view = desk.orElseThrow().view();
        var rest = watchers.atRest(view);
        desk.orElseThrow().die();
        disk.crash();
        reread(view);
        findings.count("fills " + (rest.fills().isEmpty() ? "none" : "some"));
        findings.count("steps", (int) steps);
        findings.count("virtual seconds", (int) (time.nanos() / SECOND));
        findings.count("events", (int) chronicle.seq());
        findings.count("orders at the venue", rest.orders().size());
        findings.count("fills", rest.fills().size());
    }

    /**
     * The journal opened again holds what it held, byte for byte; what that folds to is looked at bit by bit as well.
     */
    private void reread(View shown) {
        var reread = new Chronicle(findings, List.of());
        chronicle.over(
                isSample ? reread.over(plan.store().apply(disk)) : plan.store().apply(disk));
        (isSample ? reread : chronicle).compare(shown.orders());
    }
}
