package sluice.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import sluice.engine.Answer;
import sluice.engine.Command;
import sluice.engine.OrderRef;
import sluice.engine.view.View;
import sluice.journal.SimulatedDisk;
import sluice.market.Px;
import sluice.market.Qty;
import sluice.market.Side;
import sluice.market.Symbol;
import sluice.market.VenueId;
import sluice.order.Order;
import sluice.order.OrderState;
import sluice.order.Terms;
import sluice.order.Tif;
import sluice.order.parent.Instructions;
import sluice.order.parent.Origin;
import sluice.order.parent.ParentOrder;
import sluice.sim.SimOrder;
import sluice.sim.SimRef;
import sluice.sim.WorldSpec;
import sluice.sim.front.Fault;
import sluice.sim.front.FaultKind;
import sluice.sim.server.counter.Counter;

/**
 * A desk and simulated venues in virtual time, where nothing happens by chance: a test says what goes wrong when.
 *
 * <p>All invariants are watched, as they are under a seed.
 */
final class Scene {

    static final Symbol BTC = Symbol.of("BTC-USDT");

    private static final Origin TRADER = new Origin("ada", "prompt", "test", Optional.empty());
    private static final Weather OUTAGE = new Weather(1, 0, 0, 0, 0, Weather.CALM.slowest());
    private static final Duration STEP = Duration.ofMillis(50);

    private final VirtualTime time = new VirtualTime();
    private final Findings findings = new Findings(time, true);
    private final SimulatedDisk disk;
    private final SimulatedWorld world;
    private final Surroundings around;
    private final Watchers watchers;
    private final Chronicle chronicle;
    private final SplittableRandom random;
    private final Cast cast;
    private DeskProcess desk;
    private int mostLive;

    Scene(Cast cast) {
        this(cast, UnaryOperator.identity());
    }

    /** In another world than the usual one. */
    Scene(Cast cast, UnaryOperator<WorldSpec> other) {
        this.cast = cast;
        var dice = Dice.of(7);
        disk = new SimulatedDisk(dice.split().random());
        disk.odds(SimulatedDisk.Odds.NONE);
        world = new SimulatedWorld(time, other.apply(Worlds.of(7, cast)), cast.tempo());
        watchers = new Watchers(world, findings, Plan.USUAL.limits());
        chronicle = new Chronicle(findings, watchers.invariants());
        around = new Surroundings(time, dice.split(), world, findings);
        random = dice.split().random();
        desk = start();
        until(() -> desk.unready().isEmpty(), 60);
    }

    /** An order of ours rests at the venue, and all is quiet. */
    static Scene resting(Cast cast) {
        var scene = new Scene(cast);
        scene.buy("0.1", 300);
        scene.until(
                () -> scene.order().state() == OrderState.SUBMITTED
                        && scene.order().inFlight().isEmpty(),
                10);
        return scene;
    }

    private DeskProcess start() {
        var fragile = new FragileJournal(Plan.USUAL.store().apply(disk), disk);
        var life = new DeskProcess.Life(fragile, chronicle, watchers, "abc123", random.split());
        var network = new SimulatedNetwork(around, watchers::leaves);
        var process = new DeskProcess(around, time.on(() -> 0, 1L << 40), Plan.USUAL.on(cast), network, life);
        process.start();
        return process;
    }

    /** The process dies, and another one opens its journal. */
    void restart() {
        die();
        rise();
    }

    void die() {
        desk.die();
        disk.crash();
    }

    void rise() {
        desk = start();
    }

    void pass(Duration duration) {
        var end = time.nanos() + duration.toNanos();
        while (time.nanos() < end) {
            var next = Math.min(end, time.nanos() + STEP.toNanos());
            var steps = 0;
            while (time.step(next)) {
                steps++;
            }
            mostLive = Math.max(mostLive, steps < 0 ? 0 : live());
        }
        findings.broken().ifPresent(broken -> {
            throw new AssertionError(broken + "\n" + String.join("\n", findings.story()));
        });
    }

    private int live() {
        return world.venues().stream()
                .mapToInt(venue -> venue.exchange()
                        .openOrders(Counter.DESK, Optional.empty())
                        .size())
                .sum();
    }

    /** The most orders that were ever live at once, at all venues together. */
    int mostLive() {
        return mostLive;
    }

    /** Waits for that, as many seconds at most. */
    void until(BooleanSupplier condition, int seconds) {
        for (var step = 0; step < seconds * 100 && !condition.getAsBoolean(); step++) {
            pass(Duration.ofMillis(10));
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("not within " + seconds + " s:\n" + String.join("\n", findings.story()));
        }
    }

    SimulatedVenue venue() {
        return world.venue(cast.venues().get(0));
    }

    SimulatedVenue venue(String name) {
        return world.venue(name);
    }

    void fault(Fault fault) {
        venue().arm(fault);
    }

    /**
     * The private stream lives and answers, and tells nothing of what happens. Where its messages are numbered that
     * shows with the next one, so it is few that are lost there.
     */
    void privateStreamTellsNothing() {
        fault(Fault.once(FaultKind.DROP_PRIVATE).times(cast == Cast.COINBASE ? 2 : 10_000));
    }

    /** The venue says what is not so, which then is what is believed: that invariant is none of the scene's. */
    void lies(String invariant) {
        findings.forgive(invariant);
    }

    void heal() {
        world.heal();
        around.weather(Weather.CALM);
    }

    /** Prices stand still, and no outsider trades. */
    void stands() {
        world.calm();
    }

    /** No request leaves. */
    void outage() {
        around.weather(OUTAGE);
    }

    /** A price so many basis points below the mid. */
    Px below(int bps) {
        var mid = venue().mid(BTC).value();
        var tick = venue().listing(BTC).tick();
        var px = mid.subtract(mid.movePointLeft(4).multiply(BigDecimal.valueOf(bps)));
        return new Px(px.divide(tick, 0, RoundingMode.DOWN).multiply(tick));
    }

    CompletableFuture<Answer> ask(Command command) {
        return desk.ask(command);
    }

    CompletableFuture<Answer> buy(String qty, int bpsBelow, String... on) {
        var terms = Terms.limit(BTC, Side.BUY, Qty.of(qty), below(bpsBelow), Tif.GTC);
        var venues = List.of(on).stream().map(VenueId::new).toList();
        var to = new Instructions(venues, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var before = view().orders().parents().size();
        var answer = ask(new Command.Place(terms, Optional.empty(), to, TRADER, Command.Until.ACKNOWLEDGED));
        until(() -> answer.isDone() || view().orders().parents().size() > before, 10);
        return answer;
    }

    /** What a comparison of all venues with the journal comes to now. */
    Answer.Reconciled reconcile(boolean apply) {
        var answer = ask(new Command.Reconcile(Optional.empty(), apply, TRADER));
        until(answer::isDone, 30);
        return (Answer.Reconciled) answer.join();
    }

    CompletableFuture<Answer> amend(Optional<Qty> qty, Optional<Px> px) {
        return ask(new Command.Amend(ref(parent()), qty, px, TRADER));
    }

    CompletableFuture<Answer> cancel() {
        return ask(new Command.Cancel(List.of(ref(parent())), TRADER));
    }

    private static OrderRef ref(ParentOrder parent) {
        return new OrderRef.OfParent(parent.parent().id());
    }

    /** Somebody else takes that much of what rests there. */
    void fills(SimOrder resting, String qty) {
        world.advance();
        venue().exchange()
                .outsiderTrades(
                        resting.symbol(), Side.SELL, resting.request().px().orElseThrow(), Qty.of(qty));
        venue().flush();
    }

    /** What others with our key do at the venue. */
    Outsiders outsiders() {
        return new Outsiders(venue(), world, watchers);
    }

    /** The venue's operator ends it. */
    void cancelledThere(SimOrder order) {
        world.advance();
        venue().exchange().cancel(Counter.DESK, order.symbol(), SimRef.of(order.orderId()));
        venue().flush();
    }

    void cutPrivate() {
        for (int i = 0; i < 20; i++) {
            desk.cutLink();
        }
    }

    List<SimOrder> theirs() {
        return venue().exchange().orders(Counter.DESK);
    }

    List<SimOrder> theirsOpen() {
        return venue().exchange().openOrders(Counter.DESK, Optional.empty());
    }

    SimOrder theirLast() {
        var all = theirs();
        return all.get(all.size() - 1);
    }

    View view() {
        return desk.view();
    }

    String unready() {
        return desk.unready().toString();
    }

    ParentOrder parent() {
        var parents = view().orders().parents();
        return parents.get(parents.size() - 1);
    }

    Order order() {
        return parent().children().get(parent().children().size() - 1);
    }

    List<String> alerts() {
        return view().alerts().happened().stream().map(alert -> alert.kind()).toList();
    }

    String story() {
        return String.join("\n", findings.story());
    }
}
